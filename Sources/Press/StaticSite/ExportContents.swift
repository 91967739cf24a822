package import Model

/// All that an export holds.
package struct ExportContents: Sendable {
  /// Every address that answers a GET without a query, not percent-encoded, but those of media.
  package var paths: [String]
  package var media: [MediaName]
  /// Old addresses, each beginning with a slash, and where they lead.
  package var aliases: [(old: String, destination: Destination)]
  /// What stands in `404.html`; nil for none.
  package var notFound: Document?

  package init(
    paths: [String], media: [MediaName] = [], aliases: [(old: String, destination: Destination)] = [],
    notFound: Document? = nil
  ) {
    self.paths = paths
    self.media = media
    self.aliases = aliases
    self.notFound = notFound
  }
}

/// How far an export is.
package struct ExportProgress: Sendable, Equatable {
  package let done: Int
  package let total: Int
  /// The address that was done last.
  package let path: String
}

/// What an export did.
package struct ExportOutcome: Sendable, Equatable {
  /// Files written because they were new or had changed.
  package var written = 0
  /// Files that already held the same bytes.
  package var same = 0
  /// Files of an earlier export that are no more.
  package var removed = 0
  /// Addresses without a file, ascending by address.
  package var leftOut: [LeftOut] = []

  package init() {}

  /// An address without a file, and why.
  package struct LeftOut: Sendable, Equatable {
    package let path: String
    package let why: Why
  }

  /// Why an address has no file.
  package enum Why: String, Sendable {
    /// Longer than a file system keeps.
    case tooLong
    /// It would leave the folder, or holds what no file's name may.
    case unsafe
    /// Nothing answers there any more.
    case missing
    /// Another address has this file, or a folder of this name.
    case taken
    /// An old address with a query: only a server can tell it apart. It is in the maps.
    case query
  }
}
