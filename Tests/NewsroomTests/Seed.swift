@testable import Newsroom
import Testing
@Test func seedNewsroom() { _ = NewsroomSeed.self }
