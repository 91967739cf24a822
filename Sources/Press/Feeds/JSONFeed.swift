import Model

extension Feed {
  /// JSON Feed 1.1 (jsonfeed.org/version/1.1).
  var json: JSON {
    var feed: [String: JSON] = [
      "version": .string("https://jsonfeed.org/version/1.1"), "title": .string(title),
      "home_page_url": .string(home), "feed_url": .string(address(.json)),
      "icon": .string(links.absolute(.icon)), "language": .string(settings.publication.language),
      "authors": .array([.object(["name": .string(maker), "url": .string(links.absolute(.front))])]),
      "items": .array(items.map(entry)),
    ]
    if !settings.publication.subtitle.isEmpty { feed["description"] = .string(settings.publication.subtitle) }
    return .object(feed)
  }

  private func entry(_ item: FeedItem) -> JSON {
    let card = item.card
    let permalink = links.article(card)
    var entry: [String: JSON] = [
      "id": .string(permalink), "url": .string(permalink), "title": .string(Copy.joined(card.headline)),
      "date_published": .string(links.time(card.published)), "date_modified": .string(links.time(card.modified)),
      "language": .string(links.language(card.language)),
    ]
    // One of the two contents must be there.
    if settings.feeds.fullText {
      entry["content_html"] = .string(html(item.body, item.media))
    } else {
      entry["content_text"] = .string(card.summary)
    }
    if !card.summary.isEmpty { entry["summary"] = .string(card.summary) }
    if let picture = card.picture { entry["image"] = .string(links.media(picture.name)) }
    let names = Feed.names(card)
    if !names.isEmpty { entry["authors"] = .array(names.map { .object(["name": .string($0)]) }) }
    let subjects = Feed.subjects(card)
    if !subjects.isEmpty { entry["tags"] = .array(subjects.map(JSON.string)) }
    return .object(entry)
  }
}
