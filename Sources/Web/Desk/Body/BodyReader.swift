import Foundation
import HTTPTypes
import HummingbirdCore
import Model
import NIOCore

/// Reads the body of a request to the newsroom, within limits: forms and JSON in memory, files to a folder.
struct BodyReader: Sendable {
  let limits: DeskLimits

  /// - folder: where files are put; made when the first comes. Nil takes no files.
  func read(_ body: RequestBody?, type: String?, into folder: String?) async throws -> SentForm {
    guard let type, let body else { return SentForm() }
    let kind = type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    switch kind {
    case "application/x-www-form-urlencoded":
      let bytes = try await whole(body)
      guard let text = String(validating: bytes, as: UTF8.self) else { throw BodyReader.malformed }
      let query = QueryString(text, fieldsMax: limits.fieldsMax)
      guard query.isWellFormed else { throw BodyReader.malformed }
      return SentForm(query: query)
    case "application/json":
      let bytes = try await whole(body)
      guard !bytes.isEmpty else { return SentForm() }
      return try json(bytes)
    case "multipart/form-data":
      guard let boundary = PartHead.boundary(of: type) else { throw BodyReader.malformed }
      var parts = PartsReader(boundary: boundary, folder: folder, limits: limits)
      do {
        for try await buffer in body { try await parts.take(buffer) }
        return try await parts.finish()
      } catch {
        await parts.abandon()
        throw error
      }
    default: throw BodyFault.unknownType
    }
  }

  private func whole(_ body: RequestBody) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in body {
      guard bytes.count + buffer.readableBytes <= limits.formBytesMax else {
        throw BodyFault.tooLarge(
          Wording("The form has more than \(limits.formBytesMax) bytes.", "表单超过 \(limits.formBytesMax) 字节。"))
      }
      bytes += buffer.readableBytesView
    }
    return bytes
  }

  private func json(_ bytes: [UInt8]) throws(BodyFault) -> SentForm {
    do {
      guard let form = SentForm(json: try JSON(bytes: bytes)) else {
        throw BodyFault.malformed(Wording("Send one JSON object.", "请发送一个 JSON 对象。"))
      }
      return form
    } catch let fault as BodyFault {
      throw fault
    } catch {
      throw .malformed(Wording("This is no JSON: \(error).", "这不是 JSON：\(error)。"))
    }
  }

  static let malformed = BodyFault.malformed(
    Wording("The form is not rightly encoded; send it as UTF-8.", "表单编码有误，请用 UTF-8 发送。"))
}
