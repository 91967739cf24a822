import Model

/// Reads polygons: `[[[0.1, 0.2], [0.9, 0.2], [0.9, 0.5]]]`.
enum HotspotReader {
  /// Empty after a fault.
  static func polygons(_ value: Value?, _ findings: inout Findings) -> [Polygon] {
    guard let value else { return [] }
    guard case .list(let items) = value.content else {
      reject(value, &findings)
      return []
    }
    guard items.count <= IssueFolder.Limits.hotspotsMax else {
      findings.fault(
        value.place, "There are \(items.count) hotspots; at most \(IssueFolder.Limits.hotspotsMax) are taken.",
        "热区有 \(items.count) 个，最多 \(IssueFolder.Limits.hotspotsMax) 个。")
      return []
    }
    var polygons: [Polygon] = []
    for item in items {
      guard let polygon = polygon(item, &findings) else { return [] }
      polygons.append(polygon)
    }
    return polygons
  }

  private static func polygon(_ value: Value, _ findings: inout Findings) -> Polygon? {
    guard case .list(let items) = value.content else {
      reject(value, &findings)
      return nil
    }
    guard (3...Polygon.cornersMax).contains(items.count) else {
      if items.count == 2, number(items[0]) != nil {
        reject(value, &findings)
      } else {
        findings.fault(
          value.place, "A hotspot has 3 to \(Polygon.cornersMax) corners, not \(items.count).",
          "热区应有 3 至 \(Polygon.cornersMax) 个角，这里有 \(items.count) 个。")
      }
      return nil
    }
    var corners: [Point] = []
    for item in items {
      guard case .list(let pair) = item.content, pair.count == 2, let x = number(pair[0]), let y = number(pair[1])
      else {
        reject(item, &findings)
        return nil
      }
      guard (0...1).contains(x), (0...1).contains(y) else {
        findings.fault(
          item.place, "The corner [\(x), \(y)] is outside the page: corners are shares of it from 0 to 1, not pixels.",
          "角点 [\(x), \(y)] 在版面之外：坐标是 0 至 1 的比例，不是像素。")
        return nil
      }
      corners.append(Point(x: x, y: y))
    }
    guard let polygon = Polygon(corners) else {
      findings.fault(value.place, "The corners of this hotspot stand on one line.", "此热区的角点都在一条线上。")
      return nil
    }
    return polygon
  }

  private static func number(_ value: Value) -> Double? {
    guard case .scalar(let text, _) = value.content, text.utf8.count <= 40,
      text.utf8.allSatisfy({ (43...57).contains($0) || $0 == 101 || $0 == 69 }), let number = Double(text),
      number.isFinite
    else { return nil }
    return number
  }

  private static func reject(_ value: Value, _ findings: inout Findings) {
    findings.fault(
      value.place,
      "Hotspots are a list of polygons, each a list of corners [x, y]: [[[0.1, 0.2], [0.9, 0.2], [0.9, 0.5]]].",
      "热区是多边形的列表，每个多边形是角点 [x, y] 的列表：[[[0.1, 0.2], [0.9, 0.2], [0.9, 0.5]]]。")
  }
}
