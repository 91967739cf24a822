import Foundation
import Model
import Synchronization

/// Who has which story open now, in this process. It is forgotten with it: everyone open says so again soon.
final class Presence: Sendable {
  private struct Room {
    var people: [ID<Person>: StoryPresence] = [:]
  }

  private let limits: DeskLimits
  private let rooms = Mutex<[Int: Room]>([:])

  init(limits: DeskLimits) { self.limits = limits }

  /// Notes that somebody has a story open. One more story or person than can be kept is not noted.
  func note(_ person: PersonName, at story: Int, _ now: Date) {
    rooms.withLock { rooms in
      if rooms[story] == nil, rooms.count >= limits.presenceStoriesMax { sweep(&rooms, now) }
      guard rooms[story] != nil || rooms.count < limits.presenceStoriesMax else { return }
      var room = rooms[story] ?? Room()
      room.people = room.people.filter { isHere($0.value, now) }
      guard room.people[person.id] != nil || room.people.count < limits.presencePeopleMax else { return }
      room.people[person.id] = StoryPresence(person: person, seen: now)
      rooms[story] = room
    }
  }

  /// Notes that somebody closed it.
  func leave(_ person: ID<Person>, _ story: Int) {
    rooms.withLock { rooms in
      rooms[story]?.people[person] = nil
      if rooms[story]?.people.isEmpty == true { rooms[story] = nil }
    }
  }

  /// The others who have it open, by name.
  func others(than person: ID<Person>, at story: Int, _ now: Date) -> [StoryPresence] {
    rooms.withLock { rooms in
      let here = rooms[story]?.people.values.filter { $0.person.id != person && isHere($0, now) } ?? []
      return here.sorted { ($0.person.name, $0.person.id.description) < ($1.person.name, $1.person.id.description) }
    }
  }

  private func isHere(_ presence: StoryPresence, _ now: Date) -> Bool {
    now.timeIntervalSince(presence.seen) < Double(limits.presenceTime.components.seconds)
  }

  private func sweep(_ rooms: inout [Int: Room], _ now: Date) {
    rooms = rooms.filter { $0.value.people.values.contains { isHere($0, now) } }
  }
}
