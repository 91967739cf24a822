internal import CXML2

/// Builds a tree from what the parser meets. A class, since the parser carries its address through C.
final class TreeBuilder {
  private(set) var root: Element?
  private(set) var failure: XML.Failure?
  private let prefixes: [String: String]
  private var open: [Element] = []
  private var text: [UInt8] = []
  private var nodes = 0
  /// The parser keeps each name once, so that its address stands for it.
  private var names: [Name: String] = [:]

  private struct Name: Hashable {
    let local: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?
  }

  init(prefixes: [String: String]) { self.prefixes = prefixes }

  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC
    handler.startElementNs = { context, local, _, namespace, _, _, count, _, attributes in
      guard let local else { return }
      TreeBuilder.at(context)?.begin(local, namespace, attributes, Int(count))
    }
    handler.endElementNs = { context, _, _, _ in TreeBuilder.at(context)?.end() }
    handler.characters = { context, bytes, count in TreeBuilder.at(context)?.add(bytes, Int(count)) }
    handler.cdataBlock = { context, bytes, count in TreeBuilder.at(context)?.add(bytes, Int(count)) }
    handler.internalSubset = { context, _, _, _ in TreeBuilder.at(context)?.fail(.documentType) }
    return handler
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
    context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func fail(_ failure: XML.Failure) { self.failure = self.failure ?? failure }

  private func begin(
    _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
  ) {
    flush()
    nodes += 1 + count
    if nodes > XML.nodesMax { fail(.tooMany) }
    if open.count >= XML.depthMax { fail(.tooDeep) }
    guard failure == nil else { return }
    var element = Element(name(local, namespace))
    if let attributes {
      // Five pointers each: local name, prefix, namespace, begin and end of the value.
      for index in stride(from: 0, to: count * 5, by: 5) {
        guard let local = attributes[index], let begin = attributes[index + 3], let end = attributes[index + 4]
        else { continue }
        let value = String(decoding: UnsafeBufferPointer(start: begin, count: end - begin), as: UTF8.self)
        element.attributes.append((name(local, attributes[index + 2]), value))
      }
    }
    open.append(element)
  }

  private func end() {
    flush()
    guard failure == nil, let element = open.popLast() else { return }
    if open.isEmpty {
      root = root ?? element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func add(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard failure == nil, !open.isEmpty, count > 0 else { return }
    text += UnsafeBufferPointer(start: bytes, count: count)
  }

  private func flush() {
    guard !text.isEmpty else { return }
    nodes += 1
    if !open.isEmpty { open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }

  private func name(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> String {
    let key = Name(local: local, namespace: namespace)
    if let known = names[key] { return known }
    let plain = String(cString: local)
    let name = namespace.map { "\(prefixes[String(cString: $0)] ?? "?"):\(plain)" } ?? plain
    names[key] = name
    return name
  }
}
