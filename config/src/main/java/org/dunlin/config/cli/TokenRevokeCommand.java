package org.dunlin.config.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.store.access.ApiToken;
import org.dunlin.work.access.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dunlin token revoke}: makes a token worthless for ever. */
@Command(
    name = "revoke",
    description = "Makes a token worthless for ever.",
    mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TOKEN", description = "Its name or id.")
  private String token = "";

  @Override
  public Integer call() {
    return HubTools.with(this::revoke);
  }

  private int revoke(Stores stores) {
    Tokens tokens = new Tokens(stores, Clock.systemUTC());
    Optional<ApiToken> found = tokens.find(token);
    if (found.isEmpty() || !tokens.revoke(found.get().id(), "command line")) {
      System.err.println("No token of the name or id " + token + " is left to revoke.");
      return 1;
    }
    System.err.println("The token " + found.get().name() + " is revoked.");
    return 0;
  }
}
