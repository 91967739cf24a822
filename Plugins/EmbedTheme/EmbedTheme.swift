import Foundation
import PackagePlugin

/// Turns the folder `Theme` of a target into one Swift file, so that the program carries its theme with it.
@main
struct EmbedTheme: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Theme", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTheme.swift")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return [
      .buildCommand(
        displayName: "Embedding the theme", executable: try context.tool(named: "embed").url,
        arguments: [folder.path(), output.path()],
        inputFiles: files.filter { !$0.hasDirectoryPath }, outputFiles: [output])
    ]
  }
}
