/// What can be done at the desk. The raw value stands in the record, in the scopes of tokens and in refusals.
package enum Act: String, Sendable, CaseIterable {
  /// Filing an issue that was signed elsewhere, or its drafts.
  case importIssue = "import-issue"
  /// Letting old addresses lead somewhere.
  case redirect

  /// Reading the copy of others.
  case read = "read-copy"
  /// Writing copy of one's own: starting, revising, submitting, taking back.
  case write = "write-copy"
  /// Changing the copy of others, taking manuscripts in for them.
  case edit = "edit-copy"
  /// Giving a story into somebody's hands, marking it as important, putting it aside.
  case assign = "assign-copy"
  /// Noting on a story.
  case note = "note-copy"
  /// Bringing pictures and recordings into the library.
  case upload = "upload-media"

  /// 一审.
  case firstReview = "first-review"
  /// 二审.
  case secondReview = "second-review"
  /// 三审, 终审.
  case finalReview = "final-review"
  /// 校对.
  case proofread

  /// Planning issues: pages, their pictures, the places of stories.
  case plan = "plan-issue"
  /// 签发: publishing an issue or a signed working copy, now or at a minute.
  case publish
  /// Taking a whole issue back.
  case rollBack = "roll-back"
  /// 更正 and 答辩.
  case correct
  /// 撤稿.
  case withdraw
  /// Giving somebody outside a look at what is not public.
  case preview

  /// Accounts, roles, invitations.
  case managePeople = "manage-people"
  /// Reading the record.
  case readRecord = "read-record"

  /// Whether it puts a name under a text or makes one public: such a role may be required to carry a second factor.
  package var isSigning: Bool {
    switch self {
    case .firstReview, .secondReview, .finalReview, .proofread, .publish, .rollBack, .withdraw, .correct: true
    default: false
    }
  }

  /// As people say it.
  package var wording: Wording {
    switch self {
    case .importIssue: Wording("import issues", "导入期次")
    case .redirect: Wording("redirect old addresses", "设置旧网址跳转")
    case .read: Wording("read the copy of others", "查看他人稿件")
    case .write: Wording("write copy", "写稿")
    case .edit: Wording("change the copy of others", "修改他人稿件")
    case .assign: Wording("assign copy", "分派稿件")
    case .note: Wording("note on copy", "批注稿件")
    case .upload: Wording("bring in pictures", "上传图片")
    case .firstReview: Wording("review copy first", "一审")
    case .secondReview: Wording("review copy second", "二审")
    case .finalReview: Wording("review copy last", "终审")
    case .proofread: Wording("read proofs", "校对")
    case .plan: Wording("plan issues", "编排版面")
    case .publish: Wording("sign and publish", "签发")
    case .rollBack: Wording("take an issue back", "整期撤回")
    case .correct: Wording("correct what was published", "更正")
    case .withdraw: Wording("withdraw stories", "撤稿")
    case .preview: Wording("give previews", "生成预览链接")
    case .managePeople: Wording("manage people", "管理人员")
    case .readRecord: Wording("read the record", "查看记录")
    }
  }
}
