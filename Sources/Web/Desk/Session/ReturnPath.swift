/// Where somebody is led after signing in: a page of the newsroom, and nowhere else.
enum ReturnPath {
  static let standard = "/desk/"

  /// The path and query that were asked for, where they are of the newsroom's own pages; else the first of them.
  static func of(_ text: String) -> String {
    guard text.utf8.count <= 2_000, text.utf8.first == 0x2F,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }),
      let target = try? RequestTarget(text),  // What cannot be a target leads nowhere.
      DeskAddress.isBelow(DeskAddress.pages, target.path), DeskAddress.isBelow(DeskAddress.pages, text)
    else { return standard }
    let parts = target.path.split(separator: "/")
    return parts.count > 1 && ["sign-in", "sign-out", "second-factor", "setup"].contains(parts[1]) ? standard : text
  }
}
