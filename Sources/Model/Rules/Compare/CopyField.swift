/// The parts of a copy, in the order in which the newsroom shows them. The raw value names them in forms and answers.
package enum CopyField: String, Sendable, CaseIterable {
  case kicker, headline, subhead, bylines, source, editor, section, keywords, summary, language, body
}

extension Copy {
  /// A field as text, several values on a line each; a byline as `title name`. The body is its plain text.
  package func text(of field: CopyField) -> String {
    switch field {
    case .kicker: kicker
    case .headline: headline.joined(separator: "\n")
    case .subhead: subhead
    case .bylines: bylines.map { $0.printed(language: language) }.joined(separator: "\n")
    case .source: source
    case .editor: editor
    case .section: section
    case .keywords: keywords.joined(separator: "\n")
    case .summary: summary
    case .language: language
    case .body: body.plainText
    }
  }
}

extension Byline {
  /// `本报记者 张　三`; the words of the role are Chinese where the language is or says nothing.
  fileprivate func printed(language: String) -> String {
    let label = label(language: language.isEmpty ? "zh-Hans" : language)
    return label.isEmpty ? name : label + " " + name
  }
}
