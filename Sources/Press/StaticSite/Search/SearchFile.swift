/// A file of the index of an export.
package struct SearchFile: Sendable, Equatable {
  /// From the folder of the export.
  package let name: String
  package let bytes: [UInt8]
}
