import TestSupport
import Testing

@testable import Press

struct AccentTests {
  @Test func `contrast is as WCAG computes it`() throws {
    #expect(Accent.contrast("#000000", "#ffffff").map { ($0 * 100).rounded() } == 2_100)
    #expect(Accent.contrast("#777777", "#ffffff").map { ($0 * 100).rounded() } == 448)
    #expect(Accent.contrast("red", "#ffffff") == nil)
  }

  @Test func `the accent of the specification keeps its promise`() throws {
    let accent = try #require(Accent.derive("#00566a"))
    #expect(accent.light == "#00566a")
    #expect(try #require(Accent.contrast(accent.light, Accent.lightPaper)) >= 4.5)
    #expect(try #require(Accent.contrast(accent.dark, Accent.darkPaper)) >= 7)
  }

  @Test(arguments: ["#78c4d4", "#ffffff", "#8a8a8a", "teal", "#12345", "#1234567", "00566a", "#00566g", ""])
  func `an accent that cannot be read on the paper, or is none, is refused`(text: String) {
    #expect(Accent.derive(text) == nil)
  }

  @Test func `every accent that is taken can be read, by day and by night, and so can what stands on it`() {
    holds { dice in
      let text = "#" + (0..<6).map { _ in dice.one(of: Array("0123456789abcdef").map(String.init)) }.joined()
      let isDark = (Accent.contrast(text, Accent.lightPaper) ?? 0) >= Accent.lightMinimum
      guard let accent = Accent.derive(text) else {
        #expect(!isDark, "\(text) \(dice)")
        return
      }
      func ratio(_ one: String, _ other: String) -> Double { Accent.contrast(one, other) ?? 0 }
      #expect(ratio(accent.light, Accent.lightPaper) >= 4.5, "\(text) \(dice)")
      #expect(ratio(accent.dark, Accent.darkPaper) >= 7, "\(text) \(dice)")
      #expect(ratio(accent.onLight, accent.light) >= 4.5, "\(text) \(dice)")
      #expect(ratio(accent.onDark, accent.dark) >= 4.5, "\(text) \(dice)")
      #expect(ratio("#14191b", accent.lightTint) >= 7, "\(text) \(dice)")
      #expect(ratio("#e3e8e7", accent.darkTint) >= 4.5, "\(text) \(dice)")
    }
  }
}
