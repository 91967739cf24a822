/// What a program left that ended well.
package struct ProgramEnded: Sendable {
  /// Its standard output.
  package let output: [UInt8]
  /// What it complained of, line by line, without the time stamps of GLib's warnings; at most
  /// `complaintLinesMax` lines.
  package let complaints: [String]

  static let complaintLinesMax = 20

  init(output: [UInt8], complaint: [UInt8]) {
    self.output = output
    complaints = ProgramEnded.lines(of: complaint)
  }

  static func lines(of complaint: [UInt8]) -> [String] {
    var lines: [String] = []
    for line in String(decoding: complaint, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let said = line.contains("-WARNING **: ") ? line.split(separator: ": ", maxSplits: 2).last ?? line : line
      let short = String(said.prefix(200))
      if !short.allSatisfy(\.isWhitespace), lines.last != short { lines.append(short) }
      if lines.count == complaintLinesMax { break }
    }
    return lines
  }
}
