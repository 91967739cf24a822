/// A point of a page in page-relative units: 0…1 from the left, 0…1 from the top.
package struct Point: Hashable, Sendable {
  package let x: Double
  package let y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The area a reader taps, in page-relative units from the top left. At least three corners, all within the page, which
/// are not all on one line. Overlaps are allowed; the smaller wins.
package struct Polygon: Hashable, Sendable {
  /// More corners than any cut of a page needs.
  package static let cornersMax = 200

  package let corners: [Point]

  /// Nil with fewer than three corners, more than `cornersMax`, one outside the page, or all on one line.
  package init?(_ corners: [Point]) {
    guard (3...Polygon.cornersMax).contains(corners.count),
      corners.allSatisfy({ (0...1).contains($0.x) && (0...1).contains($0.y) })
    else { return nil }
    let (first, rest) = (corners[0], corners.dropFirst())
    guard let other = rest.first(where: { $0 != first }) else { return nil }
    let turns = rest.contains { point in
      (other.x - first.x) * (point.y - first.y) != (other.y - first.y) * (point.x - first.x)
    }
    guard turns else { return nil }
    self.corners = corners
  }

  /// In units of the page's area, 0…1.
  package var area: Double {
    var sum = 0.0
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      sum += corner.x * next.y - next.x * corner.y
    }
    return abs(sum) / 2
  }
}
