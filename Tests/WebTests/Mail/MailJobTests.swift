import Foundation
import Logging
import Model
import NIOCore
import NIOSSL
import Newsroom
import Store
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct MailJobTests {
  private static let start = Date(timeIntervalSince1970: 1_772_300_000)

  /// A queue, the job that empties it, and a clock.
  private struct Desk {
    let storage: Storage
    let job: MailJob
    let clock: Clock
    let log: LogLines

    func add(_ recipients: String...) async throws {
      let now = clock.now
      try await storage.write { session in
        for recipient in recipients {
          try Ledger(session: session).queue(
            mail: Mail(recipient: recipient, subject: "待审：桥", text: "桥开了。\n.\n请看。", made: now))
        }
      }
    }

    func all() async throws -> [Mail] {
      try await storage.read { session in
        let ledger = Ledger(session: session)
        return try ledger.mail(due: .distantFuture, limit: 20_000) + ledger.failedMail(limit: 100)
      }
    }
  }

  private final class Clock: Sendable {
    private let time = Mutex(MailJobTests.start)

    var now: Date { time.withLock { $0 } }

    func move(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  private func with<Value>(
    _ office: PostOffice?, security: MailSettings.Security = .none, user: String = "",
    certificate: MailCertificate? = nil, host: String = "127.0.0.1", limits: MailLimits = MailLimits(),
    _ body: (Desk) async throws -> Value
  ) async throws -> Value {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let storage = try await Storage(folder: folder + "/site")
      defer { try? storage.close() }  // the folder goes away right after
      let settings = MailSettings(
        host: host, port: office?.port ?? 1, security: security, user: user, from: "desk@paper.example")
      let client = SMTPClient(
        settings: settings, password: "päss", paper: "苇渡半月报", limits: limits,
        trust: certificate.map { .file($0.certificate) } ?? .default)
      let (clock, log) = (Clock(), LogLines())
      let job = MailJob(
        queue: MailQueue(storage: storage), client: client, now: { clock.now }, logger: log.logger)
      return try await body(Desk(storage: storage, job: job, clock: clock, log: log))
    }
  }

  @Test func `letters go out over one connection, and their text is forgotten`() async throws {
    try await PostOffice.with { office in
      try await with(office) { desk async throws in
        try await desk.add("a@paper.example", "b@paper.example")
        #expect(try await desk.job.round(limit: 100) == 2)
        let heard = office.heard
        #expect(heard.connections == 1 && heard.letters.count == 2)
        #expect(heard.commands.contains("RCPT TO:<b@paper.example>") && heard.commands.last == "QUIT")
        #expect(heard.letters[0].contains("To: <a@paper.example>"))
        #expect(try await desk.all().isEmpty)
        #expect(try await desk.job.round(limit: 100) == 0)
      }
    }
  }

  @Test(arguments: ["PLAIN LOGIN", "LOGIN"])
  func `where STARTTLS is asked for, nothing is said in the open but that`(ways: String) async throws {
    try await withTemporaryFolder { folder in
      let certificate = try MailCertificate.make(in: folder)
      try await PostOffice.with(.init(offersTLS: true, ways: ways), certificate: certificate) { office in
        try await with(
          office, security: .starttls, user: "u", certificate: certificate, host: "localhost"
        ) { desk async throws in
          try await desk.add("a@paper.example")
          #expect(try await desk.job.round(limit: 100) == 1)
          #expect(office.heard.letters.count == 1)
          #expect(office.heard.commands.prefix(3) == ["EHLO paper.example", "STARTTLS", "EHLO paper.example"])
        }
      }
    }
  }

  @Test func `TLS from the first byte does as well`() async throws {
    try await withTemporaryFolder { folder in
      let certificate = try MailCertificate.make(in: folder)
      try await PostOffice.with(.init(isClosedFromTheStart: true), certificate: certificate) { office in
        try await with(office, security: .tls, certificate: certificate) { desk async throws in
          try await desk.add("a@paper.example")
          _ = try await desk.job.round(limit: 100)
          #expect(office.heard.letters.count == 1)
        }
      }
    }
  }

  @Test func `a server without STARTTLS, or with a certificate of nobody's, gets nothing`() async throws {
    try await withTemporaryFolder { folder in
      let certificate = try MailCertificate.make(in: folder)
      for manners in [PostOffice.Manners(), PostOffice.Manners(offersTLS: true)] {
        try await PostOffice.with(manners, certificate: certificate) { office in
          try await with(office, security: .starttls) { desk async throws in
            try await desk.add("a@paper.example")
            _ = try await desk.job.round(limit: 100)
            #expect(office.heard.letters.isEmpty)
            #expect(try await desk.all().map(\.tries) == [1])
          }
        }
      }
    }
  }

  @Test func `what is said before the connection is closed against others is not believed`() async throws {
    try await withTemporaryFolder { folder in
      let certificate = try MailCertificate.make(in: folder)
      for injected in ["\r\n250 injected", "\r\n250-half"] {
        try await PostOffice.with(.init(offersTLS: true, injected: injected), certificate: certificate) { office in
          try await with(
            office, security: .starttls, certificate: certificate, host: "localhost"
          ) { desk async throws in
            try await desk.add("a@paper.example")
            _ = try await desk.job.round(limit: 100)
            #expect(office.heard.letters.isEmpty)
            #expect(try await desk.all().first?.fault.isEmpty == false)
          }
        }
      }
    }
  }

  @Test func `a refused recipient is given up, one that is put off is tried again, and the others get theirs`()
    async throws
  {
    let recipients = ["no-": "550 unknown", "later-": "450 busy"]
    try await PostOffice.with(.init(recipients: recipients)) { office in
      try await with(office) { desk async throws in
        try await desk.add("no-a@paper.example", "later-b@paper.example", "c@paper.example", "d d@paper.example")
        #expect(try await desk.job.round(limit: 100) == 4)
        #expect(office.heard.letters.count == 1)
        let left = try await desk.all().sorted { $0.number < $1.number }
        #expect(left.map(\.state) == [.failed, .waiting, .failed])
        #expect(left.map(\.fault) == ["550 unknown", "450 busy", "this is no mail address"])
        #expect(left.allSatisfy { !$0.text.isEmpty })
        #expect(left[1].due == MailJobTests.start.addingTimeInterval(60))
        #expect(try await desk.job.queue.failures(limit: 10).total == 2)
        #expect(!desk.log.all.contains { "\($0)".contains("paper.example") })
      }
    }
  }

  @Test(arguments: ["MAIL", "DATA", ".", "EHLO"])
  func `a cut connection loses no letter`(command: String) async throws {
    try await PostOffice.with(.init(cutsAt: command)) { office in
      try await with(office) { desk async throws in
        try await desk.add("a@paper.example", "b@paper.example")
        let tried = try await desk.job.round(limit: 100)
        #expect(tried == (command == "EHLO" ? 2 : 1))
        let left = try await desk.all()
        #expect(left.count == 2 && left.allSatisfy { $0.state == .waiting && !$0.text.isEmpty })
        #expect(left.map(\.tries).reduce(0, +) == tried)
        // The next round is for the other one.
        if command != "EHLO" {
          _ = try await desk.job.round(limit: 100)
          #expect(try await desk.all().map(\.tries) == [1, 1])
        }
      }
    }
  }

  @Test func `a server that does not answer is left after its time`() async throws {
    var limits = MailLimits()
    limits.replyTime = .milliseconds(50)
    limits.letterTime = .milliseconds(50)
    for manners in [PostOffice.Manners(hangsAt: "RCPT"), PostOffice.Manners(isAnswering: false)] {
      try await PostOffice.with(manners) { office in
        try await with(office, limits: limits) { desk async throws in
          try await desk.add("a@paper.example")
          #expect(try await desk.job.round(limit: 100) == 1)
          #expect(try await desk.all().first?.fault == "the server took too long")
        }
      }
    }
  }

  @Test func `a letter is tried ten times, ever more rarely, and then shown as failed`() async throws {
    try await with(nil) { desk async throws in
      try await desk.add("a@paper.example")
      var waits: [Double] = []
      for _ in 0..<MailQueue.triesMax {
        #expect(try await desk.job.round(limit: 100) == 1)
        guard let letter = try await desk.all().first, letter.state == .waiting else { break }
        waits.append(letter.due.timeIntervalSince(desk.clock.now))
        #expect(try await desk.job.round(limit: 100) == 0)
        desk.clock.move(waits[waits.count - 1])
      }
      #expect(waits == [60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 15_360])
      let failed = try await desk.job.queue.failures(limit: 10).letters
      #expect(failed.map(\.tries) == [10] && failed[0].fault.contains("cannot be reached"))
    }
  }

  @Test func `so many letters in a minute, and so many over one connection`() async throws {
    var limits = MailLimits()
    limits.pollTime = .milliseconds(5)
    limits.perMinuteMax = 45
    try await PostOffice.with { office in
      try await with(office, limits: limits) { desk async throws in
        for number in 0..<60 { try await desk.add("a\(number)@paper.example") }
        let job = desk.job
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { await job.run() }
          try await eventually { office.heard.letters.count == 45 }
          #expect(office.heard.connections == 3)
          desk.clock.move(61)
          try await eventually { office.heard.letters.count == 60 }
          for _ in 0..<2_000 where try await !desk.all().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
          group.cancelAll()
        }
        #expect(try await desk.all().isEmpty)
      }
    }
  }

  @Test func `it stops at once, whatever it waits for, and the letter stays`() async throws {
    for manners in [PostOffice.Manners(hangsAt: "DATA"), PostOffice.Manners(isAnswering: false)] {
      try await PostOffice.with(manners) { office in
        try await with(office) { desk async throws in
          try await desk.add("a@paper.example")
          let job = desk.job
          let clock = ContinuousClock()
          let stopped = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await job.run() }
            try await eventually {
              office.heard.open == 1 && (!manners.isAnswering || office.heard.commands.last == "DATA")
            }
            let asked = clock.now
            group.cancelAll()
            try await group.waitForAll()
            return asked.duration(to: clock.now)
          }
          // What it waits for takes minutes; a busy machine may take some seconds to say that it stopped.
          #expect(stopped < .seconds(10))
          #expect(try await desk.all().map(\.state) == [.waiting])
        }
      }
    }
  }

  @Test func `a full queue takes no more`() async throws {
    try await with(nil) { desk async throws in
      let now = desk.clock.now
      let taken = try await desk.storage.write { session in
        let ledger = Ledger(session: session)
        let letter = Mail(recipient: "a@paper.example", subject: "a", text: "b", made: now)
        return try (0...Ledger.mailWaitingMax).map { _ in try ledger.queue(mail: letter) }
      }
      #expect(taken.filter { $0 }.count == Ledger.mailWaitingMax && taken.last == false)
    }
  }

  @Test func `a letter is bounded in its subject and its text`() async throws {
    try await with(nil) { desk async throws in
      let now = desk.clock.now
      try await desk.storage.write { session in
        let (subject, text) = (String(repeating: "题", count: 1_000), String(repeating: "文", count: 50_000))
        try Ledger(session: session).queue(
          mail: Mail(recipient: "a@paper.example", subject: subject, text: text, made: now))
      }
      let kept = try #require(try await desk.all().first)
      #expect(kept.subject.count == Ledger.mailLineMax && kept.text.count == Ledger.mailTextMax)
    }
  }

  @Test func `a server whose settings name a mail server sends what is queued, and stops with it`() async throws {
    try await PostOffice.with { office in
      var settings = FilledSite.settings
      settings.newsroom.mail = MailSettings(
        host: "127.0.0.1", port: office.port, security: .none, from: "desk@paper.example")
      try await ServedPaper.with(settings) { paper async throws in
        _ = try await paper.site.edition.library.storage.write { session in
          try Ledger(session: session).queue(
            mail: Mail(recipient: "a@paper.example", subject: "a", text: "b", made: FilledSite.morning))
        }
        try await eventually { office.heard.letters.count == 1 }
      }
    }
  }

  @Test func `a server does not start without the password of its mail server`() async throws {
    var settings = FilledSite.settings
    settings.newsroom.mail = MailSettings(
      host: "127.0.0.1", user: "u", passwordFile: "mail.secret", from: "desk@paper.example")
    let asked = settings
    await #expect(throws: (any Error).self) { try await ServedPaper.with(asked) { _ in } }
  }

  /// Waits until something holds, for ten seconds at most.
  private func eventually(_ holds: () -> Bool) async throws {
    for _ in 0..<2_000 where !holds() { try await Task.sleep(for: .milliseconds(5)) }
    #expect(holds())
  }
}
