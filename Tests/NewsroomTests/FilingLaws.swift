import Foundation
import Model
import Newsroom
import Store
import TestSupport
import Testing

@Suite struct FilingLaws {
  @Test func `filing the same issue again changes nothing at all`() async throws {
    try await holds(rounds: 12) { dice in
      let media = Paper.media(3)
      let issue = dice.manuscript(media: media.map(\.media.name))
      let publish = !dice.once(in: 3)
      try await Paper.with { paper in
        let first = try await paper.file(issue, media: media, publish: publish)
        #expect(first.new == issue.stories.map(\.file), "\(dice)")
        let generation = try await paper.library.generation()
        let records = try await paper.records()
        let later = Paper.morning.addingTimeInterval(3_600)
        let second = try await paper.file(issue, media: media, at: later, publish: publish)
        #expect(second.same == issue.stories.map(\.file), "\(dice)")
        #expect(!second.hasChanges && second.vanished.isEmpty, "\(dice)")
        #expect(try await paper.library.generation() == generation, "\(dice)")
        #expect(try await paper.records() == records, "\(dice)")
        #expect(generation == 1 && records.count == 1)
      }
    }
  }

  @Test func `a change of one story changes exactly that one`() async throws {
    try await holds(rounds: 12) { dice in
      var issue = dice.manuscript()
      try await Paper.with { paper in
        try await paper.file(issue)
        let index = dice.number(0...(issue.stories.count - 1))
        let serial = try await paper.library.serials()[index]
        switch dice.number(0...4) {
        case 0: issue.stories[index].copy.headline.append("又一行")
        case 1: issue.stories[index].views += 1
        case 2: issue.stories[index].corrections.append(Correction(date: issue.date, text: "更正一处"))
        case 3: issue.stories[index].lead.toggle()
        default: issue.stories[index].aliases.append("/again/\(index).htm")
        }
        let filing = try await paper.file(issue, at: Paper.morning.addingTimeInterval(60))
        #expect(filing.changed == [issue.stories[index].file], "\(dice)")
        #expect(filing.same.count == issue.stories.count - 1 && filing.new.isEmpty, "\(dice)")
        #expect(filing.issueChange == .same, "\(dice)")
        #expect(try await paper.library.generation() == 2, "\(dice)")
        let reading = try #require(try await paper.library.article(serial))
        #expect(reading.article.copy.headline == issue.stories[index].copy.headline, "\(dice)")
      }
    }
  }

  @Test func `what was filed is what is read`() async throws {
    try await holds(rounds: 12) { dice in
      let media = Paper.media(3)
      let issue = dice.manuscript(media: media.map(\.media.name))
      try await Paper.with { paper in
        try await paper.file(issue, media: media)
        let serials = try await paper.library.serials()
        #expect(serials.count == issue.stories.count, "\(dice)")
        for (serial, story) in zip(serials, issue.stories) {
          let reading = try #require(try await paper.library.article(serial), "\(dice)")
          expect(reading, is: story, dice)
        }
      }
    }
  }

  private func expect(_ reading: ArticleReading, is story: StoryManuscript, _ dice: Dice) {
    let article = reading.article
    var copy = story.copy
    if story.withdrawal != nil {
      copy.body = Body()
      copy.summary = ""
    }
    #expect(article.copy == copy, "\(dice)")
    #expect(article.withdrawal == story.withdrawal, "\(dice)")
    #expect(article.corrections.count == story.corrections.count, "\(dice)")
    #expect(reading.views == story.views, "\(dice)")
    #expect(reading.page?.number == story.placements.first?.page, "\(dice)")
    #expect(reading.hotspots == story.placements.first?.hotspots ?? [], "\(dice)")
    #expect(reading.jumpTo == story.placements.first?.jump, "\(dice)")
    if let published = story.published { #expect(article.published == published, "\(dice)") }
  }

  @Test func `a rehearsal says what would be done and does nothing`() async throws {
    try await holds(rounds: 6) { dice in
      let issue = dice.manuscript()
      try await Paper.with { paper in
        let rehearsed = try await paper.file(issue, dryRun: true)
        #expect(try await paper.library.generation() == 0, "\(dice)")
        #expect(try await paper.library.issueHeads().isEmpty, "\(dice)")
        #expect(try await paper.file(issue) == rehearsed, "\(dice)")
      }
    }
  }
}
