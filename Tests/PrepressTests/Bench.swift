import Foundation
import Prepress

/// A temporary folder with pictures made for a test; gone when it is.
final class Bench: Sendable {
  let path: String
  let darkroom = Darkroom()
  private let runner = ProgramRunner()

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }  // What stays is in a temporary folder.

  /// Where what is developed goes.
  var out: String { path + "/out" }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ bytes: some Sequence<UInt8>, _ name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// A picture in colours of a size, in the format of its name's ending.
  func picture(_ name: String, _ width: Int, _ height: Int) async throws -> String {
    try await vips("zone", "a.png", "\(width)", "\(height)", "--uchar")
    try await vips("invert", "a.png", "b.png")
    try await vips("rot", "a.png", "c.png", "d180")
    try await vips("bandjoin", "a.png b.png c.png", "rgb.png")
    try await vips("copy", "rgb.png", name, "--interpretation", "srgb")
    return file(name)
  }

  func vips(_ arguments: String...) async throws {
    try await runner.run(.vips, arguments, in: path, place: "test")
  }

  /// Everything that was made, by its path in `out`.
  func made() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: out) }
}
