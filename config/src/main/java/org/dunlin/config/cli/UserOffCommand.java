package org.dunlin.config.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.RefusedPerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dunlin user off}: lets somebody in no more, or again. */
@Command(
    name = "off",
    description = "Lets somebody in no more; their sessions end at once.",
    mixinStandardHelpOptions = true)
final class UserOffCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who.")
  private String name = "";

  @Option(names = "--undo", description = "Lets them in again.")
  private boolean undo;

  @Override
  public Integer call() {
    return HubTools.with(this::off);
  }

  private int off(Stores stores) {
    try {
      new ChangePeople(stores, Clock.systemUTC()).switchOff(name, !undo, UserCommand.BY);
    } catch (RefusedPerson refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
    System.err.println(name + (undo ? " may sign in again." : " is switched off."));
    return 0;
  }
}
