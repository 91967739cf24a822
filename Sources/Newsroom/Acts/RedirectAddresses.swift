import Foundation
import Model
import Store

/// Lets old addresses lead to articles, issues and files.
struct RedirectAddresses: Sendable {
  let redirects: [Redirect]
  let media: [FiledMedia]
  let actor: Actor
  let why: String
  let now: Date

  func perform(_ ledger: Ledger) throws -> Filing {
    try Permission.check(actor, .redirect, why: why)
    guard redirects.count <= FilingLimits.redirectsMax else {
      let what = Wording("Redirects", "重定向数")
      throw Refusal(.beyondLimit(what: what, limit: FilingLimits.redirectsMax), place: "")
    }
    let used = Set(redirects.map(\.target))
    for filed in media where used.contains(.media(.stored(filed.media.name))) {
      try ledger.add(filed.media, source: filed.sourceHash)
    }
    var filing = Filing()
    var (before, after) = (ContentHash(), ContentHash())
    for redirect in redirects {
      try FilingCheck.address(redirect.old, place: redirect.old)
      let target = try target(of: redirect, ledger)
      let earlier = try ledger.alias(redirect.old)
      guard earlier != target else {
        filing.same.append(redirect.old)
        continue
      }
      try ledger.set(alias: redirect.old, to: target)
      if earlier == nil { filing.new.append(redirect.old) } else { filing.changed.append(redirect.old) }
      before.add(Array("\(redirect.old) \(earlier.map { "\($0)" } ?? "")\n".utf8))
      after.add(Array("\(redirect.old) \(target)\n".utf8))
    }
    if try filing.hasChanges || ledger.hasUnrecorded() {
      try ledger.record(
        Record(
          made: now, actor: actor.name, person: actor.person, origin: actor.origin,
          act: Act.redirect.rawValue, subject: "", hashBefore: before.text,
          hashAfter: after.text, why: why,
          detail: .object(["new": .integer(filing.new.count), "changed": .integer(filing.changed.count)])))
    }
    return filing
  }

  private func target(of redirect: Redirect, _ ledger: Ledger) throws -> AliasTarget {
    switch redirect.target {
    case .serial(let serial):
      guard try ledger.home(ofSerial: serial) != nil else {
        throw Refusal(.noSuchStory("\(serial)"), place: redirect.old)
      }
      return .article(serial)
    case .story(let issue, let file):
      guard let serial = try ledger.serial(issue: issue, file: file) else {
        throw Refusal(.noSuchStory("\(issue)/\(file)"), place: redirect.old)
      }
      return .article(serial)
    case .issue(let key):
      guard try ledger.issue(key) != nil else { throw Refusal(.noSuchIssue(key), place: redirect.old) }
      return .issue(key)
    case .media(let reference):
      try ManuscriptFiling.require(reference, place: redirect.old, ledger)
      guard case .stored(let name) = reference else { throw Refusal(.mediaNotFiled(""), place: redirect.old) }
      return .media(name)
    }
  }
}
