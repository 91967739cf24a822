import Model
import Prepress
import TestSupport
import Testing

@Test func `a picture is known by its content and its size is read`() async throws {
  let bench = try Bench()
  for type in [MediaType.jpg, .png, .webp, .gif] {
    let facts = try PictureProbe.read(bench.read(await bench.picture("a.\(type.rawValue)", 70, 30)))
    #expect(facts.type == type && facts.width == 70 && facts.height == 30 && facts.orientation == 1)
    #expect(!facts.isAnimated && facts.colours == .standard)
  }
}

@Test func `a pixel bomb is refused by its head`() {
  #expect(throws: PictureFault.tooManyPixels(width: 10_000, height: 10_000)) {
    try PictureProbe.read(PictureBytes.bomb(10_000, 10_000))
  }
  #expect(throws: PictureFault.self) { try PictureProbe.read(PictureBytes.bomb(0xFFFF_FFFF, 0xFFFF_FFFF)) }
  #expect(throws: PictureFault.self) { try PictureProbe.read(PictureBytes.bomb(70_000, 1)) }
  #expect(throws: PictureFault.broken("it has no size")) { try PictureProbe.read(PictureBytes.bomb(0, 8)) }
  #expect(throws: Never.self) { try PictureProbe.read(PictureBytes.bomb(8_000, 8_000)) }
}

@Test func `what is no picture is refused`() {
  let texts = ["", "a", "<html></html>", "GIF87", "RIFF1234WAVE", "%PDF-1.7", "BM123456"]
  for text in texts {
    #expect(throws: PictureFault.unknownType, "\(text)") { try PictureProbe.read(Array(text.utf8)) }
  }
  let vectors = ["<svg xmlns='x'/>", "<?xml version='1.0'?>\n<!-- a -->\n<SVG>", "<!DOCTYPE svg PUBLIC 'x'>"]
  for text in vectors { #expect(throws: PictureFault.vector, "\(text)") { try PictureProbe.read(Array(text.utf8)) } }
}

@Test func `a picture cut anywhere is cut short, and mangled bytes never crash`() async throws {
  let bench = try Bench()
  for type in [MediaType.jpg, .png, .webp, .gif] {
    var bytes = try bench.read(await bench.picture("a.\(type.rawValue)", 40, 40))
    if type == .jpg { bytes = Array(PictureBytes.withMetadata(bytes).dropLast(11)) }
    for count in stride(from: 12, to: bytes.count, by: 7) {
      #expect(throws: PictureFault.cutShort, "\(type) \(count)") { try PictureProbe.read(Array(bytes.prefix(count))) }
    }
    holds(rounds: 200) { dice in
      var mangled = bytes
      for _ in 0..<4 { mangled[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255)) }
      _ = try? PictureProbe.stripped(mangled)  // Any answer will do, as long as there is one.
    }
  }
}

@Test func `stripping leaves the picture and takes the rest`() async throws {
  let bench = try Bench()
  let bare = try PictureProbe.stripped(bench.read(await bench.picture("a.jpg", 64, 64)))
  let full = PictureBytes.withMetadata(bare, orientation: 6)
  #expect(try PictureProbe.read(full).orientation == 6)
  #expect(try PictureProbe.read(full).shown == (64, 64))
  #expect(try PictureProbe.stripped(full) == bare)
  #expect(try PictureProbe.stripped(bare) == bare)

  let gif = try PictureProbe.stripped(PictureBytes.gif)
  #expect(gif.count == PictureBytes.gif.count - 13 && !PictureBytes.holds("GPS", gif))

  let png = try bench.read(await bench.picture("a.png", 64, 64))
  let text = PictureBytes.chunk("tEXt", Array("Location\0GPS here".utf8))
  let exif = PictureBytes.chunk("eXIf", PictureBytes.exif(orientation: 3))
  let told = png.prefix(33) + text + exif + png.dropFirst(33) + Array("GPS trailer".utf8)
  #expect(try PictureProbe.read(Array(told)).orientation == 3)
  #expect(try PictureProbe.stripped(Array(told)) == PictureProbe.stripped(png))
}

@Test func `a stripped WebP is a whole WebP`() async throws {
  let bench = try Bench()
  let jpeg = try bench.read(await bench.picture("a.jpg", 64, 48))
  _ = try bench.write(PictureBytes.withMetadata(jpeg), "exif.jpg")
  try await bench.vips("copy", "exif.jpg", "exif.webp")
  let webP = try bench.read(bench.file("exif.webp"))
  #expect(PictureBytes.holds("EXIF", webP))
  let bare = try PictureProbe.stripped(webP)
  #expect(!PictureBytes.holds("EXIF", bare) && !PictureBytes.holds("GPS", bare))
  #expect(try PictureProbe.read(bare).shown == (64, 48))
  _ = try bench.write(bare, "bare.webp")
  try await bench.vips("avg", "bare.webp[fail-on=error]")
}
