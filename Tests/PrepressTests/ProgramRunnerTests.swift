import Foundation
import Model
import Prepress
import Testing

private let temporary = FileManager.default.temporaryDirectory.path

private let shell = Program(name: "sh", package: "dash")

private func run(
  _ script: String, _ runner: ProgramRunner = ProgramRunner(), in folder: String = temporary,
  _ change: (inout ProgramLimits) -> Void = { _ in }
) async throws -> ProgramEnded {
  var limits = ProgramLimits()
  change(&limits)
  return try await runner.run(shell, ["-c", script], in: folder, place: "a.jpg", limits: limits)
}

@Test func `a program's output and complaints come back`() async throws {
  let ended = try await run("printf abc; echo oh >&2; echo oh >&2")
  #expect(ended.output == Array("abc".utf8) && ended.complaints == ["oh"])
}

@Test func `a program that fails says why in its first line`() async {
  let error = await refusal { try await run("echo 'bad picture' >&2; echo more >&2; exit 3") }
  #expect(error?.code == .programFailed && error?.cause == "bad picture" && error?.place == "a.jpg")
  let killed = await refusal { try await run("kill -9 $$") }
  #expect(killed?.code == .programFailed)
}

@Test func `a program that is missing is named with its package`() async {
  let program = Program(name: "no-such-program", package: "no-such-package")
  let error = await refusal { try await ProgramRunner().run(program, [], in: temporary, place: "a.jpg") }
  #expect(error?.code == .programMissing && error?.wording.english.contains("install no-such-package") == true)
}

@Test func `a program that takes too long is killed with all that it started`() async throws {
  let bench = try Bench()
  let error = await refusal { try await run(lingering, in: bench.path) { $0.time = .milliseconds(300) } }
  #expect(error?.code == .outOfTime)
  #expect(try await isGone(bench))
}

@Test func `cancelling kills the program with all that it started`() async throws {
  let bench = try Bench()
  await #expect(throws: CancellationError.self) {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { _ = try await run(lingering, in: bench.path) }
      while !FileManager.default.fileExists(atPath: bench.file("child")) {
        try await Task.sleep(for: .milliseconds(20))
      }
      group.cancelAll()
      try await group.next()
    }
  }
  #expect(try await isGone(bench))
}

/// A program that starts another, writes down its number and outlives every test.
private let lingering = "sleep 600 & echo $! > child.new; mv child.new child; sleep 600"

/// Whether the program that `lingering` started has ended, or does within some seconds.
private func isGone(_ bench: Bench) async throws -> Bool {
  let number = try String(contentsOfFile: bench.file("child"), encoding: .utf8).filter(\.isNumber)
  for _ in 0..<100 {
    let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)  // Gone is gone.
    guard let state, !state.contains(") Z ") else { return true }
    try await Task.sleep(for: .milliseconds(50))
  }
  return false
}

@Test func `output, files, memory and processor time have limits`() async throws {
  let bench = try Bench()
  let output = await refusal { try await run("head -c 5000 /dev/zero") { $0.outputBytesMax = 1_000 } }
  #expect(output?.code == .tooMuchOutput)
  let file = await refusal {
    try await run("head -c 100000 /dev/zero > big", in: bench.path) { $0.fileBytesMax = 10_000 }
  }
  #expect(file?.code == .programFailed)
  let memory = await refusal {
    try await run("head -c 80m /dev/zero | tail -c 79m > /dev/null") { $0.memoryBytesMax = 40 << 20 }
  }
  #expect(memory?.code == .programFailed)
  let spin = await refusal { try await run("while :; do :; done") { $0.time = .seconds(1) } }
  #expect(spin?.code == .outOfTime)
}

@Test func `arguments are never read by a shell`() async throws {
  let echo = Program(name: "printf", package: "coreutils")
  let ended = try await ProgramRunner().run(echo, ["%s", "$(id); `id` | \n'\""], in: temporary, place: "a")
  #expect(ended.output == Array("$(id); `id` | \n'\"".utf8))
}

@Test func `no more programs run at once than allowed`() async throws {
  let bench = try Bench()
  let runner = ProgramRunner(width: 2)
  let script = "mkdir run-$$; ls -d run-* | wc -l; sleep 0.1; rmdir run-$$"
  let most = try await withThrowingTaskGroup(of: Int.self) { group in
    for _ in 0..<8 {
      group.addTask {
        let ended = try await run(script, runner, in: bench.path)
        return Int(String(decoding: ended.output, as: UTF8.self).filter(\.isNumber)) ?? 99
      }
    }
    return try await group.reduce(0, max)
  }
  #expect(most <= 2)
}
