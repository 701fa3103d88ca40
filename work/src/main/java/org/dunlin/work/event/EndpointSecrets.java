package org.dunlin.work.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.event.EventSignature;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;

/**
 * The secrets with which what a program is told is signed. They follow from the company's secret,
 * which the hub's key wraps, and lie nowhere themselves.
 */
final class EndpointSecrets {
  private static final String PURPOSE = "what programs are told";

  private final Stores stores;

  EndpointSecrets(Stores stores) {
    this.stores = stores;
  }

  /** The one that counts, as the program is given it. */
  String shown(EventEndpoint endpoint) {
    return EventSignature.shown(secret(endpoint, endpoint.secret()));
  }

  /** The one that counts, and the one before it as long as that signs, too. */
  List<byte[]> signing(EventEndpoint endpoint, Instant now) {
    List<byte[]> secrets = new ArrayList<>();
    secrets.add(secret(endpoint, endpoint.secret()));
    Instant until = endpoint.earlierUntil();
    if (until != null && now.isBefore(until)) {
      secrets.add(secret(endpoint, endpoint.secret() - 1));
    }
    return secrets;
  }

  private byte[] secret(EventEndpoint endpoint, int number) {
    String name = endpoint.id() + "|" + number;
    return stores
        .signatures()
        .of(endpoint.companyId(), PURPOSE, name.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
