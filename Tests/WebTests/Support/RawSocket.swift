import Foundation
import Glibc

/// A plain socket, for requests that no client would send. It blocks, so it is used through `rawly` alone.
struct RawSocket {
  struct Fault: Error {
    let number: Int32
  }

  private let descriptor: Int32

  /// - receiveBytes: of the system's buffer; small for a client that does not take what it is sent.
  init(port: Int, receiveBytes: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Fault(number: errno) }
    if var receiveBytes {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBytes, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      let number = errno
      Glibc.close(descriptor)
      throw Fault(number: number)
    }
  }

  /// False when the other side is gone.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Reads until the other side closes, `enough` is read, or nothing came for so long. `isClosed` tells which.
  func read(seconds: Double, enough: Int = .max) -> (bytes: [UInt8], isClosed: Bool) {
    var time = timeval(tv_sec: Int(seconds), tv_usec: Int((seconds - seconds.rounded(.down)) * 1_000_000))
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while all.count < enough {
      let count = recv(descriptor, &chunk, min(chunk.count, enough - all.count), 0)
      if count > 0 {
        all += chunk[..<count]
      } else {
        return (all, count == 0 || errno == ECONNRESET)
      }
    }
    return (all, false)
  }

  /// The same as text.
  func text(seconds: Double = 30, enough: Int = .max) -> String {
    String(decoding: read(seconds: seconds, enough: enough).bytes, as: UTF8.self)
  }

  func pause(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

  func close() { Glibc.close(descriptor) }
}

/// Does something with a socket, away from the threads that all tasks share, and closes it.
func rawly<Value: Sendable>(
  _ port: Int, receiveBytes: Int32? = nil, _ body: @escaping @Sendable (RawSocket) -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(
        with: Result {
          let socket = try RawSocket(port: port, receiveBytes: receiveBytes)
          defer { socket.close() }
          return body(socket)
        })
    }
  }
}

/// Sends a request that ends the connection, and gives all that comes back.
func ask(_ port: Int, _ line: String, _ fields: [String] = []) async throws -> String {
  try await rawly(port) { socket in
    let head = ([line, "Host: paper.test", "Connection: close"] + fields).joined(separator: "\r\n")
    socket.send(head + "\r\n\r\n")
    return socket.text()
  }
}

extension String {
  /// The status of an answer as it came over the wire; 0 for none.
  var status: Int {
    let parts = prefix(while: { $0 != "\r\n" }).split(separator: " ")
    return parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  }

  /// The value of a header field of such an answer.
  func field(_ name: String) -> String? {
    let head = components("\r\n\r\n").first ?? ""
    let start = name.lowercased() + ": "
    return head.components("\r\n").first { $0.lowercased().hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  func components(_ separator: String) -> [String] { split(separator: separator).map(String.init) }
}
