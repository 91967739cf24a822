import Foundation
import TestSupport
import Testing

@testable import Web

struct HTTPDateTests {
  @Test func `a date is written as the standard's example`() {
    #expect(HTTPDate.text(Date(timeIntervalSince1970: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(Date(timeIntervalSince1970: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
    #expect(HTTPDate.text(Date(timeIntervalSince1970: -1)) == "Wed, 31 Dec 1969 23:59:59 GMT")
  }

  @Test func `every second that is written is read`() {
    holds(rounds: 2_000) { dice in
      let second = Double(dice.number(-62_135_596_800...253_402_300_799))
      let date = Date(timeIntervalSince1970: second)
      #expect(HTTPDate.date(HTTPDate.text(date)) == date, "\(dice)")
    }
  }

  @Test(arguments: [
    "", "Sun Nov  6 08:49:37 1994", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 30 Feb 2026 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET",
    "Sun, 06 Nov 1994  08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
  ])
  func `any other form is no date`(_ text: String) {
    #expect(HTTPDate.date(text) == nil)
  }
}
