package import Foundation

/// A story as it stands in public: the copy of its public revision, and what has been said about it since.
package struct Article: Sendable, Equatable {
  package let id: ID<Article>
  /// Its number for life, in its permalink. At least 1.
  package let serial: Int
  package var copy: Copy
  /// 1 for the first; one more with each change of the copy.
  package var revision: Int
  package var published: Date
  /// When the public text last changed; not before `published`.
  package var modified: Date
  /// The day in its permalink: that of its issue.
  package var day: Day
  /// By date, the newest first.
  package var corrections: [Correction] = []
  package var withdrawal: Withdrawal?

  package init(
    id: ID<Article>, serial: Int, copy: Copy, revision: Int, published: Date, modified: Date, day: Day,
    corrections: [Correction] = [], withdrawal: Withdrawal? = nil
  ) {
    self.id = id
    self.serial = serial
    self.copy = copy
    self.revision = revision
    self.published = published
    self.modified = modified
    self.day = day
    self.corrections = corrections
    self.withdrawal = withdrawal
  }
}

/// The text of a story with all that a signature binds: fields of the head, body, names, pictures and captions.
package struct Copy: Sendable, Equatable {
  /// 引题.
  package var kicker: String = ""
  /// 主题: one or more lines, as the editor set them. Never empty, no line empty.
  package var headline: [String]
  /// 副题.
  package var subhead: String = ""
  package var bylines: [Byline] = []
  /// 来源.
  package var source: String = ""
  /// 责任编辑.
  package var editor: String = ""
  package var section: String = ""
  package var keywords: [String] = []
  /// As written; empty to have one made.
  package var summary: String = ""
  /// BCP 47; empty for that of the publication.
  package var language: String = ""
  package var body: Body

  package init(
    kicker: String = "", headline: [String], subhead: String = "", bylines: [Byline] = [], source: String = "",
    editor: String = "", section: String = "", keywords: [String] = [], summary: String = "",
    language: String = "", body: Body
  ) {
    self.kicker = kicker
    self.headline = headline
    self.subhead = subhead
    self.bylines = bylines
    self.source = source
    self.editor = editor
    self.section = section
    self.keywords = keywords
    self.summary = summary
    self.language = language
    self.body = body
  }

  /// The lines of the headline as one, parted by a full-width space where Han meets, else by a space.
  package var headlineText: String { Copy.joined(headline) }

  /// Lines as one text, parted by a full-width space where Han meets, else by a space.
  package static func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      guard let last = text.unicodeScalars.last, let first = line.unicodeScalars.first else {
        text += line
        continue
      }
      text += (last.value > 0x2E7F || first.value > 0x2E7F ? "\u{3000}" : " ") + line
    }
    return text
  }
}

/// 署名: a name as printed (two-character names keep their full-width space) and what the person did.
package struct Byline: Hashable, Sendable {
  package var name: String
  package var role: BylineRole
  /// The title as printed where it says more than the role does: 本报记者, 实习生. Else empty.
  package var title: String

  package init(name: String, role: BylineRole, title: String = "") {
    self.name = name
    self.role = role
    self.title = title
  }

  /// The words before the name: the title as printed, or that of the role. `language` is BCP 47.
  package func label(language: String) -> String { title.isEmpty ? role.label(language: language) : title }
}

/// What a person named in a byline did.
package enum BylineRole: String, Sendable, CaseIterable {
  case reporter, correspondent, photographer, writer, editor, illustrator, translator
  /// Named without a role.
  case unnamed = ""
}

/// 更正 or 答辩: public, above the text and in the ledger of corrections.
package struct Correction: Hashable, Sendable {
  package var date: Day
  package var text: String
  package var kind: CorrectionKind

  package init(date: Day, text: String, kind: CorrectionKind = .correction) {
    self.date = date
    self.text = text
    self.kind = kind
  }

  /// Where it stands on the page of its article: `correction-0a1b2c3d4e5f`. The same for as long as it says the same.
  package var anchor: String {
    "\(kind.rawValue)-" + ContentHash.text(of: Array("\(kind.rawValue) \(date) \(text)".utf8)).prefix(12)
  }
}

/// Whether the paper corrects itself, or one whom a story concerns answers it. The raw value stands in files and
/// tables.
package enum CorrectionKind: String, Sendable, CaseIterable {
  /// 更正.
  case correction
  /// 答辩.
  case reply
}

/// 撤稿: public; the address answers 410 with this reason.
package struct Withdrawal: Hashable, Sendable {
  /// Where it stands on the page that says so.
  package static let anchor = "withdrawn"

  package var date: Day
  package var reason: String

  package init(date: Day, reason: String) {
    self.date = date
    self.reason = reason
  }
}
