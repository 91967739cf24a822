import ArgumentParser
import Foundation
import Interchange
import Model
import Store

/// The program: a file a command.
@main
struct Broadsheet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: say("A digital newspaper in one program.", "一个程序里的数字报。"),
    discussion: say(
      """
      A paper lives in one folder, its site. The usual way:

        broadsheet init my-paper
        broadsheet import my-paper issues/2026-03-01
        broadsheet serve my-paper

      Exit codes: 0 done; 1 done, but something was left out or found wrong; 64 wrong usage; 65 bad input; \
      66 no such file or folder; 73 cannot be written; 75 the site is in use; 78 broadsheet.yaml is wrong.
      """,
      """
      一份报纸就是一个文件夹，称为站点。通常这样用：

        broadsheet init my-paper
        broadsheet import my-paper issues/2026-03-01
        broadsheet serve my-paper

      退出码：0 完成；1 完成，但有内容被略去或检查出问题；64 用法不对；65 输入有误；
      66 没有这个文件或文件夹；73 无法写入；75 站点正被占用；78 broadsheet.yaml 有误。
      """),
    version: "0.1.0",
    subcommands: [
      InitCommand.self, ImportCommand.self, ServeCommand.self, ExportCommand.self, CheckCommand.self,
      VerifyCommand.self,
      BackupCommand.self, RestoreCommand.self, ThemeCommand.self,
      ReadManuscriptCommand.self, UserCommand.self,
    ])
}

/// A sentence in the language of the locale.
func say(_ english: String, _ chinese: Chinese) -> String {
  Wording(english, chinese).text(environment: ProcessInfo.processInfo.environment)
}

/// Why a command ended early: one sentence that says what to do, and the code that the program exits with.
struct Stop: Error, CustomStringConvertible {
  enum Code: Int32 {
    case leftOut = 1
    case badUsage = 64
    case badInput = 65
    case noInput = 66
    case cannotWrite = 73
    case inUse = 75
    case badSettings = 78

    init(of error: StoreError) {
      switch error.code {
      case .site, .missing: self = .noInput
      case .locked: self = .inUse
      case .file: self = .cannotWrite
      case .database, .version, .backup: self = .badInput
      }
    }
  }

  let code: Code
  let description: String

  init(_ code: Code, _ english: String, _ chinese: Chinese) {
    self.code = code
    description = say(english, chinese)
  }

  init(_ code: Code, _ text: String) {
    self.code = code
    description = text
  }

  init(_ code: Code, faults: Faults) {
    let environment = ProcessInfo.processInfo.environment
    self.init(code, faults.lines.map { $0.text(environment: environment) }.joined(separator: "\n"))
  }
}

/// Runs a command's body; says on standard error what went wrong, and exits with its code.
func guarded(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let stop as Stop {
    Terminal.error(stop.description)
    throw ExitCode(stop.code.rawValue)
  } catch let code as ExitCode {
    throw code
  } catch let error as StoreError {
    Terminal.error(error.told.text(environment: ProcessInfo.processInfo.environment))
    throw ExitCode(Stop.Code(of: error).rawValue)
  } catch let error as CocoaError {
    Terminal.error(words(for: error))
    throw ExitCode(Stop.Code.cannotWrite.rawValue)
  } catch {
    Terminal.error("\(error)")
    throw ExitCode(Stop.Code.badInput.rawValue)
  }
}

/// What the system said of a file, in one sentence.
private func words(for error: CocoaError) -> String {
  let facts = (error as NSError).userInfo
  let place = (facts[NSFilePathErrorKey] as? String).map { "\($0): " } ?? ""
  let system = (facts[NSUnderlyingErrorKey] as? NSError).map { String(cString: strerror(Int32($0.code))) }
  let whole = system ?? error.localizedDescription
  let reason = whole.hasSuffix(".") ? String(whole.dropLast()) : whole
  return say("\(place)This cannot be written or read: \(reason).", "\(place)无法写入或读取：\(reason)。")
}
