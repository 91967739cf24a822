package import Model

extension Library {
  /// One page of the stories that a query finds, with exact counts over all of them.
  package func search(_ request: SearchRequest) async throws -> SearchReading {
    let keeper = storage.searchFacts
    return try await storage.read { session in
      try SearchRun(
        session: session, facts: try keeper.facts(session), request: request, views: views, verified: verified
      ).reading()
    }
  }
}
