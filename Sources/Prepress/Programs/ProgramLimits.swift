/// What a program may use.
package struct ProgramLimits: Sendable {
  /// By the clock, and of the processor.
  package var time: Duration = .seconds(60)
  /// Of address space. Streams need far less; a picture that must be turned needs all its pixels.
  package var memoryBytesMax: Int = 2 << 30
  /// Of each file that it writes.
  package var fileBytesMax: Int = 512 << 20
  /// Of what it prints.
  package var outputBytesMax: Int = 1 << 20

  package init() {}

  /// Whole seconds, at least 1.
  var seconds: Int { max(1, Int(time.components.seconds) + (time.components.attoseconds > 0 ? 1 : 0)) }
}
