extension Preflight {
  /// The same or nearly the same story twice in the issue, or again after the last issues.
  func duplicates() -> [PreflightFinding] {
    let known = facts.stories.map { Known($0) }
    var found: [PreflightFinding] = []
    for (index, one) in known.enumerated() {
      for other in known[(index + 1)...] where one.isLike(other.headline, other.sketch) {
        found.append(
          other.story.finding(
            .warning, .duplicates,
            Wording("the same or nearly the same as \(one.story.name.english)", "与\(one.story.name.chinese)相同或几乎相同")))
      }
      for earlier in facts.recent
      where earlier.serial != one.story.story.serial
        && one.isLike(Folding.fold(earlier.headline), earlier.sketch)
      {
        found.append(
          one.story.finding(
            .warning, .duplicates,
            Wording(
              "the same or nearly the same as “\(earlier.headline)” in the issue \(earlier.issue)",
              "与 \(earlier.issue) 期《\(earlier.headline)》相同或几乎相同")))
      }
    }
    return found
  }

  /// A story with what it is compared by.
  private struct Known {
    /// Headlines shorter than this, such as 短讯, stand again and again.
    static let headlineMin = 6

    let story: PreflightStory
    let headline: String
    let sketch: TextSketch

    init(_ story: PreflightStory) {
      self.story = story
      headline = Folding.fold(story.copy.headlineText)
      sketch = TextSketch(story.copy.body.plainText)
    }

    func isLike(_ headline: String, _ sketch: TextSketch) -> Bool {
      if self.headline == headline, headline.count >= Known.headlineMin { return true }
      return self.sketch.resemblance(to: sketch) >= TextSketch.nearlySame
    }
  }
}
