import Foundation
import Model

/// Reads the files of a tar, one after another. Links, devices and names that lead out of the folder are refused.
struct TarReader {
  struct Entry {
    let name: String
    let bytes: Int
  }

  let source: FileOnDisk

  /// The header of the next file; nil at the end. What the entry holds is read next, by `unpack` or `skip`.
  func next() throws -> Entry? {
    var (name, size): (String?, Int?) = (nil, nil)
    while true {
      let block = try exactly(TarFormat.blockBytes)
      if block.allSatisfy({ $0 == 0 }) { return nil }
      guard TarReader.sum(block) == TarReader.number(block[148..<156]), Array(block[257..<262]) == Array("ustar".utf8)
      else { throw damaged("a header is damaged", "文件头损坏") }
      guard let bytes = TarReader.number(block[124..<136]) else { throw damaged("a size is no number", "大小不是数字") }
      switch block[156] {
      case 0x78:
        guard bytes <= TarFormat.paxBytesMax else { throw damaged("a header is too long", "文件头过长") }
        guard let records = try TarReader.records(exactly(bytes)) else {
          throw damaged("a header is damaged", "文件头损坏")
        }
        for (key, value) in records {
          if key == "path" { name = value }
          if key == "size" { size = Int(value) }
        }
        _ = try exactly(TarFormat.padding(after: bytes))
      case 0x30, 0:
        return try entry(name ?? TarReader.text(block), bytes: size ?? bytes)
      default: throw damaged("it holds something that is no file", "其中有不是文件的内容")
      }
    }
  }

  /// Writes what an entry holds to a new file and gives its SHA-256.
  func unpack(_ entry: Entry, to path: String, mode: mode_t) throws -> String {
    var hash = ContentHash()
    try FileOnDisk.creating(path, mode: mode) { target in
      var left = entry.bytes
      while left > 0 {
        let run = try exactly(min(left, FileOnDisk.runBytesMax))
        hash.add(run)
        try target.write(run)
        left -= run.count
      }
    }
    _ = try exactly(TarFormat.padding(after: entry.bytes))
    return hash.text
  }

  /// What an entry holds, in memory.
  func bytes(of entry: Entry) throws -> [UInt8] {
    let bytes = try exactly(entry.bytes)
    _ = try exactly(TarFormat.padding(after: entry.bytes))
    return bytes
  }

  private func entry(_ name: String, bytes: Int) throws -> Entry {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard bytes >= 0, !name.utf8.contains(0), parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw damaged("the name \(name) leads out of it", "文件名 \(name) 超出其范围")
    }
    return Entry(name: name, bytes: bytes)
  }

  private func exactly(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let run = try source.next(count - bytes.count)
      guard !run.isEmpty else { throw damaged("it ends too early", "它不完整") }
      bytes += run
    }
    return bytes
  }

  private func damaged(_ english: String, _ chinese: Chinese) -> StoreError {
    StoreError(
      .backup, "This backup cannot be used: \(english). Take another one.", "此备份不能使用：\(chinese)。请换一个。",
      place: source.path)
  }

  private static func text(_ block: [UInt8]) -> String {
    String(decoding: block[0..<TarFormat.nameBytesMax].prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private static func sum(_ block: [UInt8]) -> Int {
    block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
  }

  /// The records of a pax header; nil when they are none.
  private static func records(_ bytes: [UInt8]) throws -> [(key: String, value: String)]? {
    var (rest, found) = (bytes[...], [(key: String, value: String)]())
    while !rest.isEmpty {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard let length = Int(String(decoding: digits, as: UTF8.self)), length > digits.count + 2, length <= rest.count
      else { return nil }
      let content = rest.dropFirst(digits.count + 1).prefix(length - digits.count - 2)
      guard let text = String(validating: content, as: UTF8.self),
        let mark = text.firstIndex(of: "=")
      else { return nil }
      found.append((String(text[..<mark]), String(text[text.index(after: mark)...])))
      rest = rest.dropFirst(length)
    }
    return found
  }
}
