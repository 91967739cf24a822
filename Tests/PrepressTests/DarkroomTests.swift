import Foundation
import Glibc
import Model
import Prepress
import Testing

@Test func `a wide picture gets its renditions in both formats`() async throws {
  let bench = try Bench()
  let developed = try await bench.darkroom.develop(picture: bench.picture("a.jpg", 2_000, 1_000), into: bench.out)
  let original = developed.original
  #expect(original.type == .jpg && original.width == 2_000 && original.height == 1_000)
  let sizes = developed.renditions.map { "\($0.type.rawValue) \($0.width)x\($0.height)" }
  #expect(
    sizes == [
      "jpg 480x240", "jpg 960x480", "jpg 1600x800", "webp 480x240", "webp 960x480", "webp 1600x800",
    ])
  for file in [original] + developed.renditions {
    let bytes = try bench.read(file.path)
    #expect(bytes.count == file.bytes)
    #expect(try PictureProbe.read(bytes).shown == (file.width, file.height))
  }
  #expect(try bench.made().count == 8)
}

@Test func `renditions are made only below the picture's own width`() async throws {
  let bench = try Bench()
  let png = try await bench.darkroom.develop(picture: bench.picture("a.png", 960, 50), into: bench.out)
  #expect(png.renditions.map(\.type) == [.png, .webp] && png.renditions.map(\.width) == [480, 480])
  let webP = try await bench.darkroom.develop(picture: bench.picture("a.webp", 500, 50), into: bench.out)
  #expect(webP.original.type == .webp && webP.renditions.map(\.type) == [.webp])
  let small = try await bench.darkroom.develop(picture: bench.picture("b.jpg", 480, 50), into: bench.out)
  #expect(small.renditions.isEmpty)
  let gif = try await bench.darkroom.develop(picture: bench.picture("a.gif", 700, 50), into: bench.out)
  #expect(gif.original.type == .gif && gif.renditions.isEmpty)
}

@Test func `the smaller sizes of a PNG with a palette have one too`() async throws {
  let bench = try Bench()
  _ = try await bench.picture("a.png", 700, 300)
  try await bench.vips("pngsave", "a.png", "palette.png", "--palette")
  #expect(try PictureProbe.read(bench.read(bench.file("palette.png"))).isIndexed)
  let developed = try await bench.darkroom.develop(picture: bench.file("palette.png"), into: bench.out)
  let smaller = try #require(developed.renditions.first)
  #expect(try smaller.type == .png && PictureProbe.read(bench.read(smaller.path)).isIndexed)
}

@Test func `the same picture always gives the same bytes, and a bare one keeps its own`() async throws {
  let bench = try Bench()
  let path = try await bench.picture("a.jpg", 1_000, 700)
  let bare = try bench.write(try PictureProbe.stripped(bench.read(path)), "bare.jpg")
  let one = try await bench.darkroom.develop(picture: bare, into: bench.out)
  let two = try await bench.darkroom.develop(picture: path, into: bench.out)
  #expect(try bench.read(one.original.path) == bench.read(bare))
  for (first, second) in zip([one.original] + one.renditions, [two.original] + two.renditions) {
    #expect(try bench.read(first.path) == bench.read(second.path))
  }
}

@Test func `position data is gone and the picture stands upright`() async throws {
  let bench = try Bench()
  let jpeg = try PictureProbe.stripped(bench.read(await bench.picture("a.jpg", 640, 320)))
  for orientation in [1, 6] {
    let path = try bench.write(PictureBytes.withMetadata(jpeg, orientation: orientation), "told-\(orientation).jpg")
    let developed = try await bench.darkroom.develop(picture: path, into: bench.out)
    #expect(developed.original.width == (orientation == 1 ? 640 : 320))
    for file in [developed.original] + developed.renditions {
      let bytes = try bench.read(file.path)
      #expect(!PictureBytes.holds("GPS", bytes) && !PictureBytes.holds("Exif", bytes))
      #expect(try PictureProbe.read(bytes).orientation == 1)
    }
  }
  let told = try await bench.darkroom.develop(picture: bench.file("told-1.jpg"), into: bench.out)
  let bare = try bench.read(told.original.path)
  #expect(bare == jpeg)
}

@Test func `print colours become sRGB`() async throws {
  let bench = try Bench()
  _ = try await bench.picture("a.png", 300, 200)
  try await bench.vips("icc_transform", "a.png", "cmyk.jpg", "cmyk")
  #expect(try PictureProbe.read(bench.read(bench.file("cmyk.jpg"))).colours == .other)
  let developed = try await bench.darkroom.develop(picture: bench.file("cmyk.jpg"), into: bench.out)
  #expect(try PictureProbe.read(bench.read(developed.original.path)).colours == .standard)
}

@Test(arguments: [
  "cut.jpg", "vector.jpg", "bomb.png", "text.png", "empty.jpg", "none.jpg", "hollow.png", "damaged.jpg",
])
func `a bad picture is refused in one sentence that names it, and leaves nothing`(name: String) async throws {
  let bench = try Bench()
  let jpeg = try bench.read(await bench.picture("a.jpg", 640, 320))
  _ = try bench.write(jpeg.prefix(jpeg.count / 2), "cut.jpg")
  _ = try bench.write("<svg onload='alert(1)'/>".utf8, "vector.jpg")
  _ = try bench.write(PictureBytes.bomb(10_000, 10_000), "bomb.png")
  _ = try bench.write("hello".utf8, "text.png")
  _ = try bench.write([], "empty.jpg")
  _ = try bench.write(PictureBytes.bomb(30, 30), "hollow.png")
  _ = try bench.write(jpeg.prefix(jpeg.count / 2) + [0xFF, 0xD9], "damaged.jpg")
  let codes: [String: PrepressError.Code] = [
    "cut.jpg": .cutShort, "vector.jpg": .unknownType, "bomb.png": .tooManyPixels, "text.png": .unknownType,
    "empty.jpg": .cutShort, "none.jpg": .missing, "hollow.png": .broken, "damaged.jpg": .broken,
  ]
  let path = bench.file(name)
  let error = try #require(await refusal { try await bench.darkroom.develop(picture: path, into: bench.out) })
  #expect(error.code == codes[name])
  let english = error.wording.english
  #expect(english.contains(name) && english.hasSuffix(".") && !english.contains("\n"), "\(error)")
  #expect(error.place == path)
  #expect(try bench.made().isEmpty)
}

@Test func `a file of 200 MB is refused by its size`() async throws {
  let bench = try Bench()
  let path = try bench.write([0xFF, 0xD8, 0xFF], "huge.jpg")
  let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
  try file.truncate(atOffset: 209_715_200)
  try file.close()
  let error = try #require(await refusal { try await bench.darkroom.develop(picture: path, into: bench.out) })
  #expect(error.code == .tooManyBytes)
  #expect(error.wording.english == "huge.jpg has 200 MB, more than the 64 MB allowed: make it smaller.")
  let pdf = try bench.write([0x25], "huge.pdf")
  let sparse = try FileHandle(forUpdating: URL(fileURLWithPath: pdf))
  try sparse.truncate(atOffset: 209_715_201)
  try sparse.close()
  for work in [bench.darkroom.develop(pdf:into:), bench.darkroom.develop(recording:into:)] {
    #expect(try #require(await refusal { try await work(pdf, bench.out) }).code == .tooManyBytes)
  }
}

@Test func `a folder, a pipe and a name like an option are no trap`() async throws {
  let bench = try Bench()
  #expect(mkfifo(bench.file("pipe.jpg"), 0o600) == 0)
  for path in [bench.out, bench.file("pipe.jpg")] {
    let error = await refusal { try await bench.darkroom.develop(picture: path, into: bench.out) }
    #expect(error?.code == .unreadable)
  }
  let jpeg = try bench.read(await bench.picture("a.jpg", 500, 20))
  for name in ["--help.jpg", "a[shrink=8].jpg", "日 历.png", "%s.jpg"] {
    let developed = try await bench.darkroom.develop(picture: bench.write(jpeg, name), into: bench.out)
    #expect(developed.original.type == .jpg && developed.original.width == 500)
  }
}

@Test func `recordings are known by their content`() async throws {
  let bench = try Bench()
  let heads: [(String, [UInt8], MediaType?)] = [
    ("a.bin", Array("ID3\u{3}".utf8), .mp3), ("b", [0xFF, 0xFB, 0x90, 0x00], .mp3), ("c", Array("OggS\0".utf8), .ogg),
    ("d.m4a", [0, 0, 0, 24] + Array("ftypM4A ".utf8), .m4a), ("e.mp4", [0, 0, 0, 24] + Array("ftypisom".utf8), .mp4),
    ("f.m4a", [0, 0, 0, 24] + Array("ftypmp42".utf8), .m4a),
    ("g", [0x1A, 0x45, 0xDF, 0xA3, 0x42, 0x82, 0x84] + Array("webm".utf8), .webm),
    ("h.mp3", Array("<html>".utf8), nil), ("i.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x84] + Array("matroska".utf8), nil),
    ("j.mp4", [0, 0, 0, 24] + Array("ftypheic".utf8), nil), ("k.mp3", [0xFF, 0xFF, 0xFF, 0xFF], nil),
  ]
  for (name, bytes, type) in heads {
    let path = try bench.write(bytes, name)
    guard let type else {
      let error = await refusal { try await bench.darkroom.develop(recording: path, into: bench.out) }
      #expect(error?.code == .unknownType, "\(name)")
      continue
    }
    let copy = try await bench.darkroom.develop(recording: path, into: bench.out)
    #expect(copy.type == type && copy.bytes == bytes.count, "\(name)")
    #expect(try bench.read(copy.path) == bytes)
    #expect(try await bench.darkroom.develop(file: path, into: bench.out).original.type == type)
  }
}

/// The error that some work throws.
func refusal<Result>(_ work: () async throws -> Result) async -> PrepressError? {
  do {
    _ = try await work()
    return nil
  } catch {
    return error as? PrepressError
  }
}
