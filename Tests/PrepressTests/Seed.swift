@testable import Prepress
import Testing
@Test func seedPrepress() { _ = PrepressSeed.self }
