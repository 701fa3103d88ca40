package org.dunlin.work.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Scope;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.access.RefusedToken.Reason;
import org.jspecify.annotations.Nullable;

/** Makes, checks and revokes the tokens with which programs call the API. */
public final class Tokens {
  /** How every token begins, so that one that got lost is recognised as what it is. */
  public static final String PREFIX = "dunlin_";

  private static final int LONGEST_NAME = 80;
  private static final Duration LONGEST_LIFE = Duration.ofDays(3653);

  private final Stores stores;
  private final Clock clock;

  /** Over these stores; the clock is that of expiry. */
  public Tokens(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** A token with the only sight of its secret that there will be. */
  public record Made(ApiToken token, String secret) {
    @Override
    public String toString() {
      return "Made[" + token.name() + "]";
    }
  }

  /**
   * Makes a token.
   *
   * @param companyId the only company that it is for; absent: all
   * @param expiresAt from when on it is worth nothing; absent: never
   * @param by who makes it
   * @throws RefusedToken when it cannot be made so
   */
  public Made make(
      String name,
      Set<Scope> scopes,
      @Nullable String companyId,
      @Nullable Instant expiresAt,
      String by) {
    Instant now = clock.instant();
    check(name, scopes, companyId);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new RefusedToken(Reason.PAST, "A token must expire in the future; choose a later day.");
    }
    if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
      throw new RefusedToken(
          Reason.FAR, "A token must expire within ten years; choose an earlier day, or never.");
    }
    String secret = PREFIX + Secrets.make();
    ApiToken token =
        new ApiToken(
            Ids.next(), name.strip(), scopes, companyId, now, by, expiresAt, null, null, null);
    stores.transactions().run(() -> add(token, secret, by));
    return new Made(token, secret);
  }

  private void add(ApiToken token, String secret, String by) {
    if (!stores.apiTokens().add(token, Secrets.digest(secret))) {
      throw new RefusedToken(
          Reason.TAKEN,
          "There is a token of the name " + token.name() + "; revoke it first, or choose another.");
    }
    note(token, "TOKEN_MADE", by);
  }

  private void check(String name, Set<Scope> scopes, @Nullable String companyId) {
    String shown = name.strip();
    if (shown.isEmpty()
        || shown.length() > LONGEST_NAME
        || shown.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedToken(
          Reason.NAME,
          "A token needs a name of at most " + LONGEST_NAME + " characters, on one line.");
    }
    if (scopes.isEmpty()) {
      throw new RefusedToken(
          Reason.SCOPE, "A token needs at least one scope: read, write or erase.");
    }
    if (companyId != null && stores.companies().find(companyId).isEmpty()) {
      throw new RefusedToken(Reason.COMPANY, "There is no company " + companyId + ".");
    }
  }

  /** The token with this secret, if it is worth something now; its use is noted. */
  public Optional<ApiToken> check(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() != PREFIX.length() + Secrets.LENGTH) {
      return Optional.empty();
    }
    Optional<ApiToken> found =
        stores
            .apiTokens()
            .find(Secrets.digest(secret))
            .filter(token -> token.valid(clock.instant()));
    found.filter(this::notedLongAgo).ifPresent(token -> stores.apiTokens().used(token.id()));
    return found;
  }

  private boolean notedLongAgo(ApiToken token) {
    return token.lastUsedAt() == null
        || token.lastUsedAt().isBefore(clock.instant().minusSeconds(60));
  }

  /** All tokens, the newest first. */
  public List<ApiToken> all() {
    return stores.apiTokens().all();
  }

  /** The token of this id or name that is not revoked. */
  public Optional<ApiToken> find(String idOrName) {
    return all().stream()
        .filter(token -> token.revokedAt() == null)
        .filter(token -> token.name().equals(idOrName) || token.id().toString().equals(idOrName))
        .findFirst();
  }

  /** Makes a token worthless for ever; false when it was, or there is none. */
  public boolean revoke(UUID tokenId, String by) {
    return stores.transactions().in(() -> end(tokenId, by));
  }

  private boolean end(UUID tokenId, String by) {
    boolean ended = stores.apiTokens().revoke(tokenId, by);
    if (ended) {
      all().stream()
          .filter(token -> token.id().equals(tokenId))
          .forEach(token -> note(token, "TOKEN_REVOKED", by));
    }
    return ended;
  }

  /** In the journal of each company for which the token is. */
  private void note(ApiToken token, String event, String by) {
    String reason =
        "The token "
            + token.name()
            + " may: "
            + token.scopes().stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ".";
    List<String> companies =
        token.companyId() == null ? stores.companies().ids() : List.of(token.companyId());
    for (String company : companies) {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
      stores.journal().append(company, Happening.to("token", token.id(), event, by, today, reason));
    }
  }
}
