import Interchange
import Newsroom

extension IssueFolder.Contents {
  /// Where in the folder a refusal has its reason; nil when it is about the whole.
  func place(of refusal: Refusal, in folder: String) -> Place? {
    let file = refusal.place.drop { $0 != "/" }.dropFirst()
    switch refusal.reason {
    case .aliasMalformed(let old), .aliasOwn(let old), .aliasTaken(let old):
      if let place = aliases[old] { return place }
    case .serialTwice, .serialOutOfRange, .serialElsewhere, .serialChanged:
      if let place = serials[String(file)] { return place }
    default: break
    }
    return file.isEmpty ? nil : Place(file: "\(folder)/\(file)")
  }
}
