package import Foundation

/// The issue that is made next, in short.
package struct TonightReading: Sendable, Equatable {
  package let plan: PlanHead
  /// When it is to be published; nil where that is not set.
  package let due: Date?
  package let pageCount: Int
  package let storyCount: Int
  package let signedCount: Int
  /// What stands in the way of signing it, the worst first.
  package let blocks: [Wording]

  package init(plan: PlanHead, due: Date?, pageCount: Int, storyCount: Int, signedCount: Int, blocks: [Wording]) {
    self.plan = plan
    self.due = due
    self.pageCount = pageCount
    self.storyCount = storyCount
    self.signedCount = signedCount
    self.blocks = blocks
  }
}

/// A correction or reply that is still to be printed.
package struct DueNotice: Sendable, Equatable {
  package let id: String
  /// 更正, or 答辩 of somebody.
  package let isReply: Bool
  package let text: String
  /// The serial and headline of the story that it is about.
  package let serial: Int
  package let headline: String
  /// In which issue it is due; nil where that was not said.
  package let dueIssue: Day?
  /// Where in it; may be empty.
  package let duePlace: String

  package init(
    id: String, isReply: Bool, text: String, serial: Int, headline: String, dueIssue: Day?, duePlace: String
  ) {
    self.id = id
    self.isReply = isReply
    self.text = text
    self.serial = serial
    self.headline = headline
    self.dueIssue = dueIssue
    self.duePlace = duePlace
  }
}

/// What a person sees first: what waits for them, and the issue of tonight.
package struct DashboardReading: Sendable, Equatable {
  /// Rows of each list; more are on the story list.
  package static let rowsMax = 8

  /// Stories whose due step this person may sign, the longest waiting first, with how many there are.
  package let waiting: [StoryRow]
  package let waitingCount: Int
  /// Stories of this person that came back.
  package let returned: [StoryRow]
  /// Others in their hands.
  package let mine: [StoryRow]
  package let mineCount: Int
  /// Nil where no issue is being made.
  package let tonight: TonightReading?
  package let notices: [DueNotice]
  /// Letters that were given up; 0 for who may do nothing about them.
  package let failedLetters: Int

  package init(
    waiting: [StoryRow], waitingCount: Int, returned: [StoryRow], mine: [StoryRow], mineCount: Int,
    tonight: TonightReading?, notices: [DueNotice], failedLetters: Int = 0
  ) {
    self.waiting = waiting
    self.waitingCount = waitingCount
    self.returned = returned
    self.mine = mine
    self.mineCount = mineCount
    self.tonight = tonight
    self.notices = notices
    self.failedLetters = failedLetters
  }
}
