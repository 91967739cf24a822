import Foundation
import Glibc
import Model

/// Asks for a password without showing it; where standard input is no terminal, its first line is the password.
enum PasswordPrompt {
  /// Twice for a new one.
  static func ask(isNew: Bool) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return try line() }
    let password = try hidden(say("Password: ", "密码："))
    if isNew, try hidden(say("Once more: ", "再输一遍：")) != password {
      throw Stop(.badInput, "The two are not the same; nothing was changed.", "两次输入不一致，没有任何改动。")
    }
    return password
  }

  private static func hidden(_ prompt: String) throws -> String {
    Terminal.prompt(prompt)
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return try line() }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
      Terminal.prompt("\n")
    }
    return try line()
  }

  private static func line() throws -> String {
    guard let line = readLine(strippingNewline: true), !line.isEmpty else {
      throw Stop(.badInput, "No password was given; nothing was changed.", "没有输入密码，没有任何改动。")
    }
    return line
  }
}
