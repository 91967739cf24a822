package import Model

/// The read-only interface below `/api/v1/`.
extension Renderer {
  /// The paper itself, and its newest issue.
  package func publicationAnswer(latest: IssueHead?) -> Document { answer(documents.publication(latest: latest)) }

  /// Every issue, the newest first.
  package func issuesAnswer(_ heads: [IssueHead]) -> Document { answer(documents.issues(heads)) }

  /// An issue with its stories.
  package func issueAnswer(_ reading: IssueReading) -> Document { answer(documents.issue(reading)) }

  /// A page with the areas of its stories.
  package func pageAnswer(_ reading: PageReading) -> Document { answer(documents.page(reading)) }

  /// A run of stories by ascending serial. `next` is the serial after which the next run begins; nil at the end.
  package func articlesAnswer(_ cards: [StoryCard], next: Int?, of query: ArticlesQuery) -> Document {
    answer(documents.articles(cards, next: next, of: query))
  }

  /// The most read stories of a time.
  package func mostReadAnswer(_ reading: MostReadReading) -> Document { answer(documents.mostRead(reading)) }

  /// A story; 410 with the reason for one withdrawn.
  package func articleAnswer(_ reading: ArticleReading) -> Document {
    guard let withdrawal = reading.article.withdrawal else { return answer(documents.article(reading)) }
    return answer(documents.withdrawn(withdrawal, serial: reading.article.serial), status: 410)
  }

  /// What a search found. Never kept.
  package func searchAnswer(_ reading: SearchReading) -> Document {
    var document = answer(documents.search(reading))
    document.caching = .none
    return document
  }

  /// What a search answers that looks for nothing.
  package var emptySearchAnswer: Document {
    answer(documents.search(SearchReading(text: "", query: SearchQuery(""), total: 0, took: .zero, hits: [])))
  }

  /// The description of all these in OpenAPI 3.1.
  /// - desk: the operations of the newsroom; none where there is no newsroom, as in an export.
  package func openAPIAnswer(desk: [OperationFacts] = []) -> Document {
    answer(OpenAPI.document(settings: settings, desk: desk))
  }

  private var documents: APIDocuments { APIDocuments(settings) { self.absoluteHTML(of: $0, $1) } }

  private func answer(_ json: JSON, status: Int = 200) -> Document {
    Document(status: status, contentType: "application/json", body: json.bytes)
  }
}
