/// Told down a connection around work that may take long while nothing moves on it: it is not idle meanwhile.
enum LongWork: Sendable {
  case begins
  case ends
}
