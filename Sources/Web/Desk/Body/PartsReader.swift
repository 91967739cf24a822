import Foundation
import Model
import NIOCore

/// Takes the parts of a form as they come: fields into memory, files into a folder, all within limits.
struct PartsReader {
  private let folder: String?
  private let limits: DeskLimits
  private let work = FileWork()
  private var parser: MultipartParser
  private var form = SentForm()
  private var head: MultipartParser.Head?
  private var text: [UInt8] = []
  private var file: OpenFile?
  private var textBytes = 0
  private var filesBytes = 0
  private var filesCount = 0

  private struct OpenFile {
    let path: String
    let handle: FileHandle
    var bytes = 0
  }

  /// - folder: where files are put; nil takes none.
  init(boundary: String, folder: String?, limits: DeskLimits) {
    self.folder = folder
    self.limits = limits
    parser = MultipartParser(boundary: boundary, limits: limits)
  }

  mutating func take(_ buffer: ByteBuffer) async throws {
    let events: [MultipartParser.Event]
    do {
      events = try parser.take(buffer.readableBytesView)
    } catch .tooManyParts {
      throw BodyFault.tooLarge(
        Wording("The form has more than \(limits.fieldsMax) fields.", "表单超过 \(limits.fieldsMax) 项。"))
    } catch {
      throw BodyReader.malformed
    }
    for event in events {
      switch event {
      case .begins(let head): try await begin(head)
      case .bytes(let bytes): try await add(bytes)
      case .ends: try await end()
      }
    }
  }

  /// The form; throws when its end did not come.
  mutating func finish() async throws -> SentForm {
    guard parser.isDone else { throw BodyFault.cutShort }
    return form
  }

  /// Closes what is open. The folder is for the caller to remove.
  mutating func abandon() async {
    guard let open = file else { return }
    file = nil
    try? await work.run { try open.handle.close() }  // It is thrown away.
  }

  private mutating func begin(_ head: MultipartParser.Head) async throws {
    self.head = head
    text = []
    guard let name = head.file else { return }
    // A file field left empty is sent as one without name and content.
    guard !name.isEmpty else { return }
    filesCount += 1
    guard filesCount <= limits.filesMax else {
      throw BodyFault.tooLarge(
        Wording("Send at most \(limits.filesMax) files at once.", "一次最多上传 \(limits.filesMax) 个文件。"))
    }
    guard let folder else { throw BodyFault.unknownType }
    let path = "\(folder)/\(filesCount)" + PartsReader.ending(of: name)
    let handle = try await work.run {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let handle = FileHandle(forWritingAtPath: path)
      else { throw CocoaError(.fileWriteUnknown) }
      return handle
    }
    file = OpenFile(path: path, handle: handle)
  }

  /// `.m4a`: the darkroom asks for it where the content alone does not tell.
  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    let isPlain = ending.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    return isPlain && (1...5).contains(ending.utf8.count) ? "." + ending : ""
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>) async throws {
    guard var open = file else {
      textBytes += bytes.count
      guard textBytes <= limits.formBytesMax else {
        throw BodyFault.tooLarge(
          Wording("The form has more than \(limits.formBytesMax) bytes.", "表单超过 \(limits.formBytesMax) 字节。"))
      }
      text += bytes
      return
    }
    open.bytes += bytes.count
    filesBytes += bytes.count
    file = open
    let name = head?.file ?? ""
    guard open.bytes <= limits.fileBytesMax else {
      throw BodyFault.tooLarge(
        Wording(
          "\(name) has more than \(limits.fileBytesMax) bytes.", "\(name) 超过 \(limits.fileBytesMax) 字节。"))
    }
    guard filesBytes <= limits.filesBytesMax else {
      throw BodyFault.tooLarge(
        Wording(
          "The files together have more than \(limits.filesBytesMax) bytes; send fewer at once.",
          "文件合计超过 \(limits.filesBytesMax) 字节，请分次上传。"))
    }
    let (handle, data) = (open.handle, Data(bytes))
    try await work.run { try handle.write(contentsOf: data) }
  }

  private mutating func end() async throws {
    guard let head else { return }
    self.head = nil
    if let open = file {
      file = nil
      try await work.run { try open.handle.close() }
      form.files.append(SentFile(field: head.name, name: head.file ?? "", path: open.path, bytes: open.bytes))
      return
    }
    guard head.file == nil else { return }
    guard let value = String(validating: text, as: UTF8.self) else { throw BodyReader.malformed }
    form.values.append(SentForm.Value(name: head.name, value: .string(value)))
  }
}
