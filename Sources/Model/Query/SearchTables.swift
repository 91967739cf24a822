/// What a search outside this program needs to fold a text as it does here.
package enum SearchTables {
  /// Each traditional Han character, followed by its simplified form (OpenCC's TSCharacters, first candidate).
  package static var traditionalHan: String { TraditionalHan.table }
}
