import Foundation

/// What the program says to a person: plain lines, and a bar where the output is a terminal.
enum Terminal {
  /// Whether standard error is a terminal, so that a bar may be drawn over itself.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  static func line(_ text: String) { write(text + "\n", to: FileHandle.standardOutput) }

  static func error(_ text: String) { write(text + "\n", to: FileHandle.standardError) }

  /// Asks for something on the same line, on standard error, so that what a command prints stays clean.
  static func prompt(_ text: String) { write(text, to: FileHandle.standardError) }

  /// Draws how far a long work is. On a terminal the line is drawn over itself; elsewhere a plain line is written for
  /// each tenth.
  static func progress(_ what: String, done: Int, of total: Int) {
    guard total > 0 else { return }
    if isInteractive {
      let width = 30
      let filled = done * width / total
      let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
      write("\r\u{1B}[K\(bar) \(done)/\(total) \(what)" + (done == total ? "\n" : ""), to: FileHandle.standardError)
    } else if done == total || (done * 10 / total) != ((done - 1) * 10 / total) {
      write("\(done)/\(total) \(what)\n", to: FileHandle.standardError)
    }
  }

  private static func write(_ text: String, to handle: FileHandle) {
    // A closed pipe must not end the work: what cannot be said is not said.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
