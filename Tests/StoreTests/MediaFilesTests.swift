import Foundation
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct MediaFilesTests {
  @Test func `a file is kept once under its hash, readable by all`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let media = MediaFiles(folder: folder + "/site")
      let source = folder + "/photo.jpg"
      try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
      let first = try media.add(file: source, type: .jpg)
      let second = try media.add(file: source, type: .jpg)
      #expect(first.name == second.name && first.isNew && !second.isNew)
      #expect(first.name.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.jpg")
      #expect(first.bytes == 3)
      let path = media.path(of: first.name)
      #expect(
        path == folder + "/site/media/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.jpg")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o644)
      #expect(try Shop.files(in: folder + "/site").count == 1)
    }
  }

  @Test func `a damaged file is mended by taking it in again`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let media = MediaFiles(folder: folder + "/site")
      let source = folder + "/photo.jpg"
      try Data("abc".utf8).write(to: URL(fileURLWithPath: source))
      let name = try media.add(file: source, type: .jpg).name
      try Data("ab".utf8).write(to: URL(fileURLWithPath: media.path(of: name)))
      _ = try media.add(file: source, type: .jpg)
      #expect(try Data(contentsOf: URL(fileURLWithPath: media.path(of: name))) == Data("abc".utf8))
    }
  }

  @Test func `a link, a folder and a missing file are not taken in, and leave nothing`() async throws {
    try await withTemporaryFolder { folder in
      try Storage.create(folder: folder + "/site")
      let media = MediaFiles(folder: folder + "/site")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "/etc/passwd")
      for path in [folder + "/link", folder, folder + "/missing"] {
        let error = #expect(throws: StoreError.self) { try media.add(file: path, type: .png) }
        #expect(error?.code == .file)
      }
      #expect(try Shop.files(in: folder + "/site").isEmpty)
    }
  }
}
