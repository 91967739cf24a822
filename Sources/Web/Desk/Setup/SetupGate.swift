import Foundation
import HTTPTypes
import Model
import Newsroom
import Synchronization

/// Who may set up an empty site: whoever sits at this very machine, and whoever has the key that the server printed.
final class SetupGate: Sendable {
  /// Browsers that showed the key; far fewer than could be of use to anybody else.
  private static let admittedMax = 100

  /// Printed by the server that finds nobody; nil where nobody looked.
  let key: String?
  private let admitted = Mutex<Set<String>>([])

  init(key: String?) { self.key = key }

  /// Lets a browser in that shows the key; it is known again by the secret of its forms.
  func show(_ key: String, of call: Call) {
    guard let own = self.key, Secret.hash(key) == Secret.hash(own) else { return }
    admitted.withLock { admitted in
      if admitted.count < SetupGate.admittedMax { admitted.insert(call.formSecret) }
    }
  }

  func lets(_ call: Call) -> Bool {
    SetupGate.isLocal(call.asking, call.room.settings) || admitted.withLock { $0.contains(call.formSecret) }
  }

  /// Whether somebody asks from this machine, and not through a proxy on it: then the paper's own address is another.
  private static func isLocal(_ asking: Asking, _ settings: Settings) -> Bool {
    guard let client = asking.client, ["127.0.0.1", "::1"].contains(client.description) else { return false }
    guard asking.fields[.xForwardedFor] == nil, asking.fields[.forwarded] == nil, asking.fields[.via] == nil else {
      return false
    }
    let host = URL(string: settings.site.baseURL)?.host()?.lowercased() ?? ""
    return ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
  }
}
