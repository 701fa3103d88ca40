package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Endpoint;
import org.dunlin.sandbox.program.Gatekeeper;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.TokenState;

/**
 * What holds for every endpoint: who may ask, that what came with a key is done once, and where
 * links lead.
 */
final class MollieApi implements Gatekeeper {
  /** For so long a key is remembered. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final String BASE = "/v2";

  private final Routes routes;
  private final MollieAccount account;
  private final Clock clock;
  private final Map<String, Keyed> keyed = new HashMap<>();
  private volatile URI api = URI.create("https://api.mollie.com");
  private volatile URI pages = api;

  private record Keyed(Ask ask, Reply reply, Instant at) {}

  MollieApi(Routes routes, MollieAccount account, Clock clock) {
    this.routes = routes;
    this.account = account;
    this.clock = clock;
  }

  void servedAt(URI address) {
    api = address;
    pages = address;
  }

  /** API and hosted pages go by other names than the address at which they are served. */
  void knownAs(URI name, URI pagesName) {
    api = name;
    pages = pagesName;
  }

  MollieAccount account() {
    return account;
  }

  /** The address of a hosted page. */
  String page(String path) {
    return pages + path;
  }

  /** The address of something of the API, such as {@code /payments/tr_1}. */
  String address(String path) {
    return api + BASE + path;
  }

  void link(ObjectNode links, String name, String path) {
    links.putObject(name).put("href", address(path)).put("type", "application/hal+json");
  }

  static void page(ObjectNode links, String name, String address) {
    links.putObject(name).put("href", address).put("type", "text/html");
  }

  @Override
  public TokenState state(Ask ask) {
    Optional<String> token = ask.bearer();
    if (token.isEmpty()) {
      return TokenState.MISSING;
    }
    return token.get().equals(account.apiKey()) || token.get().equals(account.accessToken())
        ? TokenState.GOOD
        : TokenState.UNKNOWN;
  }

  void get(String path, Endpoint endpoint) {
    routes.on("GET", BASE + path, ask -> answered(ask, endpoint));
  }

  /** For what API keys may not ask for. */
  void organisation(String path, Endpoint endpoint) {
    get(
        path,
        ask -> {
          if (ask.bearer().filter(account.accessToken()::equals).isEmpty()) {
            throw new MollieFault(
                403, "This endpoint cannot be used with an API key of a profile.", null);
          }
          return endpoint.answer(ask);
        });
  }

  void write(String method, String path, Endpoint endpoint) {
    routes.on(method, BASE + path, ask -> answered(ask, once -> once(once, endpoint)));
  }

  private static Reply answered(Ask ask, Endpoint endpoint) {
    try {
      return endpoint.answer(ask);
    } catch (MollieFault fault) {
      return MollieManners.refused(fault);
    }
  }

  /** Without the profile an access token does not say for which website it asks. */
  void requireProfile(Ask ask) {
    if (ask.bearer().filter(account.accessToken()::equals).isPresent()) {
      String named = ask.json().path("profileId").asText("");
      if (named.isEmpty()) {
        throw MollieFault.missing("profileId");
      }
      if (!named.equals(account.profile())) {
        throw MollieFault.unprocessable("The profile is unknown", "profileId");
      }
    }
  }

  private synchronized Reply once(Ask ask, Endpoint endpoint) {
    Optional<String> key = ask.header("Idempotency-Key");
    if (key.isEmpty()) {
      return endpoint.answer(ask);
    }
    Instant now = clock.instant();
    Keyed before = keyed.get(key.get());
    if (before != null && now.isBefore(before.at().plus(REMEMBERED))) {
      if (!before.ask().sameAs(ask)) {
        throw new MollieFault(409, "The idempotency key was used with another request.", null);
      }
      return before.reply();
    }
    Reply reply = endpoint.answer(ask);
    keyed.put(key.get(), new Keyed(ask, reply, now));
    return reply;
  }
}
