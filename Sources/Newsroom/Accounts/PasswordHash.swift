import CryptoExtras
import Foundation

/// A password as it is kept: its scrypt (RFC 7914) with the cost that it was made with, `scrypt$15$8$1$SALT$HASH`, the
/// last two in base64.
struct PasswordHash: Sendable {
  /// The cost of a hash: memory 128·2^work·block bytes.
  struct Cost: Sendable, Equatable {
    let work: Int
    let block: Int
    let lanes: Int

    /// That of new passwords.
    static let standard = Cost(work: 15, block: 8, lanes: 1)

    /// Beyond these a stored text is not believed: the server would run out of memory.
    var isBearable: Bool { (10...20).contains(work) && (1...32).contains(block) && (1...16).contains(lanes) }
  }

  static let saltBytes = 16
  static let hashBytes = 32

  let cost: Cost
  let salt: [UInt8]
  let hash: [UInt8]

  /// Blocks for a tenth of a second.
  static func make(_ password: String, cost: Cost = .standard) throws -> PasswordHash {
    let salt = Bytes.random(saltBytes)
    return PasswordHash(cost: cost, salt: salt, hash: try derive(password, salt, cost))
  }

  /// One that no password has, so that an account that does not exist takes as long as one that does.
  static let nobody = PasswordHash(
    cost: .standard, salt: Array(repeating: 0, count: saltBytes), hash: Array(repeating: 0, count: hashBytes))

  private init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
    self.cost = cost
    self.salt = salt
    self.hash = hash
  }

  /// Reads its text form; nil for another.
  init?(_ text: String) {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let work = Int(parts[1]), let block = Int(parts[2]),
      let lanes = Int(parts[3]), let salt = Data(base64Encoded: parts[4]), let hash = Data(base64Encoded: parts[5]),
      !salt.isEmpty, hash.count == PasswordHash.hashBytes
    else { return nil }
    let cost = Cost(work: work, block: block, lanes: lanes)
    guard cost.isBearable else { return nil }
    self.init(cost: cost, salt: Array(salt), hash: Array(hash))
  }

  var text: String {
    let (salt, hash) = (Data(salt).base64EncodedString(), Data(hash).base64EncodedString())
    return "scrypt$\(cost.work)$\(cost.block)$\(cost.lanes)$\(salt)$\(hash)"
  }

  /// Whether it is this password's. Blocks as `make` does.
  func verify(_ password: String) throws -> Bool {
    Bytes.areEqual(try PasswordHash.derive(password, salt, cost), hash)
  }

  private static func derive(_ password: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
    let rounds = 1 << cost.work
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.precomposedStringWithCanonicalMapping.utf8), salt: salt, outputByteCount: hashBytes,
      rounds: rounds, blockSize: cost.block, parallelism: cost.lanes,
      maxMemory: 128 * cost.block * (rounds + cost.lanes + 2) + 1_048_576)
    return key.withUnsafeBytes { Array($0) }
  }
}
