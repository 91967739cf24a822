import Foundation
import Testing

@Test func `every relative link of the documents leads to a file that is there`() throws {
  let root = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path).sorted()
  let documents = root.filter { $0.hasSuffix(".md") }
  var offences: [Offence] = []
  for path in try documents + ["docs", "Sources"].flatMap({ try Repository.paths($0, endings: ["md"]) }) {
    for (index, line) in try prose(Repository.text(path)).enumerated() {
      for link in relativeLinks(line) where !leads(link, from: path) {
        offences.append(Offence(path: path, line: index + 1, what: "\(link) leads to nothing"))
      }
    }
  }
  report(offences)
}

@Test func `links are told from addresses, places on the page and examples`() {
  let text = """
    A [link](docs/a.md), [`code`](../b.md#part "title") and ![a picture](c.png); [not](https://a.example/d.md),
    [nor](#e), nor `[this](f.md)`.
    ```
    [nor](g.md)
    ```
        [nor](h.md)
    """
  #expect(prose(text).flatMap(relativeLinks) == ["docs/a.md", "../b.md", "c.png"])
}

/// The lines of a document in CommonMark; those of code are empty.
private func prose(_ text: String) -> [String] {
  var isFenced = false
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    if line.hasPrefix("```") { isFenced.toggle() }
    return isFenced || line.hasPrefix("    ") ? "" : String(line.replacing(/`[^`]*`/, with: ""))
  }
}

/// Where the links of a line lead within the repository, without a place on the page.
private func relativeLinks(_ line: String) -> [String] {
  line.matches(of: /\]\(([^)\s#]+)[^)]*\)/).map { String($0.output.1) }.filter { !$0.contains(/^[a-z][a-z+.\-]*:/) }
}

private func leads(_ link: String, from path: String) -> Bool {
  let folder = Repository.root.appendingPathComponent(path).deletingLastPathComponent()
  return FileManager.default.fileExists(atPath: folder.appendingPathComponent(link).standardizedFileURL.path)
}
