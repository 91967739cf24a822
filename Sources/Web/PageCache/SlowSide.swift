import NIOCore
import NIOHTTP1

/// What is known of the slow way of one HTTP/1 connection: whether all that was passed on to it was whole requests, and
/// all of them are answered. Only then may a request be answered before it, for else answers could change places, or
/// the rest of one request be taken for another.
///
/// A request without a body ends with the line end of an empty line. So the decoder stands between two requests when as
/// many requests ended as there were empty lines, none had a body, and the last byte ended an empty line. Where that
/// cannot be told, the connection keeps to the slow way for good.
final class SlowSide {
  private enum Line {
    case text
    /// Right behind a line end.
    case start
    /// Behind a line end and a carriage return.
    case ending
  }

  private var heads = 0
  private var ends = 0
  private var answers = 0
  private var emptyLines = 0
  private var line = Line.text
  private var hasPassed = false
  private var isSpoiled = false
  /// When the last answer was given.
  private(set) var lastAnswer: NIODeadline?

  /// Whether a request is in hand.
  var isBusy: Bool { heads > answers }

  /// Whether the next byte begins a request and all before it are answered.
  var isAtRest: Bool {
    guard hasPassed else { return !isSpoiled }
    return !isSpoiled && line == .start && heads > 0 && ends == heads && emptyLines == heads && answers == heads
  }

  /// Counts bytes that are passed on.
  func pass(_ bytes: UnsafeRawBufferPointer) {
    guard !isSpoiled else { return }
    if isAtRest { (heads, ends, answers, emptyLines, line, hasPassed) = (0, 0, 0, 0, .text, true) }
    for byte in bytes {
      switch (byte, line) {
      case (0x0A, .text): line = .start
      case (0x0A, _):
        line = .start
        emptyLines += 1
      case (0x0D, .start): line = .ending
      default: line = .text
      }
    }
  }

  /// Counts what the decoder made of them.
  func decoded(_ part: HTTPServerRequestPart) {
    switch part {
    case .head(let head):
      heads += 1
      // Behind such a request the decoder reads no other.
      if head.method == .CONNECT || head.headers.contains(name: "upgrade") { isSpoiled = true }
    case .body: isSpoiled = true
    case .end: ends += 1
    }
  }

  func answered() {
    answers += 1
    lastAnswer = .now()
  }

  /// From here on nothing is answered before it.
  func spoil() { isSpoiled = true }
}
