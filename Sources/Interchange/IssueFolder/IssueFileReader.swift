import Foundation
import Model

/// Reads the values of `issue.yaml`.
struct IssueFileReader {
  private typealias Limits = IssueFolder.Limits

  private(set) var sketch: IssueSketch
  private var index: [String: Int] = [:]
  private var listed = 0
  /// The pages that jumps lead to, checked when all pages are known.
  private var jumps: [(page: Int, place: Place)] = []

  /// Nil after a fault that leaves no issue.
  init?(_ root: Value, _ findings: inout Findings) {
    let whole = Wording("issue.yaml", "issue.yaml ")
    guard let fields = Fields(root, keys: IssueFolder.issueKeys, of: whole, &findings) else { return nil }
    let date = fields.requires("date", &findings)?.day("date", &findings)
    let kind: IssueKind? = fields["kind"]?.word("kind", &findings)
    sketch = IssueSketch(
      manuscript: IssueManuscript(
        date: date ?? IssueFileReader.noDay, kind: kind ?? .regular,
        number: fields["number"]?.numberRange("number", &findings),
        total: fields["total"]?.numberRange("total", &findings),
        title: fields["title"]?.line("title", max: Limits.lineCharactersMax, &findings) ?? ""))
    for page in fields["pages"]?.list("pages", max: Limits.pagesMax, &findings) ?? [] { readPage(page, &findings) }
    sketch.manuscript.pages.sort { $0.number < $1.number }
    readLoose(fields, &findings)
    let numbers = Set(sketch.manuscript.pages.map(\.number))
    for jump in jumps where !numbers.contains(jump.page) {
      findings.fault(
        jump.place, "There is no page \(jump.page) to jump to; correct \"jump\" or add the page.",
        "没有可转的第 \(jump.page) 版，请改正“jump”或补上该版。")
    }
    orderStories()
    guard date != nil else { return nil }
  }

  /// Stands for a missing day while the rest is read for its faults.
  private static let noDay = Day(Date(timeIntervalSince1970: 0), in: .gmt)

  private mutating func readPage(_ value: Value, _ findings: inout Findings) {
    let whole = Wording("a page", "版面")
    guard let fields = Fields(value, keys: IssueFolder.pageKeys, of: whole, &findings),
      let number = fields.requires("number", &findings)?.integer("number", in: 1...Limits.pagesMax, &findings)
    else { return }
    if sketch.manuscript.pages.contains(where: { $0.number == number }) {
      findings.fault(
        fields.place(of: "number"), "Page \(number) stands here twice; give each page its own number.",
        "第 \(number) 版出现两次，每版应有自己的版次。")
    }
    var page = PageManuscript(number: number, name: fields["name"]?.name("name", &findings) ?? "")
    page.image = reference(fields, "image", .picture, &findings)
    page.pdf = reference(fields, "pdf", .document, &findings)
    sketch.manuscript.pages.append(page)
    for story in fields["stories"]?.list("stories", max: Limits.storiesMax, &findings) ?? [] {
      readStory(story, on: number, &findings)
    }
  }

  private mutating func reference(
    _ fields: Fields, _ key: String, _ use: FileReference.Use, _ findings: inout Findings
  ) -> MediaReference? {
    guard let value = fields[key], let name = value.line(key, max: FolderFiles.nameBytesMax, &findings)
    else { return nil }
    return sketch.references.add(name, use: use, at: value.place, &findings)
  }

  private mutating func readStory(_ value: Value, on page: Int, _ findings: inout Findings) {
    var placement = Placement(page: page)
    var name = value
    if case .mapping = value.content {
      let whole = Wording("a story of a page", "版面上的稿件")
      guard let fields = Fields(value, keys: IssueFolder.placementKeys, of: whole, &findings),
        let file = fields.requires("file", &findings)
      else { return }
      name = file
      placement.hotspots = HotspotReader.polygons(fields["hotspots"], &findings)
      placement.jump = fields["jump"]?.integer("jump", in: 1...Limits.pagesMax, &findings)
      if let jump = placement.jump {
        jumps.append((jump, fields.place(of: "jump")))
        if jump == page {
          findings.fault(
            fields.place(of: "jump"), "A story cannot jump to the page on which it stands.", "不能转到稿件所在的同一版。")
        }
      }
    }
    add(name, placement, &findings)
  }

  private mutating func readLoose(_ fields: Fields, _ findings: inout Findings) {
    for value in fields["stories"]?.list("stories", max: Limits.storiesMax, &findings) ?? [] {
      var name = value
      if case .mapping = value.content {
        let whole = Wording("a story without a page", "不在版面上的稿件")
        guard let fields = Fields(value, keys: ["file"], of: whole, &findings),
          let file = fields.requires("file", &findings)
        else { continue }
        name = file
      }
      add(name, nil, &findings)
    }
  }

  private mutating func add(_ value: Value, _ placement: Placement?, _ findings: inout Findings) {
    guard let file = value.line("file", max: FolderFiles.nameBytesMax, &findings) else { return }
    if let objection = FolderFiles.objection(to: file) {
      findings.fault(value.place, objection.english, objection.chinese)
      return
    }
    listed += 1
    if let known = index[file] {
      let pages = sketch.stories[known].placements.map(\.page)
      if let placement, !pages.isEmpty, !pages.contains(placement.page) {
        sketch.stories[known].placements.append(placement)
        sketch.stories[known].orders.append(listed)
      } else {
        findings.fault(
          value.place, "\"\(file)\" is listed twice; keep one.", "“\(file)”列了两次，请只留一处。")
      }
      return
    }
    guard sketch.stories.count < Limits.storiesMax else {
      if sketch.stories.count == Limits.storiesMax {
        findings.fault(
          value.place, "An issue has at most \(Limits.storiesMax) stories; make two of it.",
          "一期最多 \(Limits.storiesMax) 篇稿件，请分成两期。")
      }
      return
    }
    index[file] = sketch.stories.count
    sketch.stories.append(
      IssueSketch.Entry(
        file: file, place: value.place, placements: placement.map { [$0] } ?? [], orders: [listed]))
  }

  /// Page by page, each page in its order, then those on no page.
  private mutating func orderStories() {
    for story in sketch.stories.indices { sketch.stories[story].putOwnPageFirst() }
    let ranked = sketch.stories.map { story in
      (story: story, page: story.placements.first?.page ?? .max, order: story.orders.first ?? 0)
    }
    sketch.stories = ranked.sorted { ($0.page, $0.order) < ($1.page, $1.order) }.map(\.story)
  }
}

extension IssueSketch.Entry {
  /// A story may jump to a page before its own: its own is the one to which no other jumps.
  fileprivate mutating func putOwnPageFirst() {
    guard placements.count > 1 else { return }
    let targets = Set(placements.compactMap(\.jump))
    guard let own = placements.firstIndex(where: { !targets.contains($0.page) }), own > 0 else { return }
    placements.insert(placements.remove(at: own), at: 0)
    orders.insert(orders.remove(at: own), at: 0)
  }
}
