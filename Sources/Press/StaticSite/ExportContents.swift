package import Model

/// How much of what a server answers stands in an export.
package enum ExportReach: String, Sendable {
  /// Every page, and all that a page, a feed or a sitemap leads to.
  case linked
  /// Every address: also each story's QR code and citations as files, the feeds of issues and authors in every format,
  /// and the read-only interface.
  case complete
}

/// All that an export holds.
package struct ExportContents: Sendable {
  /// Issues, each of which answers at several addresses, made from one reading.
  package var issues: [IssueKey]
  /// Every other address that answers a GET without a query, not percent-encoded, but those of media.
  package var paths: [String]
  /// Those of the paths whose answers change with the clock alone.
  package var moving: [String]
  package var media: [MediaName]
  /// Old addresses, each beginning with a slash, and where they lead.
  package var aliases: [(old: String, destination: Destination)]
  /// What stands in `404.html`; nil for none.
  package var notFound: Document?
  /// Equal for two exports only where all files but the moving ones are the same; empty where that is not known.
  package var stamp: String
  /// What can be searched without a server; nil for nothing.
  package var search: SearchSource?

  package init(
    issues: [IssueKey] = [], paths: [String], moving: [String] = [], media: [MediaName] = [],
    aliases: [(old: String, destination: Destination)] = [], notFound: Document? = nil, stamp: String = ""
  ) {
    self.issues = issues
    self.paths = paths
    self.moving = moving
    self.media = media
    self.aliases = aliases
    self.notFound = notFound
    self.stamp = stamp
  }
}

/// The answers of several addresses, made one after another and handed over each in its turn.
package typealias ExportAnswers =
  @Sendable (_ take: (_ path: String, _ document: Document?) throws -> Void) throws -> Void

/// How far an export is.
package struct ExportProgress: Sendable, Equatable {
  package let done: Int
  package let total: Int
  /// The address, or the key of the issue, that was done last.
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
