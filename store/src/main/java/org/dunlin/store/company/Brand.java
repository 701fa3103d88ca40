package org.dunlin.store.company;

import java.util.Optional;
import org.dunlin.core.brand.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a company looks in its messages.
 *
 * @param logo the id and kind of its logo; null where it has none
 */
public record Brand(Optional<Color> color, @Nullable LogoKey logo) {
  /** Neither colour nor logo. */
  public static final Brand PLAIN = new Brand(Optional.empty(), null);

  /**
   * A logo that the hub keeps.
   *
   * @param id the same for the same bytes
   */
  public record LogoKey(String id, String mediaType) {}
}
