/// Where the newsroom stands among the paths of the site.
enum DeskAddress {
  static let pages = "/desk"
  static let interface = "/api/v1/desk"
  static let previews = "/preview"

  /// Whether a target, with its query, is one of the newsroom's pages or of its interface.
  static func isOfDesk(_ target: String) -> Bool { isBelow(pages, target) || isBelow(interface, target) }

  /// Whether a target or path is a folder's own or below it.
  static func isBelow(_ folder: String, _ target: String) -> Bool {
    guard target.utf8.starts(with: folder.utf8) else { return false }
    let next = target.utf8.dropFirst(folder.utf8.count).first
    return next == nil || next == 0x2F || next == 0x3F
  }
}
