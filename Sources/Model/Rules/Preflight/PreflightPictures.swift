extension Preflight {
  /// Every picture of a text is there, has a caption or credit, and an alternative text.
  func captions() -> [PreflightFinding] {
    facts.stories.flatMap { story in
      story.copy.body.figures.enumerated().flatMap { index, figure in
        captions(of: figure, number: index + 1, story)
      } + lostRecordings(story)
    }
  }

  private func captions(of figure: Figure, number: Int, _ story: PreflightStory) -> [PreflightFinding] {
    var found: [PreflightFinding] = []
    if isMissing(figure.media) {
      found.append(
        story.finding(
          .error, .captions, Wording("picture \(number) is not in the library", "第 \(number) 幅图片不在图片库中")))
    }
    if figure.caption.allSatisfy(\.isWhitespace) {
      found.append(
        story.finding(.warning, .captions, Wording("picture \(number) has no caption", "第 \(number) 幅图片没有说明")))
    }
    if figure.alternative.allSatisfy(\.isWhitespace) {
      found.append(
        story.finding(
          .warning, .captions,
          Wording(
            "picture \(number) has no alternative text; leave it out on purpose for a mere ornament alone",
            "第 \(number) 幅图片没有替代文字（纯装饰图除外）")))
    }
    return found
  }

  private func lostRecordings(_ story: PreflightStory) -> [PreflightFinding] {
    let figures = Set(story.copy.body.figures.map(\.media))
    let others = Set(story.copy.body.media).subtracting(figures)
    return others.filter(isMissing).map { _ in
      story.finding(.error, .captions, Wording("a recording is not in the library", "有音视频不在库中"))
    }
  }

  private func isMissing(_ media: MediaReference) -> Bool {
    switch media {
    case .file: true
    case .stored(let name): facts.missingMedia.contains(name)
    }
  }
}
