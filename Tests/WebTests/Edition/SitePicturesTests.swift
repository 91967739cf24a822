import Foundation
import Model
import Press
import TestSupport
import Testing

@testable import Web

struct SitePicturesTests {
  @Test func `without pictures of its own the paper has an icon that is drawn`() async throws {
    try await withTemporaryFolder { folder in
      let pictures = try SitePictures(folder: folder, settings: Cast.settings)
      #expect(pictures.logo == nil && pictures.shareImage == nil && pictures.icon.isDrawn)
    }
  }

  @Test func `a logo is read and served as it is`() async throws {
    try await withTemporaryFolder { folder in
      let drawing = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 3\"/>".utf8)
      try Data(drawing).write(to: URL(fileURLWithPath: folder + "/logo.svg"))
      #expect(try SitePictures(folder: folder, settings: settings(logo: "logo.svg")).logo == drawing)
    }
  }

  @Test func `a logo that is missing, none, too large or outside the folder is named`() async throws {
    try await withTemporaryFolder { folder in
      try Data("no drawing".utf8).write(to: URL(fileURLWithPath: folder + "/text.svg"))
      let large = Data(repeating: 65, count: SitePictures.bytesMax + 1)
      try large.write(to: URL(fileURLWithPath: folder + "/large.svg"))
      for name in ["missing.svg", "text.svg", "large.svg", "../text.svg", "/etc/passwd", "a//b", "."] {
        #expect {
          try SitePictures(folder: folder, settings: settings(logo: name))
        } throws: { error in
          guard let error = error as? ServerError else { return false }
          return error.code == .setting && error.place.contains("publication.logo")
        }
      }
    }
  }

  private func settings(logo: String) -> Settings {
    var settings = Cast.settings
    settings.publication.logo = logo
    return settings
  }
}
