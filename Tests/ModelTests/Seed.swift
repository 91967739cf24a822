@testable import Model
import Testing
@Test func seedModel() { _ = Day("2026-03-01") }
