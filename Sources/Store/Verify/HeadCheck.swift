import Model

/// Holds the signed heads against the record that they are heads of.
struct HeadCheck {
  static let days: SQLText = "SELECT day FROM record_head ORDER BY day"
  static let find: SQLText = HeadTable.select + "WHERE day = ?"
  static let chain: SQLText = "SELECT chain FROM record WHERE number = ?"

  let session: Session
  /// Public keys in base64 that a head may be signed with; empty where none is at hand.
  let keys: Set<String>

  func run(into found: inout Verification) throws {
    found.hasKey = !keys.isEmpty
    var earlier: RecordHead?
    for text in try session.rows(HeadCheck.days, [], { $0.text() }) {
      found.heads += 1
      guard let head = try head(of: text) else {
        found.add(
          RecordFault(
            .head, place: "head \(text)", Wording("The head of \(text) is of no day.", "日签 \(text) 不是日期。")))
        continue
      }
      if !head.isSigned {
        found.add(fault(head, Wording("is not signed with the key beside it", "签名与所附公钥不符")))
      } else if !keys.isEmpty, !keys.contains(head.key) {
        found.add(fault(head, Wording("is signed with a key that is not the paper's", "不是用本报的密钥签的")))
      } else if keys.isEmpty, let earlier, earlier.key != head.key {
        found.add(fault(head, Wording("is signed with another key than the day before", "与前一日所用密钥不同")))
      }
      if try session.first(HeadCheck.chain, [head.number], { $0.text() }) != head.chain {
        let first = (earlier?.number ?? 0) + 1
        found.add(
          fault(
            head,
            Wording(
              "does not fit the record: something in lines \(first) to \(head.number) was changed after it was signed",
              "与记录不符：第 \(first) 至 \(head.number) 条中有内容在签名后被改动"), line: first))
      }
      if let earlier, earlier.number >= head.number {
        found.add(fault(head, Wording("does not go on from the day before", "没有接续前一日")))
      }
      earlier = head
    }
  }

  private func head(of text: String) throws -> RecordHead? {
    guard Day(text) != nil else { return nil }
    return try session.first(HeadCheck.find, [text], HeadTable.read)
  }

  private func fault(_ head: RecordHead, _ what: Wording, line: Int? = nil) -> RecordFault {
    RecordFault(
      .head, line: line ?? head.number, place: "head \(head.day)",
      Wording(
        "The head of \(head.day) \(what.english).", "\(head.day) 的日签\(what.chinese)。"))
  }
}
