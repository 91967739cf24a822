import Foundation
import Model
import TestSupport
import Testing

@testable import Interchange

/// What is written reads back.
@Suite struct ProseLawTests {
  @Test func `a body that is written reads back as far as the format can say it`() {
    holds(rounds: 500) { dice in
      var sayable = Sayable()
      let body = sayable.body(dice.body().replacingMedia { _ in .file("林 (1) 50%.jpg") }.withKindredFiles)
      let text = ProseWriter(fileName: { $0.fileName }).text(of: body)
      var reader = ProseReader(file: "story.md")
      let back = reader.body(of: text, lineOffset: 0)
      let faults = reader.findings.faults
      #expect(faults.isEmpty, "\(dice) \(faults)")
      let pair = zip(back.blocks, body.blocks).first { $0 != $1 }
      #expect(pair == nil, "\(dice) \(text)")
      #expect(back.blocks.count == body.blocks.count, "\(dice)")
    }
  }

  @Test func `what the format can say is left as it is`() {
    holds(rounds: 300) { dice in
      var first = Sayable()
      let once = first.body(dice.body())
      var second = Sayable()
      #expect(second.body(once) == once, "\(dice)")
      #expect(second.lost.isEmpty, "\(dice)")
    }
  }

  @Test func `a picture's title reads back`() {
    holds(rounds: 500) { dice in
      let caption = TextLines.joined(SayableInlines.plain(dice.text()))
      let credit = TextLines.joined(
        dice.once(in: 2) ? dice.name() + " 摄" : dice.text().replacing(PictureTitle.separator, with: " "))
      let title = PictureTitle(caption: caption, credit: credit)
      #expect(PictureTitle(title.text) == title, "\(dice) \(title.text)")
    }
  }
}

extension MediaReference {
  fileprivate var fileName: String { if case .file(let name) = self { name } else { "" } }
}

extension Body {
  /// With files that fit their use.
  fileprivate var withKindredFiles: Body { Body(blocks.map(\.withKindredFiles)) }
}

extension Block {
  fileprivate var withKindredFiles: Block {
    switch self {
    case .audio(let recording): .audio(Recording(media: .file("a \"b\".mp3"), title: recording.title))
    case .video(let recording): .video(Recording(media: .file("江.mp4"), title: recording.title))
    case .quote(let inner): .quote(inner.map(\.withKindredFiles))
    case .note(let kind, let inner): .note(kind, inner.map(\.withKindredFiles))
    case .list(let isOrdered, let start, let items):
      .list(ordered: isOrdered, start: start, items: items.map { $0.map(\.withKindredFiles) })
    default: self
    }
  }
}
