package import Model

/// Why an export could not be written.
package struct ExportFault: Error, Equatable, CustomStringConvertible {
  /// What to switch on.
  package enum Code: String, Sendable { case foreign, notWritten, broken }

  package let code: Code
  /// What is wrong and what to do.
  package let message: Wording
  /// The file, folder or address.
  package let place: String

  package var description: String { message.english }

  static func foreign(folder: String, file: String) -> ExportFault {
    ExportFault(
      code: .foreign,
      message: Wording(
        "\(folder) holds files that are not from an export, such as \(file). Name a folder that is new or empty.",
        "\(folder) 里有不是导出的文件，例如 \(file)。请换一个新的或空的文件夹。"),
      place: folder)
  }

  static func notWritten(file: String, because reason: String) -> ExportFault {
    ExportFault(
      code: .notWritten,
      message: Wording("\(file) could not be written: \(reason).", "无法写入 \(file)：\(reason)。"), place: file)
  }

  static func broken(path: String, status: Int) -> ExportFault {
    ExportFault(
      code: .broken,
      message: Wording(
        "The page at \(path) could not be made (status \(status)). The export was stopped.",
        "\(path) 的页面没有做成（状态 \(status)），导出已停止。"),
      place: path)
  }
}
