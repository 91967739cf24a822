@testable import Interchange
import Testing
@Test func seedInterchange() { _ = InterchangeSeed.self }
