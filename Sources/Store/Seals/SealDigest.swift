import GRDB
import Model

/// Makes the digest of a unit from its rows as they stand: a SHA-256 over every column with its type and length.
struct SealDigest {
  let session: Session

  /// 64 hexadecimal digits; empty where no row of the unit is there.
  func of(_ unit: SealUnit) throws -> String {
    var hash = ContentHash()
    var isThere = false
    for (part, sql) in SealParts.of(unit).enumerated() {
      _ = try session.rows(sql, [unit.key]) { columns in
        isThere = true
        hash.add(Array("\n\(part)".utf8))
        while let value = columns.stored() { SealDigest.add(value, to: &hash) }
      }
    }
    return isThere ? hash.text : ""
  }

  private static func add(_ value: DatabaseValue, to hash: inout ContentHash) {
    switch value.storage {
    case .null: hash.add(Array(" null".utf8))
    case .int64(let number): hash.add(Array(" \(number)".utf8))
    case .double(let number): hash.add(Array(" real \(number)".utf8))
    case .string(let text):
      let bytes = Array(text.utf8)
      hash.add(Array(" text \(bytes.count) ".utf8))
      hash.add(bytes)
    case .blob(let data):
      hash.add(Array(" blob \(data.count) ".utf8))
      hash.add(Array(data))
    }
  }
}
