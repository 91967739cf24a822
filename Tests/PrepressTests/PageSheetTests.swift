import Model
import Prepress
import Testing

@Test func `a page is drawn from its PDF, the same each time`() async throws {
  let bench = try Bench()
  let path = try bench.write(pdf(width: 300, height: 450).utf8, "01.pdf")
  let sheet = try await bench.darkroom.pageSheet(pdf: path, into: bench.out)
  #expect(sheet.original.type == .jpg)
  #expect(sheet.original.width == Darkroom.sheetWidth && sheet.original.height == Darkroom.sheetWidth * 3 / 2)
  #expect(sheet.renditions.map(\.width) == [480, 960, 1_600, 480, 960, 1_600])
  let again = try await bench.darkroom.pageSheet(pdf: path, into: bench.out)
  #expect(try bench.read(sheet.original.path) == bench.read(again.original.path))
  let copy = try await bench.darkroom.develop(file: path, into: bench.out)
  #expect(copy.original.type == .pdf && copy.renditions.isEmpty)
}

@Test func `a PDF that cannot be drawn is refused`() async throws {
  let bench = try Bench()
  let cut = try bench.write(pdf(width: 300, height: 450).utf8.prefix(60), "cut.pdf")
  let endless = try bench.write(pdf(width: 1, height: 14_000).utf8, "endless.pdf")
  let picture = try await bench.picture("a.png", 30, 30)
  for (path, code) in [(cut, PrepressError.Code.broken), (endless, .broken), (picture, .unknownType)] {
    let error = try #require(await refusal { try await bench.darkroom.pageSheet(pdf: path, into: bench.out) })
    #expect(error.code == code && error.place == path, "\(error)")
    #expect(try bench.made().isEmpty)
  }
}

/// A PDF of one page with a filled box; readers rebuild its missing table.
private func pdf(width: Int, height: Int) -> String {
  let box = "0.2 0.4 0.5 rg 20 20 \(max(1, width / 2)) \(height / 2) re f"
  return """
    %PDF-1.4
    1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
    2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
    3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents 4 0 R>> endobj
    4 0 obj <</Length \(box.utf8.count)>>
    stream
    \(box)
    endstream
    endobj
    trailer <</Root 1 0 R /Size 5>>
    %%EOF
    """
}
