/// What a preview shows: readings as a reader would have them, of things that are not public.
package struct PreviewReading: Sendable, Equatable {
  /// The whole issue, or one story alone.
  package enum Content: Sendable, Equatable {
    case issue(WholeIssue)
    case article(ArticleReading)
  }

  package let preview: Preview
  package let content: Content

  package init(preview: Preview, content: Content) {
    self.preview = preview
    self.content = content
  }
}
