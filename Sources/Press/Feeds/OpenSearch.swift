import Model

/// `/opensearch.xml` (OpenSearch 1.1, draft 6): how a browser searches the paper from its own field.
struct OpenSearch {
  /// The longest short name that browsers take, in characters.
  static let shortNameMax = 16
  /// The longest name in full, in characters.
  static let longNameMax = 48

  let settings: Settings
  /// What is searched, in words: `搜索稿件`.
  let label: String

  var bytes: [UInt8] {
    let links = PaperLinks(settings)
    let name = settings.publication.name
    let results = links.absolute(.search) + "?q={searchTerms}"
    var writer = XMLWriter()
    writer.element("OpenSearchDescription", [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]) { out in
      out.element("ShortName", text: String(name.prefix(OpenSearch.shortNameMax)))
      out.element("LongName", text: String(name.prefix(OpenSearch.longNameMax)))
      out.element("Description", text: "\(name) - \(label)")
      out.empty("Url", [("type", "text/html"), ("method", "get"), ("template", results)])
      out.empty(
        "Url",
        [
          ("type", OpenSearch.contentType), ("rel", "self"), ("template", links.absolute(.openSearch)),
        ])
      out.element("Image", [("type", "image/png")], text: links.absolute(.icon))
      out.element("Language", text: settings.publication.language)
      out.element("InputEncoding", text: "UTF-8")
      out.element("OutputEncoding", text: "UTF-8")
    }
    return writer.bytes
  }

  static let contentType = "application/opensearchdescription+xml"
}
