import Model

/// The fields that are open where the text is read (complex fields of ISO/IEC 29500-1, 17.16): their instructions are
/// passed over, their results are text.
struct FieldStack {
  private struct Field {
    var instruction = ""
    var isResult = false
  }

  private static let depthMax = 32
  private static let instructionCharactersMax = 4_000

  private var open: [Field] = []
  /// Where the open fields lead, when one of them is a link.
  var link: LinkTarget? {
    get { links.last { $0 != nil } ?? nil }
    set { if !links.isEmpty { links[links.count - 1] = newValue } }
  }
  private var links: [LinkTarget?] = []
  /// Whether a link's instruction has just been read.
  private(set) var isLinkDue = false

  /// Whether what stands here is no text.
  var isSilent: Bool { open.contains { !$0.isResult } }

  /// The address in the instruction of the innermost field, where it is a link out of the document.
  var address: String? {
    guard let words = open.last?.instruction, let start = words.firstRange(of: "HYPERLINK") else { return nil }
    let rest = words[start.upperBound...]
    guard let quote = rest.firstIndex(where: { $0 == "\"" || $0 == "“" }), !rest[..<quote].contains("\\l")
    else { return nil }
    let address = rest[rest.index(after: quote)...].prefix { $0 != "\"" && $0 != "”" }
    return address.isEmpty ? nil : String(address)
  }

  /// Takes a mark; what it gives is text: that of a field which has no result and shows its instruction.
  mutating func mark(_ kind: String) -> [String] {
    isLinkDue = false
    switch kind {
    case "begin" where open.count < FieldStack.depthMax:
      open.append(Field())
      links.append(nil)
    case "separate":
      guard let last = open.indices.last, !open[last].isResult else { return [] }
      open[last].isResult = true
      isLinkDue = address != nil
    case "end":
      links = Array(links.dropLast())
      guard let field = open.popLast(), !field.isResult else { return [] }
      return FieldStack.shown(field.instruction)
    default: break
    }
    return []
  }

  mutating func add(_ instruction: String) {
    guard let last = open.indices.last, !open[last].isResult else { return }
    let room = FieldStack.instructionCharactersMax - open[last].instruction.count
    open[last].instruction += instruction.prefix(max(0, room))
  }

  /// No instruction goes on in the next paragraph: a damaged field hides no more than this one.
  mutating func endParagraph() {
    while let last = open.last, !last.isResult {
      open.removeLast()
      links = Array(links.dropLast())
    }
  }

  /// What an EQ field shows, 带圈字符 and old ruby: `eq \o\ac(○,增)`, the last thing within its brackets.
  private static func shown(_ instruction: String) -> [String] {
    let words = instruction.drop(while: \.isWhitespace)
    guard words.lowercased().hasPrefix("eq "), let open = words.firstIndex(of: "("),
      let close = words.lastIndex(of: ")"), open < close
    else { return [] }
    let within = words[words.index(after: open)..<close]
    let last = within.split(separator: ",").last ?? ""
    let text = last.filter { !"()\\ ".contains($0) }
    return text.isEmpty ? [] : [String(text)]
  }
}
