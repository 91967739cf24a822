package import Model

extension Refusal {
  /// What is wrong and what to do, in one sentence for people, without the place.
  package var wording: Wording {
    switch reason {
    case .notAllowed(let act, let actor):
      Wording(
        "\(actor) may not \(act.wording.english) (\(act.rawValue)).",
        "\(actor) 无权\(act.wording.chinese)（\(act.rawValue)）。")
    case .beyondLimit(let what, let limit):
      Wording("\(what.english): more than \(limit).", "\(what.chinese)超过上限 \(limit)。")
    case .empty(let what): Wording("\(what.english) is missing.", "缺少\(what.chinese)。")
    case .controlCharacter(let what):
      Wording("\(what.english) holds a control character; leave it out.", "\(what.chinese)含有控制字符，请删去。")
    case .issueAmbiguous(let day, let kind):
      Wording(
        "Several issues of \(day) are of kind \(kind.rawValue); give the number.",
        "\(day) 有多期同类（\(kind.rawValue)）报纸，请写明期号。")
    case .noSuchPage(let page):
      Wording("There is no page \(page) in this issue.", "本期没有第 \(page) 版。")
    case .mediaNotFiled(let file):
      Wording("The file \(file) was not taken in.", "文件 \(file) 没有入库。")
    case .noSuchStory(let story): Wording("There is no story \(story).", "没有稿件 \(story)。")
    case .noSuchIssue(let key): Wording("There is no issue \(key).", "没有 \(key) 这一期。")
    default: serialWording ?? deskWording ?? accountWording ?? doubledWording
    }
  }

  private var serialWording: Wording? {
    switch reason {
    case .serialOutOfRange(let serial):
      Wording("The serial \(serial) is none; it is at least 1.", "稿件编号 \(serial) 无效，至少为 1。")
    case .noSerialLeft:
      Wording("No serial is left; the highest is taken.", "稿件编号已用完。")
    case .serialElsewhere(let serial, let issue, let file):
      Wording(
        "The serial \(serial) is that of \(issue)/\(file); give another or leave it out.",
        "稿件编号 \(serial) 已属于 \(issue)/\(file)，请更换或留空。")
    case .serialChanged(let from, let to):
      Wording(
        "This story has the serial \(from) for life; it cannot become \(to).",
        "本稿编号终身为 \(from)，不能改为 \(to)。")
    default: nil
    }
  }

  private var deskWording: Wording? {
    switch reason {
    case .notFound(let what):
      Wording("There is no such \(what.english).", "没有这个\(what.chinese)。")
    case .state(let wording), .value(let wording): wording
    case .stale(let seen, let now):
      Wording(
        "The story has changed since you opened it (revision \(seen), now \(now)); look at it again.",
        "稿件在你打开之后有改动（第 \(seen) 稿，现为第 \(now) 稿），请重新查看。")
    case .review(let objection): objection.wording
    case .section(let section, let actor):
      Wording("\(section) is not a section of \(actor).", "\(actor) 不负责“\(section)”栏目。")
    default: nil
    }
  }

  private var accountWording: Wording? {
    switch reason {
    case .signInFailed:
      Wording("The login or the password is wrong.", "登录名或密码不对。")
    case .codeWrong:
      Wording(
        "The code is wrong, or was used already; wait for the next one.", "验证码不对，或已用过；请等下一个。")
    case .tooManyTries(let seconds):
      Wording(
        "Too many tries; the next is possible in \(Refusal.minutes(seconds)) min.",
        "尝试次数过多，请 \(Refusal.minutes(seconds)) 分钟后再试。")
    case .signedOut: Wording("You are not signed in any more.", "登录已失效，请重新登录。")
    case .busy: Wording("Too much is asked at once; try again in a moment.", "现在请求过多，请稍后再试。")
    default: nil
    }
  }

  /// Begun minutes.
  private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }

  private var doubledWording: Wording {
    switch reason {
    case .fileTwice(let file): Wording("The file \(file) is given twice.", "文件 \(file) 出现两次。")
    case .pageTwice(let page): Wording("Page \(page) is given twice.", "第 \(page) 版出现两次。")
    case .serialTwice(let serial): Wording("The serial \(serial) is given twice.", "稿件编号 \(serial) 出现两次。")
    case .aliasTaken(let old):
      Wording("The old address \(old) leads elsewhere already.", "旧网址 \(old) 已指向别处。")
    case .aliasOwn(let old):
      Wording(
        "The old address \(old) is that of a page of the site itself; leave it out.",
        "旧网址 \(old) 是站点自身的页面，请删去。")
    case .aliasMalformed(let old):
      Wording("The old address \(old) does not begin with a slash.", "旧网址 \(old) 没有以斜线开头。")
    default: Wording("This cannot be done.", "无法完成。")
    }
  }
}
