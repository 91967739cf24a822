package import Foundation

/// One line of the record. It is never changed or deleted.
package struct Record: Sendable, Equatable {
  package let made: Date
  /// The name of who did it.
  package let actor: String
  /// Their account; nil for the command line and for the program itself.
  package let person: ID<Person>?
  /// From where: an address, `command line`, or `schedule`. Empty where it was not noted.
  package let origin: String
  package let act: String
  /// What was changed: the key of an issue, `story 12`, `person NAME`, or empty.
  package let subject: String
  package let hashBefore: String?
  package let hashAfter: String
  package let why: String
  package let detail: JSON

  package init(
    made: Date, actor: String, person: ID<Person>? = nil, origin: String = "", act: String, subject: String,
    hashBefore: String?, hashAfter: String, why: String, detail: JSON
  ) {
    self.made = made
    self.actor = actor
    self.person = person
    self.origin = origin
    self.act = act
    self.subject = subject
    self.hashBefore = hashBefore
    self.hashAfter = hashAfter
    self.why = why
    self.detail = detail
  }
}

/// A line of the record with its place in the chain.
package struct RecordLine: Sendable, Equatable {
  /// From 1, without gaps.
  package let number: Int
  package let record: Record
  /// 64 hexadecimal digits: `RecordChain.link` of this line and the one before.
  package let chain: String

  package init(number: Int, record: Record, chain: String) {
    self.number = number
    self.record = record
    self.chain = chain
  }
}

/// How the lines of the record hang together.
package enum RecordChain {
  /// The link of a line: the SHA-256 of the link before and all that the line says, as JSON. The first line hangs on an
  /// empty link.
  package static func link(_ record: Record, number: Int, after previous: String) -> String {
    let line: JSON = .array([
      .string(previous), .integer(number), .integer(Int((record.made.timeIntervalSince1970 * 1000).rounded())),
      .string(record.actor), .string(record.person?.description ?? ""), .string(record.origin), .string(record.act),
      .string(record.subject), .string(record.hashBefore ?? ""), .string(record.hashAfter), .string(record.why),
      .string(record.detail.text),
    ])
    return ContentHash.text(of: Array(line.text.utf8))
  }
}
