import Model

/// What is sealed as one: all rows that make up a thing, in the tables named by `SealParts`. The record keeps the
/// digest of each before and after an act that changed it.
enum SealUnit: Hashable {
  /// An article with its revisions, its public face, its corrections and notices, and what is searched of it.
  case article(Int)
  /// An issue by its key, with its pages and the old addresses of it and of its articles.
  case issue(String)
  /// A file by its name, with its renditions and its old addresses.
  case media(String)
  /// What ties a story of the newsroom to its article.
  case story(Int)
  /// One event of a review, with the revision that it is about.
  case event(Int)
  /// The signed head of a day.
  case head(String)

  /// As it stands in tables: `article 12`.
  var text: String {
    switch self {
    case .article(let serial): "article \(serial)"
    case .issue(let key): "issue \(key)"
    case .media(let name): "media \(name)"
    case .story(let number): "story \(number)"
    case .event(let number): "event \(number)"
    case .head(let day): "head \(day)"
    }
  }

  /// Nil for a text that names none.
  init?(_ text: String) {
    guard let space = text.utf8.firstIndex(of: 0x20) else { return nil }
    let (kind, name) = (text[..<space], String(text[text.utf8.index(after: space)...]))
    switch (kind, Int(name)) {
    case ("article", let number?): self = .article(number)
    case ("story", let number?): self = .story(number)
    case ("event", let number?): self = .event(number)
    case ("issue", _): self = .issue(name)
    case ("media", _): self = .media(name)
    case ("head", _): self = .head(name)
    default: return nil
    }
    guard self.text == text else { return nil }
  }

  /// What a row of its tables names it by.
  var key: Bound {
    switch self {
    case .article(let number), .story(let number), .event(let number): number
    case .issue(let name), .media(let name), .head(let name): name
    }
  }
}
