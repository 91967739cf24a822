import Foundation
import Model
import TestSupport
import Testing

@testable import Press

extension Gallery {
  /// The HTML of a page of the gallery; empty for none.
  func text(_ path: String) -> String {
    documents.first { $0.path == path }.map { String(decoding: $0.document.body, as: UTF8.self) } ?? ""
  }
}

struct ArticlePageTests {
  @Test func `every fact of a story stands with its label, in reading order`() throws {
    let page = try Gallery().text("/article/")
    let wanted = [
      "东澳渔港清淤两年完工", "<h1", "两百条船回港过年", "退大潮也靠得上岸", "新增泊位36个", "日期</dt>", "2026年3月5日 星期四",
      "版面</dt>", "第01版 要闻", "作者</dt>", "记者 ", "林　汐", "来源</dt>", "海湾半月刊", "阅读</dt>", "276,413", "更正</a></b>",
      "正月十五一早", "责任编辑", "孟　桅", "下转第02版", "上一篇", "没有了", "下一篇", "小区门口的早餐车", "分享", "data:image/png;base64,",
      "https://haiwan.example/content/2026-03/05/002401.html", "引用本文", "[N/OL]", "本版其他稿件", "本文在版面上",
      "海湾半月刊社出版", "违法和不良信息举报电话", "海ICP备00000000号", "海公网安备", "© 2021–2026",
    ]
    var rest = Substring(page.split(separator: "<main", maxSplits: 1).last ?? "")
    for text in wanted {
      let found = rest.range(of: text)
      #expect(found != nil, "\(text) is missing or out of order")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func `a story without any of them has none of their labels`() throws {
    let page = try Gallery().text("/plain/")
    for text in [
      "版面</dt>", "作者</dt>", "来源</dt>", "栏目</dt>", "阅读</dt>", "class=\"fix\"", "下转", "本版其他稿件", "本文在版面上",
      "责任编辑",
    ] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test func `ICP and police numbers lead to their registers`() throws {
    let page = try Gallery().text("/article/")
    #expect(page.contains("<a href=\"https://beian.miit.gov.cn\">海ICP备00000000号</a>"))
    #expect(page.contains("<a href=\"https://beian.mps.gov.cn/#/query/webSearch\">"))
  }

  @Test func `what is not set is not shown`() throws {
    let gallery = try Gallery { settings in
      settings.footer = FooterSettings()
      settings.site.reportErrorsTo = ""
    }
    let page = gallery.text("/article/")
    for text in ["beian", "举报", "发现错误", "©"] { #expect(!page.contains(text), "\(text)") }
  }

  @Test func `a shared story carries its card three times over, and its facts for Zotero`() throws {
    let page = try Gallery().text("/article/")
    for text in [
      "<meta property=\"og:title\" content=\"两百条船回港过年　退大潮也靠得上岸\">",
      "<meta itemprop=\"name\" content=\"两百条船回港过年　退大潮也靠得上岸\">",
      "<meta name=\"twitter:card\" content=\"summary_large_image\">", "<meta name=\"citation_title\"",
      "<link rel=\"canonical\" href=\"https://haiwan.example/content/2026-03/05/002401.html\">",
      "<meta property=\"og:image\" content=\"https://haiwan.example/media/\(Cast.harbour.name)\">",
      "application/ld+json", "\"NewsArticle\"",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(try Gallery().text("/plain/").contains("content=\"https://haiwan.example/share.png\""))
  }

  @Test func `a story in another language says so, and the words about it stay in the paper's`() throws {
    let page = try Gallery().text("/english/")
    #expect(page.contains("<article class=\"art\" lang=\"en\">"))
    #expect(page.contains("<div class=\"rail\" lang=\"zh-Hans\">"))
  }

  @Test(arguments: [("fr", "fr"), ("zh-CN", ""), ("zh-TW", ""), ("en-GB", ""), ("ja", "ja")])
  func `a paper in a language that the interface does not speak says so`(own: String, said: String) throws {
    let gallery = try Gallery { $0.publication.language = own }
    #expect(gallery.renderer.language("") == said)
  }

  @Test func `a withdrawn story answers 410 with date and reason, and nothing of its text`() throws {
    let gallery = try Gallery()
    let document = gallery.renderer.article(Cast.withdrawnReading, today: gallery.today)
    let page = String(decoding: document.body, as: UTF8.self)
    #expect(document.status == 410)
    #expect(page.contains("2026年3月7日") && page.contains("开放时间有变"))
    #expect(!page.contains("正月十五") && page.contains("noindex"))
  }

  @Test func `an article with all it loads but pictures is under 60 KB compressed`() throws {
    let gallery = try Gallery()
    let page = gallery.text("/article/")
    var bytes = Compressor.gzip(Array(page.utf8)).count
    for address in gallery.renderer.assetAddresses {
      // The search's own script is loaded by the search of an export alone.
      guard case .asset(let hash, let name) = address, name != "search.js" else { continue }
      bytes += gallery.renderer.asset(hash: hash, name: name).map { Compressor.gzip($0.body).count } ?? 0
    }
    #expect(bytes < 60_000, "\(bytes)")
  }
}

struct FrontPageTests {
  @Test func `the front has masthead, lead, every page in order and the most read`() throws {
    let page = try Gallery().text("/")
    var rest = Substring(page.split(separator: "<main", maxSplits: 1).last ?? "")
    for text in [
      "<h1 class=\"plate", "海湾半月刊", "星期四", "第5期 · 总第121期", "今日4版", "第01版 要闻", "两百条船回港过年", "读全文",
      "要闻", "民生", "风物", "潮间带", "最多阅读", "没有了",
    ] {
      let found = rest.range(of: text)
      #expect(found != nil, "\(text) is missing or out of order")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func `a withdrawn story is named, not linked`() throws {
    let page = try Gallery().text("/")
    #expect(page.contains("海堤公园三月起延长开放") && page.contains("已撤回"))
    #expect(!page.contains("/content/2026-03/05/002405.html"))
  }

  @Test func `a withdrawn lead leads nothing`() {
    var reading = Cast.issueReading()
    reading.pages[0].stories[0].withdrawal = Withdrawal(date: Cast.day("2026-03-06"), reason: "")
    #expect(FrontPlan.parted(reading, others: "").lead?.card.serial == 2402)
  }

  @Test func `every story of an issue stands on its front once`() {
    holds(rounds: 100) { dice in
      var reading = Cast.issueReading()
      for index in reading.pages.indices {
        reading.pages[index].stories = reading.pages[index].stories.filter { _ in !dice.once(in: 2) }
      }
      reading.unplaced = dice.once(in: 2) ? [Cast.card(9_999, ["网上"], page: nil)] : []
      let all = (reading.pages.flatMap(\.stories) + reading.unplaced).map(\.serial)
      let (places, lead) = FrontPlan.parted(reading, others: "")
      let found = places.flatMap(\.stories).map(\.serial) + [lead?.card.serial].compactMap { $0 }
      #expect(found.sorted() == all.sorted(), "\(dice)")
    }
  }

  @Test func `a paper without pages is ordered by its sections`() throws {
    let page = try Gallery().text("/unpaged/")
    #expect(page.contains("/sections/%E6%B0%91%E7%94%9F/") && !page.contains("class=\"sheets"))
  }

  @Test func `a paper that has not come out yet says so`() throws {
    #expect(try Gallery().text("/empty/").contains("还没有出版的报纸"))
  }

  @Test func `a drawn name is as wide as its drawing, and its letters are there for those who do not see it`() throws {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 500 125\"><path d=\"M0 0h1\"/></svg>"
    let gallery = try Gallery(logo: Array(logo.utf8))
    let drawn = "<span class=\"logo\" aria-hidden=\"true\"></span><span class=\"letters\">海湾半月刊</span>"
    #expect(gallery.text("/").contains(drawn))
    let sheet = String(decoding: gallery.renderer.assets.stylesheet.bytes, as: UTF8.self)
    #expect(sheet.contains("width:calc(1em*400/100)"))
  }

  @Test(arguments: [
    "<svg></svg>", "<svg viewBox=\"0 0 0 5\">", "<svg viewBox=\"0 0 9999 1\">", "<svg viewBox=\"a\">", "",
  ])
  func `a drawing without a sound view box is not used`(text: String) {
    #expect(PlateDrawing.ratio(Array(text.utf8)) == nil)
  }

  @Test func `a day of mourning is grey, any other is not`() throws {
    let gallery = try Gallery { $0.site.greyDays = [Cast.day("2026-04-04")] }
    let grey = gallery.renderer.front(Cast.issueReading(), today: Cast.day("2026-04-04"))
    #expect(String(decoding: grey.body, as: UTF8.self).contains(" class=\"grey\""))
    #expect(!gallery.text("/").contains(" class=\"grey\""))
  }
}

struct SheetPageTests {
  @Test func `places are polygons in pixels of the picture, paired with the headlines`() throws {
    let page = try Gallery().text("/issues/2026-03-05/01/")
    #expect(page.contains("viewBox=\"0 0 1600 2260\""))
    #expect(
      page.contains(
        "<a class=\"h1\" href=\"/content/2026-03/05/002401.html\" aria-label=\"两百条船回港过年　退大潮也靠得上岸\""
          + " data-pair=\"1\"><polygon points=\"68,320 1532,320"))
    #expect(page.contains("下转第02版") && page.contains("本版PDF") && page.contains("1.8 MB"))
    #expect(try Gallery().text("/issues/2026-03-05/02/").contains("上接第01版"))
  }

  @Test func `the smaller of two places that overlap is drawn last`() throws {
    let gallery = try Gallery()
    var reading = Cast.pageReading()
    let whole = try #require(Cast.polygon([0, 0, 1, 0, 1, 1, 0, 1]))
    reading.stories[3].hotspots = [whole]
    let page = String(decoding: gallery.renderer.page(reading, today: gallery.today).body, as: UTF8.self)
    let large = try #require(page.range(of: "<a class=\"h4\""))
    let small = try #require(page.range(of: "<a class=\"h1\""))
    #expect(large.lowerBound < small.lowerBound)
  }

  @Test func `a page without a picture is a list`() throws {
    let gallery = try Gallery()
    var reading = Cast.pageReading()
    reading.page.picture = nil
    let page = String(decoding: gallery.renderer.page(reading, today: gallery.today).body, as: UTF8.self)
    #expect(!page.contains("<svg") && page.contains("class=\"spread bare\"") && page.contains("本版PDF"))
  }
}

struct NoticePageTests {
  @Test func `each says its status`() throws {
    let renderer = try Gallery().renderer
    let today = Cast.day("2026-03-05")
    #expect(renderer.notFound("/x", today: today).status == 404)
    #expect(renderer.failure(requestID: "7f3a", today: today).status == 500)
    #expect(renderer.failure(requestID: "7f3a", today: today).caching == .none)
    let moved = renderer.redirect(to: "/content/2026-03/05/002401.html", today: today)
    #expect(moved.status == 301 && moved.location == "/content/2026-03/05/002401.html")
    #expect(String(decoding: moved.body, as: UTF8.self).contains("http-equiv=\"refresh\""))
  }

  @Test func `a number to quote is shown, and a lost address searches for its words`() throws {
    let gallery = try Gallery()
    #expect(gallery.text("/500/").contains("7f3a-19c2"))
    #expect(gallery.text("/404/").contains("value=\"harbour bridge\""))
  }
}

struct EveryPageTests {
  @Test func `has one heading of the first rank, a main part, a title and the languages of its words`() throws {
    for (path, document) in try Gallery().documents where document.contentType.hasPrefix("text/html") {
      let page = String(decoding: document.body, as: UTF8.self)
      #expect(page.components(separatedBy: "<h1").count == 2, "\(path)")
      #expect(page.components(separatedBy: "<main").count == 2, "\(path)")
      #expect(page.contains("<html lang=\"zh-Hans\""), "\(path)")
      #expect(!page.contains(" style=") && !page.contains("<style"), "\(path)")
      #expect(!page.contains("{{") && !page.contains("Absent"), "\(path)")
      #expect(page.components(separatedBy: "<script>").count == 2, "\(path)")
    }
  }

  @Test func `names the script that stands in it by its hash`() throws {
    let renderer = try Gallery().renderer
    #expect(renderer.inlineScriptHashes.count == 1)
    #expect(Renderer.policyHash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(renderer.inlineScriptHashes == [Renderer.policyHash(renderer.site.inlineScript)])
  }

  @Test(arguments: ["en", "zh-Hant"])
  func `is there in the other languages, without a word of the first`(language: String) throws {
    let gallery = try Gallery { $0.publication.language = language }
    for (path, document) in gallery.documents where document.contentType.hasPrefix("text/html") {
      let page = String(decoding: document.body, as: UTF8.self)
      #expect(page.contains("<html lang=\"\(language)\""), "\(path)")
      for text in ["阅读设置", "没有了", "本版标题", "已撤回"] where !(language == "zh-Hant" && ["没有了", "已撤回"].contains(text)) {
        #expect(!page.contains(text), "\(text) in \(path)")
      }
    }
  }

  @Test func `an accent that cannot be read is refused when the renderer is made`() {
    #expect(throws: ThemeFault.self) { try Gallery { $0.publication.accent = "#ffcc00" } }
  }

  @Test func `assets answer at their own hash alone`() throws {
    let renderer = try Gallery().renderer
    for address in renderer.assetAddresses {
      guard case .asset(let hash, let name) = address else { continue }
      #expect(renderer.asset(hash: hash, name: name)?.caching == .forever)
      #expect(renderer.asset(hash: String(hash.reversed()) + "0", name: name) == nil)
      #expect(Address(address.path) == address)
    }
    #expect(renderer.asset(hash: "x", name: "inline.js") == nil)
  }
}
