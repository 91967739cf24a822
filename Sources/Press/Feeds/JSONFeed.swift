import Model

extension Feed {
  /// JSON Feed 1.1 (jsonfeed.org/version/1.1).
  var json: JSON {
    var feed: [String: JSON] = [
      "version": .string("https://jsonfeed.org/version/1.1"), "title": .string(title),
      "home_page_url": .string(home), "feed_url": .string(address(.json)),
      "icon": .string(links.absolute(.icon)), "language": .string(settings.publication.language),
      "authors": .array([.object(["name": .string(maker), "url": .string(links.absolute(.front))])]),
      "items": .array(entries.map(item)),
    ]
    if !settings.publication.subtitle.isEmpty { feed["description"] = .string(settings.publication.subtitle) }
    return .object(feed)
  }

  private func item(_ entry: FeedEntry) -> JSON {
    var item: [String: JSON] = [
      "id": .string(entry.address), "url": .string(entry.address), "title": .string(entry.title),
      "date_published": .string(links.time(entry.published)), "date_modified": .string(links.time(entry.modified)),
      "language": .string(entry.language),
    ]
    // One of the two contents must be there.
    if let html = entry.html {
      item["content_html"] = .string(html)
    } else {
      item["content_text"] = .string(entry.summary)
    }
    if !entry.summary.isEmpty { item["summary"] = .string(entry.summary) }
    if let picture = entry.picture { item["image"] = .string(links.media(picture.name)) }
    if !entry.names.isEmpty { item["authors"] = .array(entry.names.map { .object(["name": .string($0)]) }) }
    if !entry.subjects.isEmpty { item["tags"] = .array(entry.subjects.map(JSON.string)) }
    return .object(item)
  }
}
