import Model

/// The page that stands at an old address in an export, where no server answers with a redirect.
struct RedirectPage {
  /// Path and query, percent-encoded.
  let target: String
  let settings: Settings

  var html: String {
    let link = HTMLEscaping.escape(target)
    let full = HTMLEscaping.escape(target.hasPrefix("/") ? settings.site.baseURL + target : target)
    let language = HTMLEscaping.escape(settings.publication.language)
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <title>\(full)</title>
      <link rel="canonical" href="\(full)">
      <meta http-equiv="refresh" content="0; url=\(link)">
      </head>
      <body><p>→ <a href="\(link)">\(full)</a></p></body>
      </html>

      """
  }
}
