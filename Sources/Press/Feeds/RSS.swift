import Model

extension Feed {
  /// RSS 2.0 with the content, Dublin Core and Atom modules (rssboard.org/rss-specification, RSS Best Practices).
  var rss: [UInt8] {
    var writer = XMLWriter()
    let modules = [
      ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
      ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
      ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ]
    writer.element("rss", modules) { rss in
      rss.element("channel") { channel in
        channel.element("title", text: title)
        channel.element("link", text: home)
        channel.element("description", text: description)
        channel.element("language", text: settings.publication.language)
        if !settings.footer.copyright.isEmpty { channel.element("copyright", text: settings.footer.copyright) }
        channel.element("lastBuildDate", text: links.mailTime(updated))
        channel.element("generator", text: "Broadsheet")
        channel.empty(
          "atom:link", [("rel", "self"), ("type", "application/rss+xml"), ("href", address(.rss))])
        channel.element("image") { image in
          image.element("url", text: links.absolute(.icon))
          image.element("title", text: title)
          image.element("link", text: home)
        }
        for item in items { self.item(item, into: &channel) }
      }
    }
    return writer.bytes
  }

  private var description: String {
    settings.publication.subtitle.isEmpty ? title : settings.publication.subtitle
  }

  private func item(_ item: FeedItem, into channel: inout XMLWriter) {
    let card = item.card
    let permalink = links.article(card)
    channel.element("item") { out in
      out.element("title", text: Copy.joined(card.headline))
      out.element("link", text: permalink)
      out.element("guid", [("isPermaLink", "true")], text: permalink)
      out.element("pubDate", text: links.mailTime(card.published))
      for name in Feed.names(card) { out.element("dc:creator", text: name) }
      for subject in Feed.subjects(card) { out.element("category", text: subject) }
      if let picture = card.picture {
        out.empty(
          "enclosure",
          [
            ("url", links.media(picture.name)), ("length", String(picture.bytes)),
            ("type", picture.name.type.contentType),
          ])
      }
      out.element("description", text: card.summary)
      if settings.feeds.fullText { out.element("content:encoded", text: html(item.body, item.media)) }
    }
  }
}
