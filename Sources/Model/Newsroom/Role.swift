/// What a person is in the newsroom: a set of acts. A person may be several things at once.
package enum Role: String, Sendable, CaseIterable {
  /// 通讯员: outside, sees only copy of their own.
  case correspondent
  /// 记者.
  case reporter
  /// 编辑.
  case editor
  /// 一审, 责任编辑.
  case firstReviewer = "first-reviewer"
  /// 二审, 部门主任 or 值班编辑.
  case secondReviewer = "second-reviewer"
  /// 三审, 总编辑.
  case finalReviewer = "final-reviewer"
  /// 校对.
  case proofreader
  /// 版面编辑.
  case pageEditor = "page-editor"
  /// 签发.
  case publisher
  /// 管理员: people and settings; signs nothing.
  case admin

  /// What the role may do.
  package var acts: Set<Act> {
    switch self {
    case .correspondent: [.write, .upload]
    case .reporter: [.read, .write, .upload, .note]
    case .editor: [.read, .write, .edit, .assign, .note, .upload]
    case .firstReviewer: [.read, .edit, .note, .upload, .assign, .firstReview]
    case .secondReviewer: [.read, .edit, .note, .upload, .assign, .secondReview]
    case .finalReviewer: [.read, .edit, .note, .upload, .assign, .finalReview]
    case .proofreader: [.read, .note, .proofread]
    case .pageEditor: [.read, .plan, .note, .upload, .preview, .assign]
    case .publisher: [.read, .note, .plan, .publish, .rollBack, .correct, .withdraw, .preview, .readRecord]
    case .admin: [.read, .managePeople, .readRecord, .importIssue, .redirect]
    }
  }

  /// As people say it.
  package var wording: Wording {
    switch self {
    case .correspondent: Wording("correspondent", "通讯员")
    case .reporter: Wording("reporter", "记者")
    case .editor: Wording("editor", "编辑")
    case .firstReviewer: Wording("first reviewer", "一审")
    case .secondReviewer: Wording("second reviewer", "二审")
    case .finalReviewer: Wording("final reviewer", "三审")
    case .proofreader: Wording("proofreader", "校对")
    case .pageEditor: Wording("page editor", "版面编辑")
    case .publisher: Wording("publisher", "签发人")
    case .admin: Wording("administrator", "管理员")
    }
  }
}
