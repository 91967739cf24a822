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
        for entry in entries { item(entry, into: &channel) }
      }
    }
    return writer.bytes
  }

  private var description: String {
    settings.publication.subtitle.isEmpty ? title : settings.publication.subtitle
  }

  private func item(_ entry: FeedEntry, into channel: inout XMLWriter) {
    channel.element("item") { out in
      out.element("title", text: entry.title)
      out.element("link", text: entry.address)
      out.element("guid", [("isPermaLink", "true")], text: entry.address)
      out.element("pubDate", text: links.mailTime(entry.published))
      for name in entry.names { out.element("dc:creator", text: name) }
      for subject in entry.subjects { out.element("category", text: subject) }
      if let picture = entry.picture {
        out.empty(
          "enclosure",
          [
            ("url", links.media(picture.name)), ("length", String(picture.bytes)),
            ("type", picture.name.type.contentType),
          ])
      }
      out.element("description", text: entry.summary)
      if let html = entry.html { out.element("content:encoded", text: html) }
    }
  }
}
