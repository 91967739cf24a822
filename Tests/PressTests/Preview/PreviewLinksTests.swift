import Press
import Testing

/// Links of a preview stay within it, and nothing else of a page is touched.
@Suite struct PreviewLinksTests {
  private static let links = PreviewLinks(prefix: "/preview/S") { path in
    path == "/" || path.hasPrefix("/media/") || path == "/content/1.html"
  }

  private func rewritten(_ page: String) -> String {
    String(decoding: PreviewLinksTests.links.rewrite(Array(page.utf8)), as: UTF8.self)
  }

  @Test func `links to what the preview shows stand below it, all others stay`() {
    #expect(rewritten(#"<a href="/">首</a>"#) == #"<a href="/preview/S/">首</a>"#)
    #expect(
      rewritten(#"<a class="x" href="/content/1.html#a">"#) == #"<a class="x" href="/preview/S/content/1.html#a">"#)
    for same in [
      #"<a href="/archive/">档</a>"#, #"<a href="//other.example/">"#,
      #"<link href="https://p.example/content/1.html">"#,
      #"<img alt="/media/a.jpg">"#, #"<p>href="/content/1.html"</p>"#, #"<script>x = '<a href="/">'</script>"#,
    ] { #expect(rewritten(same) == same) }
  }

  @Test func `every size of a picture comes from the preview`() {
    let page = #"<img src="/media/a.jpg" srcset="/media/a.webp 480w, /media/b.webp 960w">"#
    let shown =
      #"<img src="/preview/S/media/a.jpg" srcset="/preview/S/media/a.webp 480w, /preview/S/media/b.webp 960w">"#
    #expect(rewritten(page) == shown)
  }

  @Test func `an opening of a preview is not counted`() {
    #expect(!rewritten(#"<dl class="f" data-views="/views/1" data-repeat="30">"#).contains("/views/"))
    #expect(!rewritten(#"<noscript><img src="/views/dot.gif?1"></noscript>"#).contains("/views/"))
  }

  @Test func `a page that is cut short anywhere is taken as it is`() {
    let page = Array(#"<a class="x" href="/content/1.html"><script>a</script><img srcset="/media/a 1w">"#.utf8)
    for length in 0...page.count {
      let out = PreviewLinksTests.links.rewrite(Array(page.prefix(length)))
      #expect(out.count >= length - 1)
    }
  }
}
