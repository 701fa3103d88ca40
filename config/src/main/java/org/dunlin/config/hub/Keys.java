package org.dunlin.config.hub;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.store.secret.KeyRing;

/** The key ring that the settings and the data directory give. */
final class Keys {
  private Keys() {}

  static KeyRing open(DataSource database, HubSettings settings) {
    return new HubKeys(database, settings.data()).open(given(settings));
  }

  static GivenKeys given(HubSettings settings) {
    Path file = settings.keyFile().isBlank() ? null : Path.of(settings.keyFile());
    return GivenKeys.of(settings.key(), file);
  }
}
