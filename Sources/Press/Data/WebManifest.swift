import Model

/// `/manifest.webmanifest` (W3C Web Application Manifest): how the paper stands on a home screen.
struct WebManifest {
  let settings: Settings
  let icon: SiteIcon

  var json: JSON {
    let publication = settings.publication
    let purposes = icon.isDrawn ? ["any", "maskable"] : ["any"]
    let icons = purposes.map { purpose in
      JSON.object([
        "src": .string(Address.icon.link), "sizes": .string("\(icon.side)x\(icon.side)"),
        "type": .string("image/png"), "purpose": .string(purpose),
      ])
    }
    var manifest: [String: JSON] = [
      "id": .string("/"), "start_url": .string("/"), "scope": .string("/"), "name": .string(publication.name),
      "short_name": .string(publication.name), "lang": .string(publication.language), "dir": .string("ltr"),
      "display": .string("standalone"), "background_color": .string("#fbfcfb"),
      "theme_color": .string(publication.accent), "icons": .array(icons),
    ]
    if !publication.subtitle.isEmpty { manifest["description"] = .string(publication.subtitle) }
    return .object(manifest)
  }
}
