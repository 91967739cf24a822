import Model

/// What an export left on disk, file by file, so that the next one need not read what nobody touched: size, time and
/// inode of each, as git's index has it. It stands hidden in the folder of the export and is no part of it.
struct ExportIndex: Equatable {
  static let fileName = ".broadsheet-index"
  private static let head = "broadsheet export 1 "

  /// What the system says of a file.
  struct Facts: Equatable, Sendable {
    let bytes: Int
    /// In nanoseconds since 1970.
    let modified: Int
    let inode: UInt64
  }

  /// See `ExportContents.stamp`.
  var stamp = ""
  var files: [String: Facts] = [:]
  var leftOut: [ExportOutcome.LeftOut] = []

  init() {}

  /// Reads what `text` writes; nil for anything else.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A)[...]
    guard let head = lines.popFirst().map({ String(decoding: $0, as: UTF8.self) }), head.hasPrefix(ExportIndex.head)
    else { return nil }
    stamp = String(head.dropFirst(ExportIndex.head.count))
    files.reserveCapacity(lines.count)
    for line in lines {
      let fields = line.split(separator: 0x20, maxSplits: 3)
      if fields.count == 4, let size = ExportIndex.number(fields[0]), let modified = ExportIndex.number(fields[1]),
        let inode = ExportIndex.number(fields[2])
      {
        let name = String(decoding: fields[3], as: UTF8.self)
        files[name] = Facts(bytes: Int(size), modified: Int(modified), inode: inode)
      } else if let left = ExportIndex.left(String(decoding: line, as: UTF8.self)) {
        leftOut.append(left)
      } else {
        return nil
      }
    }
  }

  var text: String {
    var text = ExportIndex.head + stamp + "\n"
    for (name, facts) in files { text += "\(facts.bytes) \(facts.modified) \(facts.inode) \(name)\n" }
    for left in leftOut { text += "- \(left.why.rawValue) \(JSON.string(left.path).text)\n" }
    return text
  }

  /// Digits alone; nil for anything else.
  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      guard (48...57).contains(digit), number < UInt64.max / 20 else { return nil }
      number = number * 10 + UInt64(digit - 48)
    }
    return digits.isEmpty || number > UInt64(Int.max) ? nil : number
  }

  private static func left(_ line: String) -> ExportOutcome.LeftOut? {
    let fields = line.split(separator: " ", maxSplits: 2)
    guard fields.count == 3, fields[0] == "-", let why = ExportOutcome.Why(rawValue: String(fields[1])),
      let path = (try? JSON(text: String(fields[2])))?.string  // a line of another form is no index
    else { return nil }
    return ExportOutcome.LeftOut(path: path, why: why)
  }
}
