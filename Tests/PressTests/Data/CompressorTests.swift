import Press
import Testing

@Suite struct CompressorTests {
  @Test func `text gains, what is compressed already does not, and a body of one packet is left`() {
    for type in [
      "text/html; charset=utf-8", "text/css", "application/json", "application/atom+xml; charset=utf-8",
      "application/feed+json", "image/svg+xml", "text/javascript", "application/manifest+json",
    ] {
      #expect(Compressor.helps(contentType: type, bytes: Compressor.bytesMin), "\(type)")
      #expect(!Compressor.helps(contentType: type, bytes: Compressor.bytesMin - 1), "\(type)")
    }
    for type in ["image/png", "image/jpeg", "audio/mpeg", "application/pdf"] {
      #expect(!Compressor.helps(contentType: type, bytes: 1_000_000), "\(type)")
    }
  }

  @Test func `more effort gives no larger file`() throws {
    let page = Array(String(repeating: "<p>退大潮也靠得上岸，两百条船回港过年。</p>\n", count: 300).utf8)
    #expect(Compressor.gzip(page, effort: .thorough).count <= Compressor.gzip(page).count)
    #expect(try #require(Compressor.brotli(page, effort: .thorough)).count <= #require(Compressor.brotli(page)).count)
    #expect(Compressor.gzip(page) == Compressor.gzip(page))
  }
}
