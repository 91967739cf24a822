import Markup
import Model
import TestSupport
import Testing

@testable import Press

@Suite struct SiteIconTests {
  private func picture(_ width: Int, _ height: Int) -> [UInt8] {
    PNG.Picture(width: width, height: height, palette: [.white, .black]).file()
  }

  @Test func `a paper without a picture gets a drawn one of 512 pixels in its colour`() throws {
    let icon = SiteIcon(candidates: [], accent: "#7a1f2b")
    let size = try #require(PNG.size(of: icon.file))
    #expect(icon.isDrawn && icon.side == 512 && size.width == 512 && size.height == 512)
    #expect(icon != SiteIcon(candidates: [], accent: "#00566a"))
  }

  @Test func `its own picture is taken when it is a square PNG and large enough`() {
    let small = picture(SiteIcon.sideMin - 1, SiteIcon.sideMin - 1)
    let wide = picture(1_200, 630)
    let own = picture(SiteIcon.sideMin, SiteIcon.sideMin)
    let icon = SiteIcon(candidates: [Array("<svg/>".utf8), small, wide, own], accent: "#00566a")
    #expect(icon.file == own && icon.side == SiteIcon.sideMin && !icon.isDrawn)
    #expect(SiteIcon(candidates: [small, wide], accent: "").isDrawn)
  }

  @Test func `the manifest points to the icon with its size`() {
    let icon = SiteIcon(candidates: [picture(300, 300)], accent: "")
    let json = WebManifest(settings: Cast.settings, icon: icon).json
    let icons = json["icons"]?.array ?? []
    #expect(icons.compactMap { $0["sizes"]?.string } == ["300x300"])
    #expect(icons.compactMap { $0["src"]?.string } == ["/icon.png"])
    #expect(json["name"]?.string == "海湾半月刊" && json["theme_color"]?.string == "#00566a")
  }

  @Test func `a picture is known by its first bytes`() {
    #expect(PictureType.contentType(of: picture(1, 1)) == "image/png")
    #expect(PictureType.contentType(of: [0xFF, 0xD8, 0xFF, 0xE0]) == "image/jpeg")
    #expect(PictureType.contentType(of: Array("GIF89a".utf8)) == "image/gif")
    #expect(PictureType.contentType(of: Array("RIFF0000WEBPVP8 ".utf8)) == "image/webp")
    #expect(PictureType.contentType(of: Array("<svg onload=alert(1)>".utf8)) == nil)
    #expect(PictureType.contentType(of: []) == nil)
  }
}
