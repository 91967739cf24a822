import Foundation
import Model
import TestSupport
import Testing

@testable import Press

/// What holds of every page of the newsroom.
struct NewsroomPageTests {
  private static let galleries = Result {
    try InterfaceLanguage.allCases.map { try NewsroomGallery(language: $0.rawValue) }
  }

  private func everyPage(_ check: (_ name: String, _ page: String) -> Void) throws {
    for gallery in try NewsroomPageTests.galleries.get() {
      for (name, document) in gallery.documents {
        check("\(gallery.language) \(name)", String(decoding: document.body, as: UTF8.self))
      }
    }
  }

  @Test func `every page has one first heading, one main part and its language`() throws {
    try everyPage { name, page in
      #expect(page.matches(of: /<h1[ >]/).count == 1, "\(name)")
      #expect(page.matches(of: /<main[ >]/).count == 1, "\(name)")
      #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(name.prefix { $0 != " " })\">"), "\(name)")
    }
  }

  @Test func `every word of every page is there in every language`() throws {
    try everyPage { name, page in
      let bare = page.matches(of: /[>" (]desk\.[a-zA-Z]+[a-zA-Z.\-]*/).map { String($0.0) }
      #expect(bare.filter { !$0.hasPrefix("\"desk.planner") }.isEmpty, "\(name): \(bare)")
      // Scripts fill the gaps of their words themselves.
      let shown = page.replacing(/<script type="application\/json"[^\n]*<\/script>/, with: "")
      #expect(!shown.contains(/\{[a-z]+\}/), "\(name)")
    }
  }

  @Test func `no page has a style, a handler or a script of its own`() throws {
    try everyPage { name, page in
      #expect(!page.contains(/<[a-z][^>]* (style|on[a-z]+)=/), "\(name)")
      #expect(!page.contains("<style"), "\(name)")
      for script in page.matches(of: /<script([^>]*)>/).map({ String($0.1) }) {
        #expect(script.contains("src=\"/desk/assets/") || script.contains("type=\"application/json\""), "\(name)")
      }
    }
  }

  @Test func `every form that changes something carries the key of the session`() throws {
    try everyPage { name, page in
      for form in page.components(separatedBy: "<form method=\"post\"").dropFirst() {
        let own = form.components(separatedBy: "</form>")[0]
        #expect(own.contains("name=\"csrf\" value=\"key\""), "\(name): \(own.prefix(80))")
      }
    }
  }

  @Test func `every field has a label`() throws {
    try everyPage { name, page in
      for field in page.matches(of: /<(input|select|textarea)[^>]*>/) {
        let text = String(field.0)
        guard !text.contains("type=\"hidden\"") else { continue }
        let before = page[..<field.range.lowerBound]
        let opens = before.ranges(of: "<label").count
        let closes = before.ranges(of: "</label>").count
        #expect(opens == closes + 1, "\(name): \(text)")
      }
    }
  }

  @Test func `no page gives an id twice`() throws {
    try everyPage { name, page in
      let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(name): \(ids)")
    }
  }

  @Test func `no view of a page hides a name of the frame`() {
    let frame = Set(DeskFrame.names + DeskSite.names)
    #expect(Set(DeskFrame.names).isDisjoint(with: DeskSite.names))
    for (template, view) in NewsroomRenderer.templates {
      #expect(frame.isDisjoint(with: view.names), "\(template): \(frame.intersection(view.names))")
    }
  }

  @Test func `no page of the newsroom may be kept`() throws {
    for gallery in try NewsroomPageTests.galleries.get() {
      for (name, document) in gallery.documents { #expect(document.caching == .none, "\(name)") }
    }
  }

  @Test func `a file is answered at its own address alone`() throws {
    let room = try NewsroomGallery().room
    let hash = room.assets.hash
    #expect(room.asset(hash: hash, name: "newsroom.css")?.contentType == "text/css; charset=utf-8")
    #expect(room.asset(hash: hash, name: "newsroom.js")?.contentType == "text/javascript; charset=utf-8")
    #expect(room.asset(hash: hash, name: "base.css") == nil)
    #expect(room.asset(hash: "0000000000000000", name: "newsroom.css") == nil)
  }

  @Test func `every module that a script asks for is there`() throws {
    let files = try NewsroomGallery().room.assets.files
    for (name, file) in files where name.hasSuffix(".js") {
      for match in String(decoding: file.bytes, as: UTF8.self).matches(of: /(?m)^(?:import|export)[^"]*"\.\/([^"]+)"/) {
        #expect(files[String(match.1)] != nil, "\(name) asks for \(match.1)")
      }
    }
  }
}

struct NewsroomThemeTests {
  @Test func `a theme of one's own does not begin with the newsroom, and may replace a file of it`() async throws {
    let builtIn = try Theme.builtIn()
    #expect(!builtIn.contents.contains { $0.name.hasPrefix("newsroom/") })
    try await withTemporaryFolder { folder in
      let templates = folder + "/newsroom/templates"
      try FileManager.default.createDirectory(atPath: templates, withIntermediateDirectories: true)
      try Data("{{heading}}!".utf8).write(to: URL(fileURLWithPath: templates + "/notice.mustache"))
      let gallery = try NewsroomGallery(theme: Theme(folder: folder, over: builtIn))
      #expect(gallery.text("not-found") == "没有这一页!")
    }
  }

  @Test func `a theme made before a word came to be has the word of the built-in one`() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/strings", withIntermediateDirectories: true)
      try Data(#"{"desk.signIn": "请进"}"#.utf8).write(to: URL(fileURLWithPath: folder + "/strings/zh-Hans.json"))
      let gallery = try NewsroomGallery(theme: Theme(folder: folder, over: Theme.builtIn()))
      #expect(gallery.text("sign-in").contains("<h1>请进</h1>"))
      #expect(gallery.text("dashboard").contains("等我签"))
    }
  }

  @Test func `a tag of the newsroom that means nothing is named`() throws {
    var files = try Theme.builtIn().files
    files["newsroom/templates/notice.mustache"] = Array("<p>{{hedaing}}</p>".utf8)
    let fault = #expect(throws: ThemeFault.self) { try Theme(files: files) }
    #expect(fault?.description.hasPrefix("newsroom/templates/notice.mustache:1:4: Nothing is called") == true)
    files["newsroom/templates/notice.mustache"] = nil
    #expect(throws: ThemeFault.self) { try Theme(files: files) }
  }
}
