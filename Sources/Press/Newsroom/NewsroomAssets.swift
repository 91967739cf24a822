import Model

/// The files that pages of the newsroom load, all below one address that names the content of all of them, so that one
/// module finds another beside it.
struct NewsroomAssets: Sendable {
  struct File: Sendable {
    let contentType: String
    let bytes: [UInt8]
  }

  /// By name: `newsroom.css`, `newsroom.js`, `editor.js`, `editor/paste.js`.
  let files: [String: File]
  /// 16 hexadecimal digits.
  let hash: String

  init(theme: Theme, accent: Accent) {
    var files: [String: File] = [:]
    let own = theme.names(in: "newsroom/styles").filter { $0.hasSuffix(".css") }
    let sheets = (["styles/base.css"] + own).map(theme.text).joined(separator: "\n")
    let sheet = Assets.compact(sheets + "\n" + Assets.colours(accent))
    files["newsroom.css"] = File(contentType: "text/css; charset=utf-8", bytes: Array(sheet.utf8))
    for name in theme.names(in: "newsroom/scripts") where name.hasSuffix(".js") {
      files[String(name.dropFirst("newsroom/scripts/".count))] = File(
        contentType: "text/javascript; charset=utf-8", bytes: Array(theme.text(name).utf8))
    }
    var content = ContentHash()
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      content.add(Array("\(name) \(file.bytes.count)\n".utf8))
      content.add(file.bytes)
    }
    self.files = files
    hash = String(content.text.prefix(16))
  }

  /// `/desk/assets/HASH/editor.js`.
  func path(_ name: String) -> String { "/desk/assets/\(hash)/\(name)" }
}
