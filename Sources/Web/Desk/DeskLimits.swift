/// Every limit of the newsroom on the web in one place. Each is a maximum, or a time after which something ends.
package struct DeskLimits: Sendable, Equatable {
  /// A form or a JSON document, held in memory; more is answered 413.
  package var formBytesMax = 4_194_304
  /// A form that comes without a session, which has ended or never was; of more, nothing is shown again.
  package var endedFormBytesMax = 1_048_576
  /// One file that is sent in.
  package var fileBytesMax = 67_108_864
  /// Files in one request.
  package var filesMax = 20
  /// The files of one request together.
  package var filesBytesMax = 209_715_200
  /// What the parts of a form with files may add to the files themselves: heads, boundaries and other fields.
  package var partsBytesMax = 5_242_880
  /// The head of one part.
  package var partHeadBytesMax = 8_192
  /// Fields of one form, files among them.
  package var fieldsMax = 500
  /// From the head of a request to the end of its body, and the longest that its work may take.
  package var requestTime: Duration = .seconds(600)
  /// Changes that one session or token may ask for in a minute; more is answered 429.
  package var changesPerMinuteMax = 1_200
  /// Changes that one address may ask for in a minute without a session: signing in, mostly.
  package var strangersPerMinuteMax = 120
  /// Sessions and addresses that are counted at once; beyond it the count begins anew.
  package var countedMax = 10_000
  /// How long what is known of a session is used again, in this process; it is dropped at once when it ends.
  package var sessionTime: Duration = .seconds(5)
  /// Sessions that are known at once.
  package var sessionsMax = 2_000
  /// How long somebody counts as looking at a story after their last sign.
  package var presenceTime: Duration = .seconds(60)
  /// Stories that somebody looks at, and people at each.
  package var presenceStoriesMax = 5_000
  package var presencePeopleMax = 50
  /// Manuscripts that wait in previews to be accepted, and for how long.
  package var waitingManuscriptsMax = 200
  package var waitingTime: Duration = .seconds(3_600)

  /// The whole body of a request that shows a key to the newsroom.
  var bodyBytesMax: Int { max(formBytesMax, filesBytesMax + partsBytesMax) }

  package init() {}
}
