import Model

extension Renderer {
  /// The worker that keeps the latest issue readable with no connection.
  package var serviceWorker: Document {
    Document(
      contentType: "text/javascript; charset=utf-8", body: Array(theme.text("scripts/service-worker.js").utf8))
  }
}
