package org.dunlin.config.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.work.access.ChangePeople;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dunlin user add}: adds somebody, and prints their password this once. */
@Command(
    name = "add",
    description = "Adds somebody and prints their password. It is shown only this once.",
    mixinStandardHelpOptions = true)
final class UserAddCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "By which they sign in.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "What they may do: ${COMPLETION-CANDIDATES}.")
  private Role role = Role.VIEWER;

  @Option(names = "--company", description = "The only company in which; without: in all.")
  private @Nullable String company;

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Where they are told what happens to their account; without: nowhere.")
  private @Nullable String email;

  @Override
  public Integer call() {
    return HubTools.with(this::add);
  }

  private int add(Stores stores) {
    ChangePeople changes = new ChangePeople(stores, Clock.systemUTC());
    return PrintedPassword.giveOut(
        hash ->
            stores
                .transactions()
                .run(
                    () -> {
                      changes.add(name, hash, email, UserCommand.BY);
                      changes.role(name, company, role, UserCommand.BY);
                    }));
  }
}
