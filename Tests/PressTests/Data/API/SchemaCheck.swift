import Foundation
import Model

/// Holds a value against a JSON Schema, in the words that the interface's description uses. A word that it does not
/// know is a fault, so that nothing is passed over unseen.
struct SchemaCheck {
  /// By name: `#/components/schemas/NAME`.
  let schemas: [String: JSON]

  init(_ document: JSON) {
    if case .object(let schemas)? = document["components"]?["schemas"] { self.schemas = schemas } else { schemas = [:] }
  }

  /// What is wrong, with its place; empty when nothing is.
  func faults(_ value: JSON, _ schema: JSON, at place: String = "") -> [String] {
    guard case .object(let words) = schema else { return ["\(place): no schema"] }
    return words.flatMap { word, rule in faults(value, word, rule, words, place) }
  }

  func faults(_ value: JSON, named name: String) -> [String] {
    schemas[name].map { faults(value, $0, at: name) } ?? ["no schema \(name)"]
  }

  private func faults(_ value: JSON, _ word: String, _ rule: JSON, _ all: [String: JSON], _ place: String) -> [String] {
    switch word {
    case "description", "format": return word == "format" ? formatFaults(value, rule, place) : []
    case "$ref": return faults(value, named: String((rule.string ?? "").dropFirst(21))).map { "\(place) → \($0)" }
    case "type": return isOf(value, rule.string ?? "") ? [] : ["\(place) is no \(rule.text)"]
    case "enum": return rule.array?.contains(value) == true ? [] : ["\(place) is none of \(rule.text)"]
    case "anyOf":
      let tries = (rule.array ?? []).map { faults(value, $0, at: place) }
      return tries.contains([]) ? [] : tries.flatMap { $0 }
    case "minimum": return number(value).map { $0 >= Double(rule.integer ?? 0) } ?? true ? [] : ["\(place) is too low"]
    case "maximum": return number(value).map { $0 <= Double(rule.integer ?? 0) } ?? true ? [] : ["\(place) is too high"]
    case "minLength", "maxLength":
      guard let count = value.string?.unicodeScalars.count, let bound = rule.integer else { return [] }
      return (word == "minLength" ? count >= bound : count <= bound) ? [] : ["\(place) has the wrong length"]
    case "pattern":
      let matches = value.string?.range(of: rule.string ?? "", options: .regularExpression) != nil
      return matches ? [] : ["\(place) does not match \(rule.text)"]
    case "minItems": return (value.array?.count ?? 0) >= (rule.integer ?? 0) ? [] : ["\(place) is too short"]
    case "maxItems": return (value.array?.count ?? 0) <= (rule.integer ?? 0) ? [] : ["\(place) is too long"]
    case "items":
      return (value.array ?? []).enumerated().flatMap { faults($1, rule, at: "\(place)[\($0)]") }
    case "required":
      return (rule.array ?? []).compactMap(\.string).filter { value[$0] == nil }.map { "\(place) has no \($0)" }
    case "properties", "additionalProperties": return memberFaults(value, word, rule, all, place)
    default: return ["\(place): the schema says \(word), which is not known"]
    }
  }

  private func memberFaults(
    _ value: JSON, _ word: String, _ rule: JSON, _ all: [String: JSON], _ place: String
  )
    -> [String]
  {
    guard case .object(let members) = value else { return [] }
    if word == "properties" {
      return members.flatMap { key, member in rule[key].map { faults(member, $0, at: "\(place).\(key)") } ?? [] }
    }
    let others = members.filter { all["properties"]?[$0.key] == nil }
    if rule.boolean == false { return others.keys.map { "\(place) has \($0) as well" } }
    return others.flatMap { key, member in faults(member, rule, at: "\(place).\(key)") }
  }

  private func formatFaults(_ value: JSON, _ rule: JSON, _ place: String) -> [String] {
    let patterns = [
      "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
      "date-time": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(Z|[+-][0-9]{2}:[0-9]{2})$",
      "uri": "^https?://[!-;=?-~]+$",
    ]
    guard let text = value.string, let pattern = patterns[rule.string ?? ""]
    else { return ["\(place): no such format"] }
    return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(place) is no \(rule.text): \(text)"]
  }

  private func number(_ value: JSON) -> Double? {
    if case .number(let number) = value { number } else { value.integer.map(Double.init) }
  }

  private func isOf(_ value: JSON, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.boolean, "boolean"), (.integer, "integer"), (.integer, "number"), (.number, "number"),
      (.string, "string"), (.array, "array"), (.object, "object"):
      true
    default: false
    }
  }
}
