import Foundation
import FoundationXML

/// A document as another program's parser reads it.
struct XMLTree {
  let name: String
  let attributes: [String: String]
  var text = ""
  var children: [XMLTree] = []

  /// Nil when the bytes are not well-formed XML.
  static func parse(_ bytes: [UInt8]) -> XMLTree? {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    return parser.parse() ? builder.root : nil
  }

  /// Those below it with a name, at any depth.
  func all(_ name: String) -> [XMLTree] { children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) } }

  subscript(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(XMLTree(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open[open.count - 1].text += text }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      let done = open.removeLast()
      if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
    }
  }
}
