/// Keeps the links of a page within a preview: addresses of what the preview shows stand under its own address, all
/// others stay. Nothing of a preview is counted as read.
package struct PreviewLinks: Sendable {
  /// What stands before the paths: `/preview/SECRET`.
  let prefix: String
  /// Whether a path, percent-encoded as it stands in the page and without query and fragment, is of the preview.
  let isInside: @Sendable (String) -> Bool

  package init(prefix: String, isInside: @escaping @Sendable (String) -> Bool) {
    self.prefix = prefix
    self.isInside = isInside
  }

  /// A page that the renderer made. Only values of attributes are touched, never text or scripts. Cost: its length.
  package func rewrite(_ page: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(page.count + page.count / 8)
    var at = 0
    while at < page.count {
      if page[at] != 0x3C {
        out.append(page[at])
        at += 1
      } else if page[at...].starts(with: "<script".utf8) {
        // The scripts are those of the theme: nothing in them is of the preview.
        copy(page, through: Array("</script>".utf8), from: &at, to: &out)
      } else {
        copyTag(page, from: &at, to: &out)
      }
    }
    return out
  }

  private func copy(_ page: [UInt8], through end: [UInt8], from at: inout Int, to out: inout [UInt8]) {
    while at < page.count, !page[at...].starts(with: end) {
      out.append(page[at])
      at += 1
    }
    out += page[at..<min(page.count, at + end.count)]
    at = min(page.count, at + end.count)
  }

  /// Up to the bracket that ends it; every value stands in double quotes, as our templates write them.
  private func copyTag(_ page: [UInt8], from at: inout Int, to out: inout [UInt8]) {
    var name: [UInt8] = []
    while at < page.count {
      let byte = page[at]
      at += 1
      switch byte {
      case 0x22:
        let start = at
        while at < page.count, page[at] != 0x22 { at += 1 }
        set(String(decoding: page[start..<at], as: UTF8.self), of: name, in: &out)
        at = min(page.count, at + 1)
        name = []
      case 0x3E:
        out.append(byte)
        return
      default:
        out.append(byte)
        if byte <= 0x20 { name = [] } else if byte != 0x3D { name.append(byte) }
      }
    }
  }

  /// Writes a value whose name and sign of equality stand already.
  private func set(_ value: String, of name: [UInt8], in out: inout [UInt8]) {
    let made: String
    switch String(decoding: name, as: UTF8.self) {
    case "href", "src", "poster", "action": made = rewritten(value)
    case "srcset": made = sources(value)
    case "data-views":
      // By it the script of a page knows where to count.
      out.removeLast(min(out.count, name.count + 1))
      return
    default: made = value
    }
    out += "\"\(made)\"".utf8
  }

  private func rewritten(_ value: String) -> String {
    guard value.hasPrefix("/"), !value.hasPrefix("//") else { return value }
    // The picture that counts a reader without scripts.
    if value.hasPrefix("/views/dot.gif") { return "/icon.png" }
    let path = String(value.prefix { $0 != "?" && $0 != "#" })
    return isInside(path) ? prefix + value : value
  }

  /// Addresses with widths behind them, parted by commas.
  private func sources(_ value: String) -> String {
    value.split(separator: ",").map { source in
      let parts = source.split(separator: " ")
      guard let address = parts.first else { return String(source) }
      return ([rewritten(String(address))] + parts.dropFirst().map(String.init)).joined(separator: " ")
    }.joined(separator: ", ")
  }
}
