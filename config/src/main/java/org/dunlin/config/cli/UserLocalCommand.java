package org.dunlin.config.cli;

import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dunlin user local}: who may sign in by a password where nobody else may. */
@Command(
    name = "local",
    description =
        "Lets somebody sign in by a password, at /login?local, although passwords are switched"
            + " off: for the day on which the provider of identities is not there.",
    mixinStandardHelpOptions = true)
final class UserLocalCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who.")
  private String name = "";

  @Option(names = "--undo", description = "Lets them do so no more.")
  private boolean undo;

  @Override
  public Integer call() {
    return HubTools.with(this::local);
  }

  private int local(Stores stores) {
    if (!stores.people().local(name, !undo)) {
      System.err.println("There is nobody of the name " + name + ".");
      return 1;
    }
    System.err.println(name + (undo ? " signs in as others do." : " may sign in by a password."));
    return 0;
  }
}
