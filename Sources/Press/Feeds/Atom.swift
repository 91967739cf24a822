import Model

extension Feed {
  /// Atom 1.0 (RFC 4287). The id of a story is its permalink.
  var atom: [UInt8] {
    var writer = XMLWriter()
    let language = settings.publication.language
    writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]) { feed in
      feed.element("title", text: title)
      if !settings.publication.subtitle.isEmpty { feed.element("subtitle", text: settings.publication.subtitle) }
      feed.element("id", text: address(.atom))
      feed.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address(.atom))])
      feed.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
      feed.element("updated", text: links.time(updated))
      feed.element("author") { $0.element("name", text: maker) }
      feed.element("icon", text: links.absolute(.icon))
      if !settings.footer.copyright.isEmpty { feed.element("rights", text: settings.footer.copyright) }
      feed.element("generator", text: "Broadsheet")
      for item in items { entry(item, into: &feed) }
    }
    return writer.bytes
  }

  private func entry(_ item: FeedItem, into feed: inout XMLWriter) {
    let card = item.card
    let permalink = links.article(card)
    feed.element("entry", [("xml:lang", links.language(card.language))]) { entry in
      entry.element("title", text: Copy.joined(card.headline))
      entry.element("id", text: permalink)
      entry.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", permalink)])
      if let picture = card.picture {
        entry.empty(
          "link",
          [
            ("rel", "enclosure"), ("type", picture.name.type.contentType), ("length", String(picture.bytes)),
            ("href", links.media(picture.name)),
          ])
      }
      entry.element("published", text: links.time(card.published))
      entry.element("updated", text: links.time(card.modified))
      for name in Feed.names(card) { entry.element("author") { $0.element("name", text: name) } }
      for subject in Feed.subjects(card) { entry.empty("category", [("term", subject)]) }
      if !card.summary.isEmpty { entry.element("summary", text: card.summary) }
      if settings.feeds.fullText { entry.element("content", [("type", "html")], text: html(item.body, item.media)) }
    }
  }
}
