import Model

extension SettingsSections {
  /// Reads how the newsroom works.
  func newsroom(_ findings: inout Findings) -> NewsroomSettings {
    let section = section("newsroom", &findings)
    var newsroom = NewsroomSettings()
    let own = section.value("workflows", &findings).map { WorkflowReader.workflows($0, &findings) } ?? []
    newsroom.reviewing.workflows = Workflow.shipped + own
    let names = newsroom.reviewing.workflows.map(\.name)
    newsroom.reviewing.standard = section.workflow(
      "workflow", newsroom.reviewing.standard, among: names, &findings)
    newsroom.reviewing.bySection = section.workflows("section_workflows", among: names, &findings)
    newsroom.reviewing.policy = ReviewPolicy(
      allowsExemptions: section.flag("allow_exemptions", &findings),
      editingReviewerMaySign: section.flag("editing_reviewer_may_sign", &findings))
    newsroom.requiresSecondFactor = section.flag("require_second_factor", &findings)
    newsroom.servesOnlyVerified = section.flag("serve_only_verified", &findings)
    newsroom.editor = section.text("editor", newsroom.editor, &findings)
    newsroom.mail = mail(section, &findings)
    return newsroom
  }

  private func mail(_ section: SettingsFields, _ findings: inout Findings) -> MailSettings {
    var mail = MailSettings()
    guard let value = section.value("mail", &findings),
      let fields = Fields(value, keys: SettingsKeys.mail, of: Wording(given: "mail"), &findings)
    else { return mail }
    let given = SettingsFields(fields: fields)
    mail.host = given.host("host", mail.host, &findings)
    mail.port = given.integer("port", mail.port, in: 1...65_535, &findings)
    mail.security = given.value("security", &findings)?.word("security", &findings) ?? mail.security
    mail.user = given.text("user", mail.user, &findings)
    mail.passwordFile = given.siteFile("password_file", mail.passwordFile, &findings)
    mail.from = given.mail("from", mail.from, &findings)
    given.requireBoth("user", "password_file", &findings)
    if !mail.host.isEmpty, mail.from.isEmpty {
      findings.fault(
        given.place(of: "from", fields), "\"host\" needs \"from\" as well: the address that letters come from.",
        "设了“host”还须设“from”，即发件地址。")
    }
    if mail.security == .none, !mail.user.isEmpty {
      findings.fault(
        given.place(of: "security", fields), "A password is not sent in the open: \"security\" is starttls or tls.",
        "密码不能明文发送，“security”应为 starttls 或 tls。")
    }
    return mail
  }
}

extension SettingsFields {
  func flag(_ key: String, _ findings: inout Findings) -> Bool {
    fields?[key]?.boolean(key, &findings) ?? false
  }

  /// The name of a workflow that there is.
  func workflow(_ key: String, _ standard: String, among names: [String], _ findings: inout Findings) -> String {
    guard let value = fields?[key] else { return standard }
    return SettingsFields.workflow(value, key, among: names, &findings) ?? standard
  }

  /// By section, the name of a workflow.
  func workflows(_ key: String, among names: [String], _ findings: inout Findings) -> [String: String] {
    guard let value = fields?[key] else { return [:] }
    guard case .mapping(let entries) = value.content, entries.count <= SettingsReader.listMax else {
      findings.fault(
        value.place,
        "\"\(key)\" must name a workflow by section, like {Sport: two-eyes}, at most "
          + "\(SettingsReader.listMax).",
        "“\(key)”应按栏目写流程，如 {体育: two-eyes}，最多 \(SettingsReader.listMax) 项。")
      return [:]
    }
    return entries.reduce(into: [:]) { found, entry in
      found[entry.key] = SettingsFields.workflow(entry.value, key, among: names, &findings)
    }
  }

  private static func workflow(
    _ value: Value, _ key: String, among names: [String], _ findings: inout Findings
  ) -> String? {
    guard let name = value.line(key, max: SettingsReader.textCharactersMax, &findings) else { return nil }
    if names.contains(name) { return name }
    let shown = Fields.shortened(name)
    findings.fault(
      value.place, "There is no workflow \"\(shown)\"; there are \(names.joined(separator: ", ")).",
      "没有流程“\(shown)”，可用的：\(names.joined(separator: "、"))。")
    return nil
  }
}
