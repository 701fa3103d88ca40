package org.dunlin.work.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.Token;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.token.Renewal.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives requests what they show, and renews it: one process at a time, by the lease of the token's
 * row, which is short and held over no transaction. Who finds it taken comes again.
 */
public final class Credentials {
  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Stores stores;
  private final Renewal renewal;
  private final TokenFacts tokenFacts = new TokenFacts();

  /** Over these stores; new tokens come by this wire. */
  public Credentials(Stores stores, Wire wire, Allowance allowance, Clock clock) {
    this.stores = stores;
    this.renewal = new Renewal(stores, wire, allowance, clock);
  }

  /** What requests may show now. */
  public Held of(Link link) {
    if (!renewable(link)) {
      return new Held.Ready(link.facts(), null);
    }
    if (link.linked().access() != Access.AUTHORISED) {
      return new Held.Closed(
          Optional.ofNullable(link.linked().reason()).orElse("The access is not permitted yet."));
    }
    Token token = token(link);
    Duration renewIn = token.renewIn();
    boolean due = renewIn != null && (renewIn.isNegative() || renewIn.isZero());
    return due ? renew(link, token) : ready(link, token);
  }

  /** What requests may show after the program refused this token. */
  public Held after(Link link, Token refused) {
    Token now = token(link);
    if (now.version() != refused.version()) {
      return ready(link, now);
    }
    Duration early = earliest(link).minus(refused.age());
    return early.isNegative() || early.isZero()
        ? renew(link, refused)
        : new Held.NotNow(early, "The program refuses its token and gives no other so soon.");
  }

  private static boolean renewable(Link link) {
    return switch (link.manifest().authorisation()) {
      case Authorisation.OAuth2 oauth -> true;
      case Authorisation.Session session -> true;
      case Authorisation.None none -> false;
      case Authorisation.Bearer bearer -> false;
      case Authorisation.Basic basic -> false;
      case Authorisation.Header header -> false;
      case Authorisation.Signed signed -> false;
    };
  }

  private static Duration earliest(Link link) {
    return link.manifest().authorisation() instanceof Authorisation.OAuth2 oauth
            && oauth.refresh().earliest() != null
        ? oauth.refresh().earliest()
        : Duration.ZERO;
  }

  private Token token(Link link) {
    return stores
        .programs()
        .tokens()
        .find(link.companyId(), link.id())
        .orElseGet(
            () -> {
              stores.programs().tokens().prepare(link.companyId(), link.id());
              return stores.programs().tokens().find(link.companyId(), link.id()).orElseThrow();
            });
  }

  private Held.Ready ready(Link link, Token token) {
    return new Held.Ready(tokenFacts.of(link.facts(), token), token);
  }

  private Held renew(Link link, Token token) {
    Optional<Lease> lease = stores.transactions().in(() -> stores.programs().tokens().claim(token));
    if (lease.isEmpty()) {
      Token now = token(link);
      return now.version() == token.version()
          ? new Held.NotNow(SOON, "Another process renews the token at this moment.")
          : ready(link, now);
    }
    Outcome[] outcome = new Outcome[1];
    try {
      stores
          .leases()
          .keepToken(
              link.companyId(),
              link.id(),
              lease.get(),
              () -> outcome[0] = renewal.ask(link, token));
      return record(link, token, outcome[0]);
    } finally {
      stores.programs().tokens().letGo(token, lease.get());
    }
  }

  /** A new token is stored before anybody uses it; what another has stored meanwhile wins. */
  private Held record(Link link, Token token, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Renewed(Map<String, String> values, Duration after) -> {
        store(token, values, after);
        yield ready(link, token(link));
      }
      case Outcome.Denied(String sentence) -> denied(link, token, sentence);
      case Outcome.Later(Duration wait, String sentence) -> new Held.NotNow(wait, sentence);
    };
  }

  /**
   * The program may take none but the new token from now on, so a database that fails for a moment
   * must not lose it: it is tried for as long as the lease lasts.
   */
  private void store(Token token, Map<String, String> values, @Nullable Duration after) {
    long end = System.nanoTime() + (long) (stores.leases().seconds() * 1_000_000_000L);
    long pause = FIRST_PAUSE_NANOS;
    while (true) {
      try {
        stores.transactions().run(() -> stores.programs().tokens().replace(token, values, after));
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() + pause >= end) {
          throw e;
        }
        LOG.warn("the next token could not be stored; it is tried again: {}", e.getMessage());
        LockSupport.parkNanos(pause);
        pause *= 2;
      }
    }
  }

  /** Whoever was refused with a token that another has renewed meanwhile was only late. */
  private Held denied(Link link, Token token, String sentence) {
    Token now = token(link);
    if (now.version() != token.version()) {
      return ready(link, now);
    }
    new Reauthorisation(stores).ask(link, sentence);
    return new Held.Closed(sentence);
  }
}
