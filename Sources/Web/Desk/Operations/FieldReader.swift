import Foundation
import HTTPTypes
import Model
import Press

/// Holds what was sent against the fields of an operation.
struct FieldReader {
  /// Of times that a form sends without their zone.
  let zone: TimeZone
  /// Whether a program sends it: nothing is left empty.
  var isStrict = false
  /// Whether a name that is no field's is refused, as it is in JSON.
  var refusesOthers = false

  /// Names that every form may carry beside its fields.
  static let common: Set<String> = ["csrf"]

  /// Throws the first fault, in the order of the fields.
  func read(_ form: SentForm, _ fields: [OperationField]) throws(DeskFault) -> Sent {
    var sent = Sent()
    sent.files = form.files
    for field in fields {
      if field.kind == .file {
        if field.isRequired, !form.files.contains(where: { $0.field == field.name }) { throw missing(field) }
        continue
      }
      let values = form.values.filter { $0.name == field.name }.map(\.value)
      if let value = try form.isJSON ? strict(field, values.first) : loose(field, values.compactMap(\.string)) {
        sent.set(field.name, value)
      } else if field.isRequired {
        throw missing(field)
      }
    }
    let known = Set(fields.map(\.name)).union(FieldReader.common)
    if let stranger = (form.values.map(\.name) + form.files.map(\.field)).first(where: { !known.contains($0) }),
      refusesOthers || form.isJSON || form.files.contains(where: { $0.field == stranger })
    {
      throw .field(stranger, "There is no field \(stranger) here.", "此处没有字段 \(stranger)。")
    }
    return sent
  }

  /// A value of a path, as text.
  func place(_ text: String, _ field: OperationField) -> Sent.Value? {
    try? loose(field, [text])  // What cannot be one stands nowhere.
  }

  /// As JSON has it: a number is a number.
  private func strict(_ field: OperationField, _ value: JSON?) throws(DeskFault) -> Sent.Value? {
    guard let value else { return nil }
    switch (field.kind, value) {
    case (.whole, .integer(let value)): return try self.whole(value, field)
    case (.flag, .boolean(let flag)): return .flag(flag)
    case (.texts, .array(let items)):
      var texts: [String] = []
      for item in items {
        guard let text = item.string else { throw wrong(field) }
        texts.append(text)
      }
      return try list(texts, field)
    case (.wholes, .array(let items)):
      var numbers: [Int] = []
      for item in items {
        guard let number = item.integer else { throw wrong(field) }
        numbers.append(number)
      }
      return try list(numbers, field)
    case (.object, .object): return .object(value)
    case (.number, .integer(let value)): return try self.number(Double(value), field)
    case (.number, .number(let value)): return try self.number(value, field)
    case (.text, .string(let text)), (.choice, .string(let text)), (.identity, .string(let text)),
      (.day, .string(let text)), (.instant, .string(let text)):
      if text.isEmpty, field.isRequired { throw missing(field) }
      return try textual(text, field)
    default: throw wrong(field)
    }
  }

  /// As forms have it: all is text, and what is left empty was not sent.
  private func loose(_ field: OperationField, _ values: [String]) throws(DeskFault) -> Sent.Value? {
    switch field.kind {
    case .texts:
      guard !values.isEmpty else { return nil }
      let lines = values.flatMap { $0.split(whereSeparator: \.isNewline) }.map { String($0) }
      return try list(lines, field)
    case .wholes:
      guard !values.isEmpty else { return nil }
      var numbers: [Int] = []
      for value in values {
        guard let number = Int(value) else { throw wrong(field) }
        numbers.append(number)
      }
      return try list(numbers, field)
    case .flag:
      guard let value = values.last else { return nil }
      return .flag(["1", "on", "true", "yes"].contains(value))
    case .text:
      guard let value = values.first, !(field.isRequired && value.isEmpty) else { return nil }
      // Forms send line ends as CR LF (HTML, section 4.10.22).
      return try textual(value.replacing("\r\n", with: "\n"), field)
    default:
      guard let value = values.first, isStrict || !value.isEmpty else { return nil }
      if value.isEmpty { throw wrong(field) }
      return try scalar(value, field)
    }
  }

  private func scalar(_ value: String, _ field: OperationField) throws(DeskFault) -> Sent.Value {
    switch field.kind {
    case .whole:
      guard let number = Int(value), value.utf8.allSatisfy({ (48...57).contains($0) }) else { throw wrong(field) }
      return try self.whole(number, field)
    case .number:
      guard let number = Double(value) else { throw wrong(field) }
      return try self.number(number, field)
    case .object:
      // Why it is none is nothing that a form could show at its place.
      guard let json = try? JSON(text: value), case .object = json else { throw wrong(field) }
      return .object(json)
    default: return try textual(value, field)
    }
  }

  private func textual(_ text: String, _ field: OperationField) throws(DeskFault) -> Sent.Value {
    switch field.kind {
    case .text(let max):
      guard text.unicodeScalars.count <= max else { throw tooLong(field, max) }
    case .choice(let values):
      guard values.contains(text) || text.isEmpty else { throw wrong(field) }
    case .identity:
      guard text.isEmpty || ID<Sent>(text)?.description == text else { throw wrong(field) }
    case .day:
      guard text.isEmpty || Day(text) != nil else { throw wrong(field) }
    case .instant:
      guard !text.isEmpty else { return .text("") }
      // A day alone names no minute.
      guard Day(text) == nil, let date = InstantText.read(text, in: zone) else { throw wrong(field) }
      return .instant(date)
    default: throw wrong(field)
    }
    return .text(text)
  }

  private func whole(_ number: Int, _ field: OperationField) throws(DeskFault) -> Sent.Value {
    guard case .whole(let range) = field.kind, range.contains(number) else { throw wrong(field) }
    return .whole(number)
  }

  private func number(_ number: Double, _ field: OperationField) throws(DeskFault) -> Sent.Value {
    guard case .number(let range) = field.kind, range.contains(number) else { throw wrong(field) }
    return .number(number)
  }

  private func list(_ texts: [String], _ field: OperationField) throws(DeskFault) -> Sent.Value {
    guard case .texts(let count, let max) = field.kind else { throw wrong(field) }
    guard texts.count <= count else { throw tooMany(field, count) }
    guard texts.allSatisfy({ $0.unicodeScalars.count <= max }) else { throw tooLong(field, max) }
    return .texts(texts)
  }

  private func list(_ numbers: [Int], _ field: OperationField) throws(DeskFault) -> Sent.Value {
    guard case .wholes(let count) = field.kind else { throw wrong(field) }
    guard numbers.count <= count else { throw tooMany(field, count) }
    guard numbers.allSatisfy((1...OperationField.numberMax).contains) else { throw wrong(field) }
    return .wholes(numbers)
  }
}

/// What is wrong with a field. Programs are told its name; on a page, where people see another, the words stand right
/// behind it.
extension FieldReader {
  private func missing(_ field: OperationField) -> DeskFault {
    refused(
      field, Wording("\(field.name) is missing.", "缺少 \(field.name)。"), Wording("This is missing.", "此项必填。"),
      code: "missing")
  }

  private func wrong(_ field: OperationField) -> DeskFault {
    refused(
      field, Wording("\(field.name) cannot be this.", "\(field.name) 的值不对。"),
      Wording("This cannot be read; fill it in anew.", "此项填得不对，请重新填写。"))
  }

  private func tooLong(_ field: OperationField, _ max: Int) -> DeskFault {
    refused(
      field, Wording("\(field.name) has more than \(max) characters.", "\(field.name) 超过 \(max) 字。"),
      Wording("This has more than \(max) characters.", "此项超过 \(max) 字。"))
  }

  private func tooMany(_ field: OperationField, _ count: Int) -> DeskFault {
    refused(
      field, Wording("\(field.name) has more than \(count) entries.", "\(field.name) 超过 \(count) 项。"),
      Wording("This has more than \(count) entries.", "此项超过 \(count) 项。"))
  }

  private func refused(
    _ field: OperationField, _ named: Wording, _ beside: Wording, code: String = "bad_value"
  ) -> DeskFault {
    DeskFault(status: .unprocessableContent, code: code, message: isStrict ? named : beside, place: field.name)
  }
}
