/// The passwords that are tried first: a list made of the commonest words and what people put behind them, and the
/// patterns of the keyboard, of counting and of dates. It is ours, written for this program after what is known of
/// leaked lists in general: English habits and Chinese ones (woaini1314, 5201314, qwe123, birthdays).
enum CommonPasswords {
  /// Whether a password of at least ten characters is among them, in any case.
  static func contains(_ password: String) -> Bool {
    let folded = password.lowercased()
    return all.contains(folded) || isRepeated(folded) || isWalk(folded) || isDated(folded)
  }

  /// A few thousand, all in lower case and of at least ten characters.
  static let all: Set<String> = {
    var found = Set(whole)
    let least = AccountLimits.passwordCharacters.lowerBound
    func add(_ text: String) {
      if text.count >= least { found.insert(text) }
    }
    for word in words {
      for tail in tails {
        add(word + tail)
        add(tail + word)
      }
      add(word + word)
      add("my" + word)
      add("i" + word)
      add("the" + word)
    }
    for first in words.prefix(60) {
      for second in words.prefix(60) where first.count + second.count <= 14 { add(first + second) }
    }
    return found
  }()

  /// One short piece over and over: aaaaaaaaaa, 1212121212, abcabcabcabc.
  private static func isRepeated(_ text: String) -> Bool {
    let letters = Array(text)
    return (1...4).contains { length in letters.indices.allSatisfy { letters[$0] == letters[$0 % length] } }
  }

  /// Along a row of the keyboard, the alphabet or the numbers, forwards or back, and round again.
  private static func isWalk(_ text: String) -> Bool {
    ways.contains { way in (way + way).contains(text) || (way + way).contains(String(text.reversed())) }
  }

  private static let ways = [
    "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop", "asdfghjkl",
    "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0", "a1b2c3d4e5f6g7h8i9j0", "1a2b3c4d5e6f7g8h9i0j", "147258369", "789456123", "!@#$%^&*()",
  ]

  /// A day (19900101, 01011990, 1990-01-01) with next to nothing about it, or with one of the words.
  private static func isDated(_ text: String) -> Bool {
    let plain = text.filter { !"-./_".contains($0) }
    for start in plain.indices {
      guard let end = plain.index(start, offsetBy: 8, limitedBy: plain.endIndex) else { return false }
      guard isDay(plain[start..<end]) else { continue }
      let rest = String(plain[..<start] + plain[end...])
      if rest.count <= 3 || words.contains(rest) || tails.contains(rest) || isRepeated(rest) || isDay(rest[...]) {
        return true
      }
    }
    return false
  }

  private static func isDay(_ digits: Substring) -> Bool {
    guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits) else {
      return false
    }
    return isDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      || isDay(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
      || isDay(year: number % 10_000, month: number / 1_000_000, day: number / 10_000 % 100)
  }

  private static func isDay(year: Int, month: Int, day: Int) -> Bool {
    (1920...2049).contains(year) && (1...12).contains(month) && (1...31).contains(day)
  }

  /// What stands before and behind the words.
  private static let tails = split(
    """
    1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 0 00 000 01 007 11 111 1111 22 222 33 333 321 4321
    54321 520 521 1314 5201314 5211314 520520 1314520 1314521 66 666 6666 888 8888 88 99 999 168 518 618 778 789 987
    69 77 777 21 2020 2021 2022 2023 2024 2025 2026 1990 1991 1992 1993 1994 1995 1996 1997 1998 1999 2000 2001 2002
    ! !! !@# @ @123 @1234 @12345 @123456 #123 #1 !123 123! 1! 2! abc qwe asd zxc a q aa qq ab
    """)

  private static let words = split(
    """
    password passwd passw0rd p@ssw0rd p@ssword pa55word pass admin administrator root user guest test testing welcome
    welcome1 login letmein iloveyou loveyou love lovely baby babygirl princess sunshine monkey dragon master shadow
    superman batman football baseball basketball soccer hockey michael jordan jennifer jessica ashley charlie daniel
    andrew thomas hunter killer pepper ginger cookie summer winter spring autumn freedom secret whatever trustno1
    starwars computer internet google facebook samsung nintendo pokemon naruto mustang ferrari porsche mercedes hello
    helloworld hellokitty flower butterfly angel angels chocolate cheese orange purple yellow silver golden diamond
    qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm zxcv qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r q1w2e3r4 qwe
    qwer asd zxc abc abcd abcde abcdef abcdefg abc123 a123456 a1234567 aa123456 qq123456 q123456 z123456 w123456
    x123456 s123456 qwe123 asd123 zxc123 qweasd qweasdzxc asdzxc changeme default system server manager office company
    woaini woaini1314 woaini520 woaini521 woaiwojia woaiwoziji woaizhongguo woaibeijing iloveu iloveyou1314 love520
    love1314 aini aini1314 zhongguo china beijing shanghai guangzhou shenzhen tianjin chongqing chengdu hangzhou nanjing
    wuhan xian suzhou taiwan hongkong aomen dongguan qingdao dalian zhang wang zhao chen yang huang zhou liu sun zhu
    lin guo luo liang song zheng xie han tang feng dong xiao cheng cao yuan deng xu fu shen zeng peng lu jiang cai wei
    zhangwei wangwei wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli zhangjing zhanglei wanglei
    liqiang zhangjie wangyan baobei baobao laopo laogong mima mimamima wodemima caonima nihao nihaoma xiaoming xiaohua
    xiaoxiao xiaoyu tiantian yuanyuan jiayou gongsi bangong bianji baoshe baozhi xinwen jizhe zongbian xiaobao
    guanliyuan
    newspaper paper editor reporter journal journalist press news newsroom daily broadsheet gazette herald tribune
    school student teacher university college library music guitar piano dancer soccer1 liverpool chelsea arsenal
    barcelona realmadrid manchester juventus lakers yankees cowboys eagles packers steelers redsox rangers
    jesus jesus1 christ heaven blessed faith grace family friends forever nothing please thankyou goodluck lucky happy
    money dollar million business success winner number1 champion legend phoenix tiger lion eagle falcon wolf panther
    buster maggie bailey rocky oliver max charlie1 harley toyota honda yamaha suzuki kawasaki corvette camaro matrix
    zaq12wsx zaq1xsw2 xsw2zaq1 !qaz2wsx 1qazxsw2 147258 147852 159357 159753 741852 963852 789456 456789 112233 121212
    123123 123321 123654 654321 666666 888888 000000 111111 222222 333333 555555 777777 999999 5201314 1314520 1314521
    520520 5211314 7758521 7758258 584520 584521 3344520 9958 1314 52013 520131 110110 119119 120120 010203 102030
    1234567 12345678 123456789 123456 147896325 789456123 321321 456456 789789 13145 qaz wsx edc tencent alibaba
    taobao weixin wechat weibo baidu huawei
    """)

  /// Of ten characters and more as they stand.
  private static let whole = split(
    """
    1234567890 0123456789 0987654321 9876543210 1234567891 1234567899 12345678910 123456789a a123456789 123456789q
    q123456789 123456789z z123456789 123456789abc abc123456789 1234512345 1231231231 1122334455 1112223334 1234554321
    5201314520 5201314521 1314520520 5201314woaini woaini5201314 woaini1314520 woaini1314521 iloveyou1314
    iloveyou520 correcthorsebatterystaple letmeinplease opensesame thisismypassword mypassword1 yourpassword newpassword
    oldpassword password1234 password12345 adminadmin adminadmin123 administrator1 rootroot1234 changeme123 changemenow
    trustno1trustno1 qwertyqwerty asdfasdfasdf 1qaz2wsx3edc 1qaz@wsx3edc !qaz@wsx#edc 1qaz@wsx!qaz qwer1234asdf
    asdf1234qwer zxcv1234asdf qwerasdfzxcv qwe123asd456 abcd1234abcd abc123abc123 aaa111bbb222 aabbccddee 11aa22bb33cc
    mimashishenme wobuzhidao wozhidaole buzhidaomima wangjimima wangjimima123 wodemimashi
    woaibabamama woaimamababa zhonghuarenmin zhongguoren zhongguo123456 beijing2008 beijing2022 shanghai2010
    3.1415926535 31415926535 3141592653 14159265358 1357924680 2468013579 13579246810 24681357900 1029384756 5647382910
    """)

  private static func split(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
}
