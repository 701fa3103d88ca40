package org.dunlin.config.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.console.login.Passwords;
import org.dunlin.store.Stores;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.RefusedPerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dunlin user password}: gives somebody another password, and prints it this once. */
@Command(
    name = "password",
    description = "Gives somebody another password and prints it; their sessions end at once.",
    mixinStandardHelpOptions = true)
final class UserPasswordCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who.")
  private String name = "";

  @Override
  public Integer call() {
    return HubTools.with(this::change);
  }

  private int change(Stores stores) {
    String password = FirstAdministrator.random();
    String hash = Passwords.encoder().encode(password);
    try {
      new ChangePeople(stores, Clock.systemUTC()).password(name, hash, UserCommand.BY);
    } catch (RefusedPerson refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
    System.out.println(password);
    System.err.println("This is the password; it is shown only this once.");
    return 0;
  }
}
