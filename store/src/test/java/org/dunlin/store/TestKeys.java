package org.dunlin.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.store.secret.KeyRing;

/** The hub's keys in specifications. */
public final class TestKeys {
  /** One key, always the same. */
  public static final KeyRing RING =
      new KeyRing(List.of("key of specifications: 32 bytes.".getBytes(StandardCharsets.US_ASCII)));

  private TestKeys() {}
}
