import Testing

private let endings: Set<String> = [
  "swift", "md", "js", "css", "mustache", "sql", "py", "sh", "yaml", "yml", "json", "xml", "html", "txt", "strings",
  "service", "toml",
]

@Test func `nothing is left for later and no path is this machine's`() throws {
  let later = ["TO" + "DO", "FIX" + "ME", "X" + "XX:", "HA" + "CK:"]
  let machine = /(^|[^\w.\/\-}])\/(work|root|tmp|Users|home)\//
  var offences: [Offence] = []
  for folder in ["Sources", "Tests", "docs", "Demo", "Plugins"] {
    for path in try Repository.paths(folder, endings: endings) where !path.hasPrefix("Tests/TidyTests/") {
      let text = try Repository.text(path)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for word in later where line.contains(word) {
          offences.append(Offence(path: path, line: index + 1, what: word))
        }
        if let match = line.firstMatch(of: machine) {
          offences.append(Offence(path: path, line: index + 1, what: "the path /\(match.output.2)/"))
        }
      }
    }
  }
  report(offences)
}
