@testable import Press
import Testing
@Test func seedPress() { _ = PressSeed.self }
