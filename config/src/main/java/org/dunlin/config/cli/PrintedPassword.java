package org.dunlin.config.cli;

import java.util.function.Consumer;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.console.login.Passwords;
import org.dunlin.work.access.RefusedPerson;

/** A password that nobody chose, shown once where somebody gets one by a command. */
final class PrintedPassword {
  private PrintedPassword() {}

  /**
   * Makes one and prints it, unless it is refused to whom it is given.
   *
   * @param given keeps its hash
   * @return the exit status
   */
  static int giveOut(Consumer<String> given) {
    String password = FirstAdministrator.random();
    try {
      given.accept(Passwords.encoder().encode(password));
    } catch (RefusedPerson refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
    System.out.println(password);
    System.err.println("This is the password; it is shown only this once.");
    return 0;
  }
}
