import Model

/// What a web server must be told beside an export: where old addresses lead, and which stories were withdrawn.
/// Old addresses are matched without regard to case, with their query first, else without.
struct RedirectMaps: Equatable {
  static let nginxFileName = "redirects.nginx.conf"
  static let caddyFileName = "redirects.caddy"

  struct Move: Hashable {
    /// Begins with a slash; may carry a query.
    let old: String
    /// Path and query, percent-encoded.
    let target: String
  }

  /// By old address; none twice.
  private let moves: [Move]
  /// Paths of permalinks, ascending.
  private let gone: [String]

  init(moves: [Move], gone: [String]) {
    var byOld: [String: String] = [:]
    for move in moves where move.old.hasPrefix("/") && !RedirectMaps.hasControl(move.old) {
      byOld[Folding.path(move.old)] = move.target
    }
    self.moves = byOld.map { Move(old: $0.key, target: $0.value) }.sorted { $0.old < $1.old }
    self.gone = Set(gone).sorted()
  }

  /// For `http { }` of nginx.
  var nginx: String {
    let keys = moves.map { RedirectMaps.encoded($0.old) } + gone
    let longest = keys.map(\.utf8.count).max() ?? 0
    let bucket = max(128, (longest + 32 + 63) / 64 * 64)
    let size = max(2_048, (moves.count + gone.count) * 2)
    let whole = moves.filter { $0.old.utf8.contains(0x3F) }
    let paths = moves.filter { !$0.old.utf8.contains(0x3F) }
    return """
      # In http { }, once:
      #   include /path/of/the/export/\(RedirectMaps.nginxFileName);
      # In server { }:
      #   if ($broadsheet_moved) { return 301 $broadsheet_moved; }
      #   if ($broadsheet_gone) { return 410; }
      #   error_page 404 /404.html;
      #   error_page 410 @gone;
      #   location @gone { try_files $uri $uri/index.html =410; }
      #   location / { index index.html index.json; try_files $uri $uri/index.html $uri/index.json =404; }
      map_hash_bucket_size \(bucket);
      map_hash_max_size \(size);
      map $request_uri $broadsheet_moved_whole {
        default "";
      \(RedirectMaps.nginxLines(whole.map { (RedirectMaps.encoded($0.old), $0.target) }))}
      map $uri $broadsheet_moved_path {
        default "";
      \(RedirectMaps.nginxLines(paths.map { ($0.old, $0.target) }))}
      map $broadsheet_moved_whole $broadsheet_moved {
        default $broadsheet_moved_whole;
        "" $broadsheet_moved_path;
      }
      map $uri $broadsheet_gone {
        default "";
      \(RedirectMaps.nginxLines(gone.map { ($0, "1") }))}

      """
  }

  /// For the block of a site of Caddy.
  var caddy: String {
    let whole = moves.filter { $0.old.utf8.contains(0x3F) }
    let paths = moves.filter { !$0.old.utf8.contains(0x3F) }
    let lines =
      whole.map { RedirectMaps.caddyLine(RedirectMaps.pattern($0.old) + "$", $0.target) }
      + paths.map { RedirectMaps.caddyLine(RedirectMaps.pattern($0.old) + "(\\?.*)?$", $0.target) }
    var text = """
      # In the block of the site:
      #   root * /path/of/the/export
      #   import /path/of/the/export/\(RedirectMaps.caddyFileName)
      #   try_files {path} {path}/index.html {path}/index.json
      #   file_server {
      #     index index.html index.json
      #   }
      #   handle_errors {
      #     @missing expression {err.status_code} == 404
      #     rewrite @missing /404.html
      #     try_files {path} {path}/index.html
      #     file_server
      #   }
      map {uri} {broadsheet_moved} {
      \(lines.joined())\tdefault ""
      }
      @broadsheet_moved expression `{broadsheet_moved} != ""`
      redir @broadsheet_moved {broadsheet_moved} 301

      """
    if !gone.isEmpty {
      text += "@broadsheet_gone {\n" + gone.map { "\tpath \($0)\n" }.joined() + "}\nerror @broadsheet_gone 410\n"
    }
    return text
  }

  private static func nginxLines(_ pairs: [(String, String)]) -> String {
    pairs.map { "  \(quoted($0.0)) \(quoted($0.1));\n" }.joined()
  }

  /// In backquotes, in which Caddy reads everything as it stands; neither side holds one.
  private static func caddyLine(_ pattern: String, _ target: String) -> String {
    "\t`~(?i)^\(pattern)` `\(target)`\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The address as a client sends it, for a regular expression: what is no letter, digit or plain mark is escaped.
  private static func pattern(_ address: String) -> String {
    encoded(address).unicodeScalars.map { scalar in
      "-_/~%=&:@!',;".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? String(scalar) : "\\\(scalar)"
    }.joined()
  }

  /// The address as a client sends it: what a URL may not hold is percent-encoded, what is encoded stays so.
  private static func encoded(_ address: String) -> String {
    var out = ""
    for byte in address.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80, !"\"<>\\^`{|} ".unicodeScalars.contains(scalar) {
        out.unicodeScalars.append(scalar)
      } else {
        out += "%" + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }

  private static func hasControl(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
}
