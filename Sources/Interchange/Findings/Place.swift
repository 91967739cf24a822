/// Where something stands in what came in. Prints as compilers do: `2026-03-01/issue.yaml:4`.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The path as it was given, with the name of the file.
  package let file: String
  /// From 1; nil for the file as a whole.
  package let line: Int?
  /// From 1, in characters of Unicode (scalars); nil where it is not known.
  package let column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { line.map { "\(file):\($0)" } ?? file }
}
