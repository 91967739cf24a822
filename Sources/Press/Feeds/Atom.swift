import Model

extension Feed {
  /// Atom 1.0 (RFC 4287). The id of an entry is its address.
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
      for entry in entries { write(entry, into: &feed) }
    }
    return writer.bytes
  }

  private func write(_ entry: FeedEntry, into feed: inout XMLWriter) {
    feed.element("entry", [("xml:lang", entry.language)]) { out in
      out.element("title", text: entry.title)
      out.element("id", text: entry.address)
      out.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.address)])
      if let picture = entry.picture {
        out.empty(
          "link",
          [
            ("rel", "enclosure"), ("type", picture.name.type.contentType), ("length", String(picture.bytes)),
            ("href", links.media(picture.name)),
          ])
      }
      out.element("published", text: links.time(entry.published))
      out.element("updated", text: links.time(entry.modified))
      for name in entry.names { out.element("author") { $0.element("name", text: name) } }
      for subject in entry.subjects { out.empty("category", [("term", subject)]) }
      if !entry.summary.isEmpty { out.element("summary", text: entry.summary) }
      if let html = entry.html { out.element("content", [("type", "html")], text: html) }
    }
  }
}
