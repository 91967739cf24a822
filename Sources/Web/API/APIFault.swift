import HTTPTypes
import Model

/// Why a machine's question was not answered, as JSON: a code that never changes and a sentence for people.
enum APIFault {
  static func answer(_ status: HTTPResponse.Status, code: String, message: String) -> Answer {
    let error = JSON.object([
      "status": .integer(status.code), "code": .string(code), "message": .string(message),
    ])
    return Answer(status, type: "application/json", text: JSON.object(["error": error]).text)
  }
}
