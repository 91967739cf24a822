import Glibc
import Model
import Subprocess
import SystemPackage

/// Runs programs on files that nobody vouches for: arguments as an array, in a session of their own, with limits on
/// time, memory, files and output. At most `width` run at once.
package struct ProgramRunner: Sendable {
  /// Of what a program says on its error output, more than anyone reads.
  private static let complaintBytesMax = 1 << 20

  private let turns: Turns

  package init(width: Int = 2) { turns = Turns(width: width) }

  /// Runs a program to its end in a folder, where its own temporary files go too, and returns what it left. Throws
  /// `PrepressError` with `place`, and `CancellationError`; in both cases nothing of it is left running.
  @discardableResult
  package func run(
    _ program: Program, _ arguments: [String], in folder: String, place: String, limits: ProgramLimits = ProgramLimits()
  ) async throws -> ProgramEnded {
    guard let path = ProgramRunner.path(of: program), let prlimit = ProgramRunner.path(of: ProgramRunner.prlimit) else {
      throw PrepressError(
        .programMissing, "\(program.name) is not installed: install \(program.package).",
        "没有安装 \(program.name)：请安装 \(program.package)。", place: place)
    }
    let command = [
      "--as=\(limits.memoryBytesMax)", "--cpu=\(limits.seconds)", "--fsize=\(limits.fileBytesMax)", "--core=0",
      "--", path,
    ]
    let start = Start(program: program, prlimit: prlimit, arguments: command + arguments, folder: folder, place: place)
    return try await turns.take { try await ProgramRunner.inTime(start, limits) }
  }

  private static let prlimit = Program(name: "prlimit", package: "util-linux")

  private struct Start: Sendable {
    let program: Program
    let prlimit: String
    let arguments: [String]
    let folder: String
    let place: String
  }

  /// The first to end of program and clock; the other is cancelled, and cancelling kills the whole session.
  private static func inTime(_ start: Start, _ limits: ProgramLimits) async throws -> ProgramEnded {
    try await withThrowingTaskGroup(of: ProgramEnded?.self) { group in
      group.addTask { try await result(start, limits) }
      group.addTask {
        try await Task.sleep(for: limits.time)
        return nil
      }
      defer { group.cancelAll() }
      guard let ended = try await group.next() ?? nil else { throw late(start, limits) }
      return ended
    }
  }

  private static func result(_ start: Start, _ limits: ProgramLimits) async throws -> ProgramEnded {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(50))
    ]
    let environment: [Environment.Key: String] = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": start.folder, "TMPDIR": start.folder, "MALLOC_ARENA_MAX": "2",
      "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1",
    ]
    do {
      let ended = try await Subprocess.run(
        .path(FilePath(start.prlimit)), arguments: Arguments(start.arguments), environment: .custom(environment),
        workingDirectory: FilePath(start.folder), platformOptions: options,
        output: .bytes(limit: limits.outputBytesMax), error: .bytes(limit: complaintBytesMax))
      if ended.terminationStatus.isSuccess {
        return ProgramEnded(output: ended.standardOutput, complaint: ended.standardError)
      }
      throw failure(start, ended.terminationStatus, complaint: ended.standardError, limits)
    } catch let error as SubprocessError {
      try Task.checkCancellation()
      if error.code == .outputLimitExceeded {
        throw PrepressError(
          .tooMuchOutput, "\(start.program.name) printed too much about \(name(start)).",
          "\(start.program.name) 处理 \(name(start)) 时输出过多。", place: start.place)
      }
      throw PrepressError(
        .programFailed, "\(start.program.name) could not be run on \(name(start)).",
        "\(start.program.name) 无法处理 \(name(start))。", place: start.place, cause: "\(error)")
    }
  }

  private static func failure(
    _ start: Start, _ status: TerminationStatus, complaint: [UInt8], _ limits: ProgramLimits
  ) -> PrepressError {
    if case .signaled(SIGXCPU) = status { return late(start, limits) }
    let says = ProgramEnded.lines(of: complaint).first ?? "it ended with \(status)"
    return PrepressError(
      .programFailed, "\(start.program.name) cannot work with \(name(start)).",
      "\(start.program.name) 无法处理 \(name(start))。", place: start.place, cause: says)
  }

  private static func late(_ start: Start, _ limits: ProgramLimits) -> PrepressError {
    PrepressError(
      .outOfTime, "\(start.program.name) took longer than \(limits.seconds) s with \(name(start)): make it simpler.",
      "\(start.program.name) 处理 \(name(start)) 超过 \(limits.seconds) 秒：请简化此文件。", place: start.place)
  }

  private static func name(_ start: Start) -> String { SourceFile(path: start.place).name }

  private static func path(of program: Program) -> String? {
    Program.folders.map { "\($0)/\(program.name)" }.first { access($0, X_OK) == 0 }
  }
}
