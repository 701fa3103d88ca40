package org.dunlin.config.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.RefusedToken;
import org.dunlin.work.access.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dunlin token create}: makes a token and prints it, this once. */
@Command(
    name = "create",
    description = "Makes a token and prints it. It is shown only this once.",
    mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "What the program is called.")
  private String name = "";

  @Option(
      names = "--scope",
      split = ",",
      defaultValue = "read",
      paramLabel = "SCOPE",
      description =
          "What it may: read, write, settings, erase; several with commas. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<String> scopes = List.of();

  @Option(names = "--company", description = "The only company that it is for; without: all.")
  private @Nullable String company;

  @Option(
      names = "--days",
      defaultValue = "90",
      description = "After how many days it expires; 0: never. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Override
  public Integer call() {
    if (days < 0) {
      System.err.println("--days must be 0 or more.");
      return 2;
    }
    Set<Scope> known = EnumSet.noneOf(Scope.class);
    for (String word : scopes) {
      Optional<Scope> scope = Scope.of(word.strip());
      if (scope.isEmpty()) {
        System.err.println(
            "There is no scope " + word + "; there are read, deliver, write, settings and erase.");
        return 2;
      }
      known.add(scope.get());
    }
    return HubTools.with(stores -> make(stores, known));
  }

  private int make(Stores stores, Set<Scope> known) {
    Clock clock = Clock.systemUTC();
    Instant expires = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
    try {
      Tokens.Made made =
          new Tokens(stores, clock).make(name, known, company, expires, "command line");
      System.out.println(made.secret());
      System.err.println("This is the token; it is shown only this once.");
      return 0;
    } catch (RefusedToken refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
  }
}
