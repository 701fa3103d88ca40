package org.dunlin.config.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.work.access.ChangePeople;
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
    ChangePeople changes = new ChangePeople(stores, Clock.systemUTC());
    return PrintedPassword.giveOut(hash -> changes.password(name, hash, UserCommand.BY));
  }
}
