package org.dunlin.config.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.Tokens;
import picocli.CommandLine.Command;

/** {@code dunlin token list}: which programs may call the API. */
@Command(
    name = "list",
    description = "Lists the tokens, the newest first; never what they consist of.",
    mixinStandardHelpOptions = true)
final class TokenListCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return HubTools.with(TokenListCommand::list);
  }

  private static int list(Stores stores) {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant();
    new Tokens(stores, clock).all().forEach(token -> System.out.println(line(token, now)));
    return 0;
  }

  private static String line(ApiToken token, Instant now) {
    return String.join(
        "\t",
        token.id().toString(),
        token.name(),
        token.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")),
        token.companyId() == null ? "all companies" : token.companyId(),
        token.lastUsedAt() == null ? "never used" : "used " + token.lastUsedAt(),
        state(token, now));
  }

  private static String state(ApiToken token, Instant now) {
    if (token.revokedAt() != null) {
      return "revoked " + token.revokedAt();
    }
    if (token.expiresAt() == null) {
      return "never expires";
    }
    return (token.expired(now) ? "expired " : "expires ") + token.expiresAt();
  }
}
