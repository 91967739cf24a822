import Model

/// The files that a page loads, each under an address that names its content.
struct Assets: Sendable {
  struct File: Sendable {
    let name: String
    let hash: String
    let contentType: String
    let bytes: [UInt8]

    init(name: String, contentType: String, text: String) {
      self.name = name
      self.contentType = contentType
      bytes = Array(text.utf8)
      hash = String(ContentHash.text(of: bytes).prefix(16))
    }

    var path: String { Address.asset(hash: hash, name: name).path }
  }

  let stylesheet: File
  let script: File
  /// Searches an export in the browser; only the search asks for it.
  let engine: File

  var files: [File] { [stylesheet, script, engine] }

  /// - Parameter plateRatio: the width of the drawn name in units of its height; nil where there is none.
  init(theme: Theme, accent: Accent, plateRatio: Double?) {
    let sheets = theme.names(in: "styles").filter { $0.hasSuffix(".css") }.map(theme.text)
    let own = Assets.colours(accent) + Assets.pairs() + (plateRatio.map(Assets.plate) ?? "")
    stylesheet = File(
      name: "reader.css", contentType: "text/css; charset=utf-8",
      text: Assets.compact(sheets.joined(separator: "\n") + "\n" + own))
    let parts = theme.names(in: "scripts").filter(Assets.isPart).map(theme.text)
    script = File(
      name: "reader.js", contentType: "text/javascript; charset=utf-8", text: parts.joined(separator: "\n"))
    let table = "// From OpenCC's TSCharacters (Apache License 2.0).\nconst traditionalHan = "
    let engines = theme.names(in: "scripts/search").filter { $0.hasSuffix(".js") }.map(theme.text)
    engine = File(
      name: "search.js", contentType: "text/javascript; charset=utf-8",
      text: table + "\"\(SearchTables.traditionalHan)\";\n\n" + engines.joined(separator: "\n"))
  }

  /// `scripts/20-share.js`.
  private static func isPart(_ name: String) -> Bool {
    let file = Array(name.dropFirst("scripts/".count).utf8)
    return file.count > 6 && name.hasSuffix(".js") && (48...57).contains(file[0]) && (48...57).contains(file[1])
      && file[2] == 45
  }

  static func colours(_ accent: Accent) -> String {
    let light = "--accent:\(accent.light);--on-accent:\(accent.onLight);--tint:\(accent.lightTint)"
    let dark = "--accent:\(accent.dark);--on-accent:\(accent.onDark);--tint:\(accent.darkTint)"
    return """
      :root{\(light);--accent-paper:\(accent.light)}
      @media (prefers-color-scheme:dark){:root:not([data-theme="light"]){\(dark)}}
      :root[data-theme="dark"]{\(dark)}
      @media print{:root,:root[data-theme]{\(light)}}

      """
  }

  /// A story's place on the page picture and its headline light each other without scripts, for so many stories.
  private static let pairsMax = 40

  private static func pairs() -> String {
    let numbers = 1...pairsMax
    let states = [":hover", ":focus-visible"]
    let places = numbers.flatMap { number in
      states.map { ".spread:has(.heads .h\(number)\($0)) .hot .h\(number) polygon" }
    }
    let heads = numbers.flatMap { number in
      states.map { ".spread:has(.hot .h\(number)\($0)) .heads .h\(number) .hl" }
    }
    return places.joined(separator: ",") + "{fill-opacity:.13;stroke-opacity:1}\n" + heads.joined(separator: ",")
      + "{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}\n"
  }

  /// The drawn name is a mask in the colour of the ink, so that it turns with light and dark.
  private static func plate(_ ratio: Double) -> String {
    let width = Numerals.short(ratio * 100)
    return """
      .plate .logo{width:calc(1em*\(width)/100);-webkit-mask-image:url(/logo.svg);mask-image:url(/logo.svg)}
      .mast .plate.drawn{font-size:calc((100vw - 2rem)*100/\(width))}
      @media (min-width:30em){.mast .plate.drawn{font-size:min(7rem,calc((100vw - 4rem)*100/\(width)))}}
      @media (min-width:64em){.mast .plate.drawn{font-size:min(7.5rem,calc(45vw*100/\(width)))}}

      """
  }

  /// Without comments and without the white space at the start of lines.
  static func compact(_ sheet: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(sheet.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x2F, at + 1 < bytes.count, bytes[at + 1] == 0x2A {
        at += 2
        while at + 1 < bytes.count, !(bytes[at] == 0x2A && bytes[at + 1] == 0x2F) { at += 1 }
        at += 2
        continue
      }
      let isLineStart = out.isEmpty || out[out.count - 1] == 0x0A
      if isLineStart, [0x20, 0x0A, 0x0D].contains(bytes[at]) {
        at += 1
        continue
      }
      out.append(bytes[at])
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
