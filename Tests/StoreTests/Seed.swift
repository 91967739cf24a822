@testable import Store
import Testing
@Test func seedStore() { _ = StoreSeed.self }
