import HTTPTypes

/// What became of a request to count.
enum ViewOutcome {
  /// Counted; all views of the article now.
  case counted(Int)
  case not(Why)

  enum Why {
    case unknown
    case withdrawn
    case foreign
    case bot
    case ahead
    /// Somebody of the newsroom, who is signed in.
    case newsroom
    case burst
    /// The counters cannot take it.
    case full

    var status: HTTPResponse.Status {
      switch self {
      case .unknown: .notFound
      case .withdrawn: .gone
      case .foreign, .bot, .ahead, .newsroom: .forbidden
      case .burst: .tooManyRequests
      case .full: .serviceUnavailable
      }
    }

    /// A code that never changes.
    var code: String {
      switch self {
      case .unknown: "not_found"
      case .withdrawn: "withdrawn"
      case .foreign: "foreign_origin"
      case .bot, .ahead, .newsroom: "not_a_view"
      case .burst: "too_many_requests"
      case .full: "not_counted"
      }
    }

    var message: String {
      switch self {
      case .unknown: "There is no such story."
      case .withdrawn: "This story was withdrawn."
      case .foreign: "Only the paper's own pages count views."
      case .bot: "Programs that read without a reader are not counted."
      case .ahead: "A page that nobody has seen is not counted."
      case .newsroom: "Who makes the paper is not counted among its readers."
      case .burst: "This address has been counted often enough in this minute."
      case .full: "Views cannot be counted at present."
      }
    }

    /// When it is worth asking again.
    var retrySeconds: Int? {
      switch self {
      case .burst, .full: 60
      default: nil
      }
    }
  }
}
