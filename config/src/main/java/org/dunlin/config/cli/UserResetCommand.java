package org.dunlin.config.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.work.access.SecondFactor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dunlin user reset}: takes somebody's second factor away. */
@Command(
    name = "reset",
    description =
        "Takes somebody's second factor and recovery codes away; they sign in by their password"
            + " alone, or set another up where they must have one. Their sessions end at once.",
    mixinStandardHelpOptions = true)
final class UserResetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who.")
  private String name = "";

  @Override
  public Integer call() {
    return HubTools.with(this::reset);
  }

  private int reset(Stores stores) {
    boolean removed = new SecondFactor(stores, Clock.systemUTC()).remove(name, UserCommand.BY);
    System.err.println(
        removed
            ? "The second factor of " + name + " is taken away."
            : "There is nobody of the name " + name + " who has a second factor.");
    return removed ? 0 : 1;
  }
}
