import Foundation
import Glibc
import Model
import Newsroom
import TestSupport
import Testing

@testable import Store

@Suite struct BackupTests {
  @Test func `a restored site is the site that was backed up`() async throws {
    try await holds(rounds: 4) { dice in
      try await Shop.with { shop in
        let media = try shop.media(3)
        try await shop.file(dice.manuscript(media: media.map(\.media.name)), media: media)
        try BackupTests.addFiles(to: shop.folder)
        let tar = shop.folder + "/../paper.tar"
        let report = try await shop.storage.backup(to: tar)
        #expect(report.missing.isEmpty, "\(dice)")
        let target = shop.folder + "/../other"
        #expect(try await Storage.restore(file: tar, to: target) == nil)
        #expect(try BackupTests.relevant(target) == BackupTests.relevant(shop.folder), "\(dice)")
        let restored = try await Storage(folder: target)
        let serials = try await Library(storage: restored).serials()
        #expect(try await serials == shop.library.serials(), "\(dice)")
        for serial in serials {
          #expect(
            try await Library(storage: restored).article(serial) == shop.library.article(serial), "\(dice)")
        }
        #expect(try await restored.check(includingRemarks: true).filter { $0.kind != .unknownFile } == [], "\(dice)")
      }
    }
  }

  @Test func `tar and sha256sum read a backup`() async throws {
    try await Shop.with { shop in
      try BackupTests.addFiles(to: shop.folder)
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      let target = shop.folder + "/../unpacked"
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      #expect(try Shop.run("/bin/tar", ["-xf", tar, "-C", target]) != nil)
      #expect(try BackupTests.relevant(target, but: Manifest.fileName) == BackupTests.relevant(shop.folder))
      let check = try Shop.run("/bin/sh", ["-c", "cd '\(target)' && sha256sum --check --strict manifest-sha256.txt"])
      #expect(check?.contains("broadsheet.db: OK") ?? false)
    }
  }

  @Test func `a backup waits for no writer and holds only what was done`() async throws {
    try await Shop.with { shop in
      var issue = IssueManuscript(date: try #require(Day("2026-03-01")))
      issue.stories = [BackupTests.story("01.md")]
      try await shop.file(issue)
      let tar = shop.folder + "/../paper.tar"
      let (writing, began) = AsyncStream.makeStream(of: Void.self)
      let mayEnd = DispatchSemaphore(value: 0)
      async let write: Void = shop.storage.write { session in
        try session.run("UPDATE generation SET number = 99")
        began.yield()
        mayEnd.wait()
      }
      for await _ in writing { break }
      try await shop.storage.backup(to: tar)
      mayEnd.signal()
      try await write
      let target = shop.folder + "/../other"
      try await Storage.restore(file: tar, to: target)
      #expect(try await Library(storage: try await Storage(folder: target)).generation() == 1)
    }
  }

  @Test func `restoring keeps the old site beside the new one`() async throws {
    try await Shop.with { shop in
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      try Data("kept".utf8).write(to: URL(fileURLWithPath: shop.folder + "/note.txt"))
      let kept = try #require(try await Storage.restore(file: tar, to: shop.folder))
      #expect(FileManager.default.fileExists(atPath: kept + "/note.txt"))
      #expect(!FileManager.default.fileExists(atPath: shop.folder + "/note.txt"))
    }
  }

  @Test func `a folder that cannot be renamed keeps its place, and what fails is undone`() async throws {
    try await withTemporaryFolder { folder in
      let target = folder + "/site"
      for (file, text) in [("a", "old"), ("media/x", "old"), ("../new/a", "new"), ("../new/b", "new")] {
        let url = URL(fileURLWithPath: "\(target)/\(file)").standardizedFileURL
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
      let place = RestoredFolder(target: target, unpacked: folder + "/new", kept: target + "/backups/before")
      let kept = try #require(try place.changeContents())
      #expect(try String(contentsOfFile: target + "/a", encoding: .utf8) == "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["a", "b", "backups"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: kept).sorted() == ["a", "media"])
      let before = try Shop.files(in: target)
      let broken = RestoredFolder(target: target, unpacked: folder + "/none", kept: target + "/backups/again")
      #expect(throws: (any Error).self) { try broken.changeContents() }
      #expect(try Shop.files(in: target) == before)
    }
  }

  @Test func `a backup that is not there is missing`() async throws {
    try await withTemporaryFolder { folder in
      let error = await #expect(throws: StoreError.self) {
        try await Storage.restore(file: folder + "/none.tar", to: folder + "/site")
      }
      #expect(error?.code == .missing)
    }
  }

  @Test func `a served site is not replaced`() async throws {
    try await Shop.with { shop in
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      let lock = try SiteLock.take(folder: shop.folder)
      defer { lock.release() }
      let error = await #expect(throws: StoreError.self) { try await Storage.restore(file: tar, to: shop.folder) }
      #expect(error?.code == .locked)
    }
  }

  @Test func `a folder that is no site is not replaced`() async throws {
    try await Shop.with { shop in
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      let error = await #expect(throws: StoreError.self) {
        try await Storage.restore(file: tar, to: shop.folder + "/..")
      }
      #expect(error?.code == .site)
    }
  }

  @Test func `a backup cut or changed anywhere is refused and the site stays`() async throws {
    try await Shop.with { shop in
      let media = try shop.media(1)
      var issue = IssueManuscript(date: try #require(Day("2026-03-01")))
      issue.pages = [PageManuscript(number: 1, image: .stored(media[0].media.name))]
      try await shop.file(issue, media: media)
      let tar = shop.folder + "/../paper.tar"
      try await shop.storage.backup(to: tar)
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: tar)))
      let before = try Shop.files(in: shop.folder)
      for _ in 0..<25 {
        var dice = Dice(seed: UInt64.random(in: 0...UInt64.max))
        var bytes = whole
        if dice.once(in: 2) {
          // What is behind the manifest is zeros, of which any number will do.
          bytes.removeLast(dice.number(1_024 + 512...bytes.count))
        } else {
          bytes[dice.number(0...bytes.count - 1 - 1_024 - 512)] ^= UInt8(dice.number(1...255))
        }
        let broken = shop.folder + "/../broken.tar"
        try Data(bytes).write(to: URL(fileURLWithPath: broken))
        let result = try? await Storage.restore(file: broken, to: shop.folder)
        if let kept = result ?? nil {
          // A changed byte in padding or in a header's unused part harms nothing; then all files are as they were.
          #expect(try Shop.files(in: shop.folder) == before, "\(dice)")
          try FileManager.default.removeItem(atPath: kept)
        }
        #expect(try Shop.files(in: shop.folder) == before, "\(dice)")
      }
      let leftovers = try FileManager.default.contentsOfDirectory(atPath: shop.folder + "/..")
      #expect(!leftovers.contains { $0.contains(".restore-") })
    }
  }

  @Test func `a tar that leads out of its folder or holds a link is refused`() async throws {
    try await withTemporaryFolder { folder in
      for name in ["../out", "/etc/out", "a/../../out", "a//b", "./a"] {
        let tar = folder + "/evil.tar"
        try FileOnDisk.creating(tar, mode: 0o600) { target in
          try target.write(TarFormat.header(name: Array(name.utf8), bytes: 0, type: 0x30))
        }
        let error = await #expect(throws: StoreError.self) { try await Storage.restore(file: tar, to: folder + "/x") }
        #expect(error?.code == .backup, "\(name)")
        try FileManager.default.removeItem(atPath: tar)
      }
      let tar = folder + "/link.tar"
      try FileOnDisk.creating(tar, mode: 0o600) { target in
        try target.write(TarFormat.header(name: Array("a".utf8), bytes: 0, type: 0x32))
      }
      let error = await #expect(throws: StoreError.self) { try await Storage.restore(file: tar, to: folder + "/x") }
      #expect(error?.code == .backup)
    }
  }

  /// Names that ustar alone cannot hold, and files whose size is at the edge of a block.
  private static func addFiles(to folder: String) throws {
    let long = String(repeating: "很长的名字", count: 12)
    try FileManager.default.createDirectory(atPath: folder + "/theme/" + long, withIntermediateDirectories: true)
    for (name, count) in [("broadsheet.yaml", 511), ("theme/a.css", 512), ("theme/\(long)/b.css", 513), ("empty", 0)] {
      try Data(repeating: 0x61, count: count).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    symlink("/etc/passwd", folder + "/link")
  }

  private static func relevant(_ folder: String, but left: String = "") throws -> [String: Data] {
    let names = try Shop.files(in: folder)
    return names.filter { $0.key != left && $0.key != GenerationWord.fileName && !$0.key.hasPrefix("media/") }
  }

  private static func story(_ file: String) -> StoryManuscript {
    StoryManuscript(file: file, copy: Copy(headline: ["题"], body: Body()))
  }
}
