import Foundation

/// Runs a program on some bytes and gives what it writes.
func unpacked(_ bytes: [UInt8], by command: [String]) async throws -> [UInt8] {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(with: Result { try run(command, input: bytes) })
    }
  }
}

/// A failed program, by its name.
struct ProgramFault: Error {
  let name: String
  let status: Int32
}

/// Blocks.
@discardableResult
func run(_ command: [String], input: [UInt8] = []) throws -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("broadsheet-input-\(UUID().uuidString)")
  try Data(input).write(to: folder)
  defer { try? FileManager.default.removeItem(at: folder) }  // left in the temporary folder it harms nobody
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  process.standardInput = try FileHandle(forReadingFrom: folder)
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw ProgramFault(name: command.first ?? "", status: process.terminationStatus)
  }
  return Array(bytes)
}
