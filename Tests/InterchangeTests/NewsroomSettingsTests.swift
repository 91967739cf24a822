import Foundation
import Model
import Testing

@testable import Interchange

@Suite struct NewsroomSettingsTests {
  private func read(_ newsroom: String) throws -> NewsroomSettings {
    try SettingsReader.read("publication: {name: 报}\nnewsroom:\n\(newsroom)", file: "broadsheet.yaml").newsroom
  }

  private func faults(_ newsroom: String) -> [String] {
    do {
      _ = try read(newsroom)
      return []
    } catch let error as Faults {
      return error.all.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `a workflow of the paper's own is read step by step`() throws {
    let settings = try read(
      """
        workflow: weekly
        section_workflows: {副刊: two-eyes, 体育: weekly}
        workflows:
          - name: weekly
            title: 周刊
            steps:
              - {key: desk, title: 编辑审, act: first-review, count: 2}
              - {key: chief, act: final-review, reopens: [chief]}
              - {key: proof, act: proofread}
      """)
    let weekly = try #require(settings.reviewing.workflow("weekly"))
    #expect(weekly.steps.map(\.key) == ["desk", "chief", "proof"] && weekly.steps.map(\.count) == [2, 1, 1])
    #expect(weekly.steps.map(\.isReview) == [true, true, false])
    #expect(weekly.steps.map(\.reopens) == [["desk"], ["chief"], ["desk", "chief", "proof"]])
    #expect(weekly.title.text(in: .traditional) == "周刊" && weekly.steps[1].title.english == "chief")
    #expect(settings.reviewing.workflow(ofSection: "副刊") == .twoEyes)
    #expect(settings.reviewing.workflow(ofSection: "本地") == weekly)
    #expect(settings.reviewing.workflows.count == Workflow.shipped.count + 1)
  }

  @Test(arguments: [
    ("  workflow: four-eyes", "no workflow"), ("  section_workflows: {体育: none}", "no workflow"),
    ("  section_workflows: [a]", "by section"), ("  require_second_factor: perhaps", "true or false"),
    ("  workflows: [{name: two-eyes, steps: [{key: a, act: final-review}]}]", "two workflows"),
    ("  workflows: [{name: A B, steps: [{key: a, act: final-review}]}]", "lower-case"),
    ("  workflows: [{name: a, steps: [{key: a, act: publish}]}]", "\"act\" must be one of"),
    ("  workflows: [{name: a, steps: [{key: a, act: proofread}]}]", "is a review"),
    ("  workflows: [{name: a, steps: [{key: a, act: final-review, count: 6}]}]", "1 to 5"),
    ("  workflows: [{name: a, steps: [{key: a, act: final-review, reopens: [b]}]}]", "names steps"),
    ("  workflows: [{name: a, steps: [{key: important, act: final-review}]}]", "none is \"important\""),
    (
      "  workflows: [{name: a, steps: [{key: a, act: final-review}, {key: a, act: proofread}]}]",
      "keys of the steps differ"
    ),
    ("  workflows: [{steps: []}]", "\"name\" is missing"),
    ("  mail: {host: mail.example}", "\"from\""), ("  mail: {user: a}", "both or neither"),
    ("  mail: {security: open}", "must be one of"), ("  mail: {from: nobody}", "mail address"),
    ("  mail: {security: none, user: a, password_file: b}", "in the open"), ("  mail: {pot: 25}", "did you mean"),
  ])
  func `what cannot be is told`(newsroom: String, fault: String) {
    let found = faults(newsroom)
    #expect(found.count == 1 && found[0].contains(fault), "\(found)")
  }

  @Test func `workflows and their steps are bounded`() {
    func steps(_ count: Int) -> String {
      (0..<count).map { "{key: s-\($0), act: final-review}" }.joined(separator: ", ")
    }
    #expect(faults("  workflows: [{name: a, steps: [\(steps(Workflow.stepsMax))]}]").isEmpty)
    #expect(faults("  workflows: [{name: a, steps: [\(steps(Workflow.stepsMax + 1))]}]").count == 2)
    func workflows(_ count: Int) -> String {
      (0..<count).map { "{name: w-\($0), steps: [{key: a, act: final-review}]}" }.joined(separator: ", ")
    }
    #expect(faults("  workflows: [\(workflows(WorkflowReader.workflowsMax))]").isEmpty)
    #expect(faults("  workflows: [\(workflows(WorkflowReader.workflowsMax + 1))]").count == 1)
  }

  @Test func `the example in the guide reads`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/formats/site-settings.md")
    let guide = try String(contentsOf: file, encoding: .utf8)
    let text = try #require(guide.firstMatch(of: /```yaml\n(?<text>newsroom:[^`]*)```/)).output.text
    let settings = try SettingsReader.read("publication: {name: 报}\n\(text)", file: "broadsheet.yaml").newsroom
    #expect(settings.reviewing.workflow(ofSection: "").steps.count == 4 && settings.mail.isConfigured)
  }
}
