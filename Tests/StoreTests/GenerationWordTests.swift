import Foundation
import TestSupport
import Testing

@testable import Store

@Suite struct GenerationWordTests {
  @Test func `all who have the site open see a generation as soon as it is told`() async throws {
    try await withTemporaryFolder { folder in
      let (one, other) = (try GenerationWord(folder: folder), try GenerationWord(folder: folder))
      #expect(one.number == 0 && other.number == 0)
      one.raise(to: 7)
      #expect(other.number == 7)
      other.raise(to: 5)
      #expect(one.number == 7)
      other.lower(to: 3)
      #expect(one.number == 3)
    }
  }

  @Test func `a commit that raised the generation is told, one that did not or was taken back is not`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let (writing, watching) = (try await Storage(folder: folder), try await Storage(folder: folder))
      let library = Library(storage: watching)
      try await library.settleGeneration()
      let before = watching.generation.number
      #expect(try await library.generation() == before)
      try await writing.write { try $0.run("UPDATE generation SET number = number + 1 WHERE one = 1") }
      #expect(watching.generation.number == before + 1)
      try await writing.write { _ in }
      await #expect(throws: CancellationError.self) {
        try await writing.write { session in
          try session.run("UPDATE generation SET number = number + 1 WHERE one = 1")
          throw CancellationError()
        }
      }
      #expect(watching.generation.number == before + 1)
      #expect(try await library.generation() == before + 1)
    }
  }

  @Test func `a program that died between commit and word is made up for, and so is an older database`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder)
      let storage = try await Storage(folder: folder)
      let library = Library(storage: storage)
      let generation = try await library.generation()
      storage.generation.raise(to: generation + 9)
      try await library.settleGeneration()
      #expect(storage.generation.number == generation)
      storage.generation.lower(to: 0)
      try await library.settleGeneration()
      #expect(storage.generation.number == generation)
    }
  }
}
