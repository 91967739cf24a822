@testable import Markup
import Testing
@Test func seedMarkup() { _ = MarkupSeed.self }
