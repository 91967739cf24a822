@testable import Web
import Testing
@Test func seedWeb() { _ = WebSeed.self }
