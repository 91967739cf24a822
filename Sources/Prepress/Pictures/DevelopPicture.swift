import Foundation
import Model

extension Darkroom {
  /// Quality of a picture that must be written anew, of its smaller sizes, and of WebP, 1 to 100.
  private static let originalQuality = 88
  private static let smallerQuality = 82
  private static let webPQuality = 80
  /// More than any side of a picture: as a limit it leaves the size as it is.
  private static let anySide = 10_000_000

  /// Makes a JPEG, PNG, GIF or WebP ready. The original keeps its pixels byte for byte and loses its data about place,
  /// person and camera; only where it must be turned, or brought from other colours to sRGB, is it written anew.
  /// Renditions have the widths of `Rendition.widths` below the picture's own, each in WebP and in the original's
  /// format. A GIF and an animated picture stay as they are, without renditions. Throws `PrepressError`.
  package func develop(picture path: String, into folder: String) async throws -> Developed {
    let source = SourceFile(path: path)
    let (workspace, facts) = try await files.run { try Darkroom.prepare(source, in: folder) }
    do {
      let developed = try await develop(source, facts, in: workspace)
      let names = ([developed.original] + developed.renditions).map { SourceFile(path: $0.path).name }
      _ = try await files.run { workspace.keep(only: Set(names)) }
      return developed
    } catch {
      workspace.remove()
      throw Darkroom.named(error, source)
    }
  }

  private func develop(_ source: SourceFile, _ facts: PictureFacts, in workspace: Workspace) async throws -> Developed {
    let ending = facts.type.rawValue
    let isTurned = facts.orientation != 1 || facts.colours == .other
    if isTurned, facts.type != .gif, !facts.isAnimated {
      let options = facts.type == .jpg ? "Q=\(Darkroom.originalQuality),optimize-coding,strip" : "strip"
      try await thumbnail("source.\(ending)", "original.\(ending)[\(options)]", Darkroom.anySide, source, workspace)
    } else {
      let bare = workspace
      try await files.run { try Darkroom.rename("source.\(ending)", "original.\(ending)", in: bare) }
    }
    let original = try await found("original.\(ending)", in: workspace)
    let widths = facts.type == .gif || facts.isAnimated ? [] : Rendition.widths.filter { $0 < original.width }
    guard let widest = widths.last else {
      let arguments = ["avg", "original.\(ending)[fail-on=error]"]
      try refuse(
        await runner.run(.vips, arguments, in: workspace.path, place: source.path).complaints, source)
      return Developed(original: original)
    }
    try await thumbnail("original.\(ending)", "\(widest).png[compression=0,strip]", widest, source, workspace)
    for width in widths.dropLast() {
      let arguments = ["\(widest).png", "--size", "\(width)x", "-o", "%s-\(width).png[compression=0,strip]"]
      try await runner.run(.vipsThumbnail, arguments, in: workspace.path, place: source.path)
    }
    return Developed(original: original, renditions: try await renditions(original, facts, widths, source, workspace))
  }

  /// Both formats, one process each for all widths.
  private func renditions(
    _ original: DevelopedFile, _ facts: PictureFacts, _ widths: [Int], _ source: SourceFile, _ workspace: Workspace
  ) async throws -> [DevelopedFile] {
    let widest = widths.last ?? 0
    let inputs = widths.map { $0 == widest ? "\(widest).png" : "\(widest)-\($0).png" }
    func write(_ output: String) async throws {
      let arguments = inputs + ["--size", "\(Darkroom.anySide)x\(Darkroom.anySide)>", "-o", output]
      try await runner.run(.vipsThumbnail, arguments, in: workspace.path, place: source.path)
    }
    let own: String? =
      switch original.type {
      case .jpg: "r-%s.jpg[Q=\(Darkroom.smallerQuality),optimize-coding,interlace,strip]"
      case .png: facts.isIndexed ? "r-%s.png[compression=9,palette,strip]" : "r-%s.png[compression=6,strip]"
      default: nil
      }
    async let webP: Void = write("r-%s.webp[Q=\(Darkroom.webPQuality),strip]")
    if let own { try await write(own) }
    try await webP
    var files: [DevelopedFile] = []
    for type in own == nil ? [MediaType.webp] : [original.type, .webp] {
      for input in inputs {
        files.append(try await found("r-\(input.dropLast(4)).\(type.rawValue)", in: workspace))
      }
    }
    return files
  }

  /// Reads a picture of foreign making, turns it upright, brings it to sRGB and writes it no wider than `width`.
  private func thumbnail(
    _ input: String, _ output: String, _ width: Int, _ source: SourceFile, _ workspace: Workspace
  ) async throws {
    let arguments = [
      "thumbnail", input, output, "\(width)", "--height", "\(Darkroom.anySide)", "--size", "down", "--export-profile",
      "srgb", "--fail-on", "error",
    ]
    let ended = try await runner.run(.vips, arguments, in: workspace.path, place: source.path)
    try refuse(ended.complaints, source)
  }

  /// libjpeg mends damaged data and only complains.
  private func refuse(_ complaints: [String], _ source: SourceFile) throws {
    guard let complaint = complaints.first(where: { $0.lowercased().contains("premature end") }) else { return }
    throw PrepressError(.programFailed, "", "", place: source.path, cause: complaint)
  }

  /// A file that is done. libvips leaves some data in WebP even when told to leave none.
  private func found(_ name: String, in workspace: Workspace) async throws -> DevelopedFile {
    try await files.run {
      let file = SourceFile(path: workspace.file(name))
      let whole = try file.bytes(max: 2 * PictureProbe.bytesMax)
      let facts = try PictureProbe.read(whole)
      let bytes = try PictureProbe.stripped(whole)
      if bytes.count != whole.count { try SourceFile.write(bytes, to: file.path) }
      return DevelopedFile(
        path: file.path, type: facts.type, width: facts.shown.width, height: facts.shown.height, bytes: bytes.count)
    }
  }
}

extension Darkroom {
  /// Looks at the picture before any decoder does, and lays it into a folder of its own.
  private static func prepare(_ source: SourceFile, in folder: String) throws -> (Workspace, PictureFacts) {
    let bytes = try source.bytes(max: PictureProbe.bytesMax)
    do {
      let facts = try PictureProbe.read(bytes)
      let isTurned = (facts.orientation != 1 || facts.colours == .other) && facts.type != .gif && !facts.isAnimated
      let kept = isTurned ? bytes : try PictureProbe.stripped(bytes)
      let workspace = try Workspace.make(in: folder)
      try SourceFile.write(kept, to: workspace.file("source.\(facts.type.rawValue)"))
      return (workspace, facts)
    } catch let fault as PictureFault {
      throw fault.error(source)
    }
  }

  private static func rename(_ old: String, _ new: String, in workspace: Workspace) throws {
    try FileManager.default.moveItem(atPath: workspace.file(old), toPath: workspace.file(new))
  }

  /// The fault of a program in the words of a person: a picture that libvips cannot read is broken.
  private static func named(_ error: any Error, _ source: SourceFile) -> any Error {
    if let fault = error as? PictureFault { return fault.error(source) }
    guard let error = error as? PrepressError, error.code == .programFailed || error.code == .tooMuchOutput else {
      return error
    }
    return PrepressError(
      .broken, "\(source.name) is a broken picture: export it again.", "\(source.name) 是损坏的图片：请重新导出。",
      place: source.path, cause: error.cause)
  }
}

extension PictureFault {
  /// The fault as one sentence that names the file.
  func error(_ source: SourceFile) -> PrepressError {
    func error(
      _ code: PrepressError.Code, _ english: String, _ chinese: Chinese, _ cause: String = ""
    ) -> PrepressError {
      PrepressError(
        code, "\(source.name) \(english)", "\(source.name) \(chinese)", place: source.path, cause: cause)
    }
    switch self {
    case .unknownType:
      return error(
        .unknownType, "is no picture that browsers show: use JPEG, PNG, GIF or WebP.",
        "不是浏览器能显示的图片：请用 JPEG、PNG、GIF 或 WebP。")
    case .vector:
      return error(
        .unknownType, "is an SVG, which can carry scripts: export it as PNG.", "是 SVG，可能带有脚本：请导出为 PNG。")
    case .cutShort:
      return error(.cutShort, "is cut short: export or copy it again.", "不完整：请重新导出或复制。")
    case .broken(let reason):
      return error(.broken, "is a broken picture: export it again.", "是损坏的图片：请重新导出。", reason)
    case .tooManyPixels(let width, let height):
      let limit = PictureProbe.pixelsMax / 1_000_000
      return error(
        .tooManyPixels,
        "has \(width) × \(height) pixels, more than the \(limit) megapixels allowed: make it smaller.",
        "有 \(width) × \(height) 像素，超过上限 \(limit)00 万像素：请缩小。")
    }
  }
}
