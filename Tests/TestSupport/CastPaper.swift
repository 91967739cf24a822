package import Foundation
package import Model

/// The invented paper that all tests share: a fortnightly of four pages by the sea.
extension Cast {
  package static var publication: Publication {
    Publication(
      name: "海湾半月刊", subtitle: "望潮街上的日常", kind: .newspaper, language: "zh-Hans", frequency: "每月5日、20日出版",
      publisher: "海湾半月刊社", cnNumber: "CN 00-0121", issn: "0000-0019", founded: "2021-01-05",
      accent: "#00566a", address: "海湾区望潮街18号", phone: "0000-8121 0305", mail: "tougao@haiwan.example")
  }

  package static var settings: Settings {
    Settings(
      publication: publication,
      site: SiteSettings(baseURL: "https://haiwan.example", reportErrorsTo: "jiucuo@haiwan.example"),
      footer: FooterSettings(
        copyright: "© 2021–2026 海湾半月刊社", icp: "海ICP备00000000号", policeFiling: "海公网安备 00000000000000号",
        license: "00120260000", reportPhone: "0000-8121 0306", reportMail: "jubao@haiwan.example"))
  }

  package static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("a day of the cast is a day") }
    return day
  }

  /// The same for the same number, so that what is made of it is the same.
  package static func id<Of>(_ number: Int) -> ID<Of> {
    let digits = String(number)
    let text = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    guard let id = ID<Of>(text) else { preconditionFailure("the text is a UUID") }
    return id
  }

  package static func instant(_ text: String) -> Date {
    day(text).start(in: .gmt).addingTimeInterval(-2 * 3_600)
  }

  /// The 5 March 2026, number 5, 121 for life, four pages.
  package static var issue: IssueHead { head("2026-03-05", number: 5, total: 121) }

  package static var earlierIssue: IssueHead { head("2026-02-20", number: 4, total: 120) }

  package static var laterIssue: IssueHead { head("2026-03-20", number: 6, total: 122) }

  package static func head(
    _ date: String, number inYear: Int? = nil, to last: Int? = nil, total: Int? = nil, kind: IssueKind = .regular,
    title: String = "", pages: Int = 4
  ) -> IssueHead {
    func range(_ first: Int?) -> NumberRange? {
      first.flatMap { first in NumberRange(first: first, last: first + (last ?? inYear ?? 0) - (inYear ?? 0)) }
    }
    let day = day(date)
    let isBeside = kind == .extra || kind == .supplement
    let number = (day.year * 10_000 + day.month * 100 + day.day) * 10 + (isBeside ? 1 : 0)
    return IssueHead(
      id: id(number), key: IssueKey(date: day, suffix: isBeside ? kind.rawValue : ""), date: day, kind: kind,
      number: range(inYear), total: range(total), title: title, pageCount: pages)
  }

  /// 要闻, 民生, 风物, 潮间带.
  package static var pages: [PageHead] {
    ["要闻", "民生", "风物", "潮间带"].enumerated().map { index, name in
      PageHead(
        number: index + 1, name: name, picture: picture(index + 1, width: 1_600, height: 2_260, type: .png),
        pdf: Media(name: mediaName(20 + index, .pdf), bytes: 1_840_000))
    }
  }

  /// A stored picture with its derived sizes; each number is another.
  package static func picture(_ number: Int, width: Int, height: Int, type: MediaType = .jpg) -> Media {
    var renditions: [Rendition] = []
    for format in [type, .webp] {
      for size in Rendition.widths where size < width || (format == .webp && size == width) {
        let name = mediaName(number * 10_000 + size + (format == .webp ? 1 : 0), format)
        renditions.append(Rendition(name: name, bytes: size * 90, width: size, height: height * size / width))
      }
    }
    return Media(
      name: mediaName(number * 10_000, type), bytes: width * 300, width: width, height: height,
      renditions: renditions)
  }

  package static func mediaName(_ number: Int, _ type: MediaType) -> MediaName {
    let digits = String(number, radix: 16)
    let hash = String(repeating: "0", count: 64 - digits.count) + digits
    guard let name = MediaName(hash: hash, type: type) else { preconditionFailure("the hash has 64 digits") }
    return name
  }

  /// Of the harbour, wide; it stands in the lead.
  package static var harbour: Media { picture(7, width: 1_600, height: 1_067) }
  package static var lighthouse: Media { picture(8, width: 1_600, height: 1_067) }
  package static var tall: Media { picture(9, width: 1_067, height: 1_600) }
}
