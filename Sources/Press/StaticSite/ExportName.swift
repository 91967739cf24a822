/// The file of an address in a static export.
package enum ExportName {
  /// The longest part of a path that file systems keep, in bytes of UTF-8.
  package static let partBytesMax = 255
  /// The longest whole path, in bytes of UTF-8.
  package static let bytesMax = 2_000

  /// The file of a path, from the folder of the export. `/x/` is `x/index.html`. A page whose path does not end as a
  /// page's file does, and any other path without an ending, become folders too: `/search` is `search/index.html`,
  /// `/api/v1/issues` is `api/v1/issues/index.json`; so a server that looks for index files sends each with its type.
  /// Everything else is named as it is.
  ///
  /// - Parameter path: begins with a slash, not percent-encoded.
  package static func file(of path: String, contentType: String) throws(Refused) -> String {
    guard path.utf8.first == 0x2F else { throw .unsafe }
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let last = parts.removeLast()
    let isPage = contentType.lowercased().hasPrefix("text/html")
    let ending = last.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map { $0.lowercased() }
    if last.isEmpty {
      parts.append("index.html")
    } else if isPage ? !["html", "htm", "shtml", "xhtml"].contains(ending) : ending == nil {
      parts += [last, isPage ? "index.html" : "index.json"]
    } else {
      parts.append(last)
    }
    for part in parts { try check(part[...].utf8) }
    let file = parts.joined(separator: "/")
    guard file.utf8.count <= bytesMax else { throw .tooLong }
    return file
  }

  /// Whether a name from a list of files stays within the folder of the export.
  static func isWithin(_ file: String) -> Bool {
    file.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy { part in
      (try? check(part)) != nil  // the reason does not matter here
    }
  }

  private static func check(_ part: Substring.UTF8View) throws(Refused) {
    guard !part.isEmpty, !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8),
      !part.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { throw .unsafe }
    guard part.count <= partBytesMax else { throw .tooLong }
  }

  /// Why an address has no file.
  package enum Refused: Error, Equatable {
    /// Longer than a file system keeps.
    case tooLong
    /// It would leave the folder, or holds what no file's name may.
    case unsafe
  }
}
