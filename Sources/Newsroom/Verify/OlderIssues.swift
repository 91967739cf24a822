import Model
import Store

/// Holds issues that were filed before the record had seals against the one hash that their last line keeps, as far as
/// nothing was done to them since.
enum OlderIssues {
  static func check(_ ledger: Ledger, sealed: Int?) throws -> [RecordFault] {
    guard let sealed else { return [] }
    return try ledger.issuesFiled(before: sealed).compactMap { filed in
      guard let issue = try ledger.issue(filed.key), try !ledger.isTouched(filed.key, after: sealed),
        try IssueState.read(issue, ledger).hash != filed.hash
      else { return nil }
      return RecordFault(
        .older, line: filed.line, place: "issue \(filed.key)",
        Wording(
          "Issue \(filed.key) was not any more what line \(filed.line) of the record had filed when it was sealed.",
          "封存时，\(filed.key) 期已与记录第 \(filed.line) 条导入的不符。"))
    }
  }
}
