import HTTPTypes
import NIOCore

/// What is sent for a request.
struct Answer: Sendable {
  enum Body: Sendable {
    case none
    case bytes(ByteBuffer)
    /// A part of a file.
    case file(path: String, part: Range<Int>)
    /// What is made while it is sent, a piece at a time: it is given what sends a piece and waits for the line. Nobody
    /// knows how long it will be.
    case pieces(@Sendable (_ send: (ByteBuffer) async throws -> Void) async throws -> Void)
  }

  var status: HTTPResponse.Status
  /// `Content-Length` is among them wherever there is a body, but one in pieces; an answer to HEAD keeps it.
  var fields: HTTPFields
  var body: Body

  init(_ status: HTTPResponse.Status, _ fields: HTTPFields = [:], body: Body = .none) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// An answer that is made for this request alone and not kept.
  init(_ status: HTTPResponse.Status, type: String, text: String) {
    let buffer = ByteBuffer(string: text)
    self.init(
      status, [.contentType: type, .contentLength: String(buffer.readableBytes), .cacheControl: "no-store"],
      body: .bytes(buffer))
  }

  static func plain(_ status: HTTPResponse.Status, _ text: String) -> Answer {
    Answer(status, type: "text/plain; charset=utf-8", text: text + "\n")
  }

  /// In bytes; 0 for pieces.
  var bodyLength: Int {
    switch body {
    case .none, .pieces: 0
    case .bytes(let buffer): buffer.readableBytes
    case .file(_, let part): part.count
    }
  }
}
