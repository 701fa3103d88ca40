package org.dunlin.sandbox.program.xero;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Endpoint;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;

/**
 * What holds for every endpoint of the Accounting API: the tenant is named, JSON is asked for, and
 * what came with a key is done once.
 */
final class XeroApi {
  private static final String BASE = "/api.xro/2.0";

  private final Routes routes;
  private final UUID tenant;
  private final Map<String, Keyed> keyed = new HashMap<>();
  private volatile boolean connected = true;

  private record Keyed(Ask ask, Reply reply) {}

  XeroApi(Routes routes, UUID tenant) {
    this.routes = routes;
    this.tenant = tenant;
  }

  /** Takes the app's connection to the tenant away. */
  void disconnect() {
    connected = false;
  }

  boolean connected() {
    return connected;
  }

  void get(String path, Endpoint endpoint) {
    routes.on("GET", BASE + path, ask -> checked(ask, endpoint));
  }

  void delete(String path, Endpoint endpoint) {
    routes.on("DELETE", BASE + path, ask -> checked(ask, endpoint));
  }

  /** PUT makes, POST makes or changes; this is for paths where both may be used. */
  void write(String path, Endpoint endpoint) {
    put(path, endpoint);
    post(path, endpoint);
  }

  void put(String path, Endpoint endpoint) {
    routes.on("PUT", BASE + path, ask -> checked(ask, once -> once(once, endpoint)));
  }

  void post(String path, Endpoint endpoint) {
    routes.on("POST", BASE + path, ask -> checked(ask, once -> once(once, endpoint)));
  }

  private Reply checked(Ask ask, Endpoint endpoint) {
    Optional<String> named = ask.header("xero-tenant-id");
    if (!connected || named.isEmpty() || !named.get().equalsIgnoreCase(tenant.toString())) {
      throw new Refusal(403, "Not that tenant.");
    }
    String accept = ask.header("Accept").orElse("");
    if (!accept.contains("json") && !accept.contains("pdf")) {
      // Whoever does not ask for JSON gets XML, as of old.
      return Reply.of(
          200, "text/xml; charset=utf-8", "<Response/>".getBytes(StandardCharsets.UTF_8));
    }
    return endpoint.answer(ask);
  }

  /** The same key with the same request gives the first answer again, if that was a good one. */
  private synchronized Reply once(Ask ask, Endpoint endpoint) {
    Optional<String> key = ask.header("Idempotency-Key");
    if (key.isEmpty()) {
      return endpoint.answer(ask);
    }
    if (key.get().length() > 128) {
      throw new Refusal(400, "The Idempotency-Key is longer than 128 characters");
    }
    Keyed before = keyed.get(key.get());
    if (before != null) {
      if (!before.ask().sameAs(ask)) {
        throw new Refusal(400, "The Idempotency-Key was used with another request");
      }
      return before.reply();
    }
    Reply reply = endpoint.answer(ask);
    if (reply.status() < 300) {
      keyed.put(key.get(), new Keyed(ask, reply));
    }
    return reply;
  }
}
