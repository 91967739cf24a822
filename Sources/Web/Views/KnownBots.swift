/// Programs that read pages without a reader: of search engines, previews of links, archives and watchers. Each is
/// known by words in the name that it gives of itself, as their makers publish it.
enum KnownBots {
  /// A longer name is read so far.
  static let agentBytesMax = 1_024

  /// In lower case.
  private static let words: [[UInt8]] = [
    "bot", "spider", "crawl", "slurp", "mediapartners", "googleother", "google-inspectiontool", "google-read-aloud",
    "google favicon", "google-safety", "google web preview", "apis-google", "feedfetcher", "bingpreview",
    "chrome-lighthouse", "pagespeed", "ptst/", "facebookexternalhit", "facebookcatalog", "meta-externalagent",
    "meta-externalfetcher", "whatsapp/", "skypeuripreview", "embedly", "quora link preview", "outbrain", "vkshare",
    "ia_archiver", "archive.org", "heritrix", "httrack", "nutch", "scrapy", "screaming frog", "dataprovider",
    "ahrefs", "semrush", "mj12", "barkrowler", "pingdom", "statuscake", "site24x7", "newrelicpinger",
    "uptime", "checkly", "zgrab", "masscan", "nmap scripting", "censysinspect", "perplexity-user",
    "chatgpt-user", "claude-user", "cohere-ai", "sogou web", "sogou inst", "baidu-yunguance", "yahoo link preview",
    "w3c_validator", "w3c-checklink", "validator.nu", "siteimprove", "feedly", "newsblur", "inoreader",
  ].map { Array($0.utf8) }
  /// Makes of telephones whose names hold such a word.
  private static let innocent: [[UInt8]] = ["cubot"].map { Array($0.utf8) }

  static func contains(_ agent: String) -> Bool {
    var name = agent.utf8.prefix(agentBytesMax).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for word in innocent {
      while let place = place(of: word, in: name) { name.removeSubrange(place..<place + word.count) }
    }
    return words.contains { place(of: $0, in: name) != nil }
  }

  private static func place(of word: [UInt8], in name: [UInt8]) -> Int? {
    guard name.count >= word.count, let first = word.first else { return nil }
    return (0...name.count - word.count).first { start in
      name[start] == first && name[start..<start + word.count].elementsEqual(word)
    }
  }
}
