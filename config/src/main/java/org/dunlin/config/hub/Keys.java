package org.dunlin.config.hub;

import java.nio.file.Path;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.store.secret.KeyRing;

/** The key ring that the settings and the data directory give. */
final class Keys {
  private Keys() {}

  static KeyRing open(HubDatabase database, HubSettings settings) {
    Path file = settings.keyFile().isBlank() ? null : Path.of(settings.keyFile());
    return new HubKeys(database.dataSource(), settings.data())
        .open(GivenKeys.of(settings.key(), file));
  }
}
