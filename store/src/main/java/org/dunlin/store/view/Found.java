package org.dunlin.store.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search came upon.
 *
 * @param name what it is called; absent of what has no name, such as an effect
 * @param exact whether what was quoted is its number, name, reference, digest or id as a whole, and
 *     not only a part of it or an amount that others have, too
 */
public record Found(Kind kind, UUID id, @Nullable String name, boolean exact) {
  /** What can be found, in the order in which it is shown. */
  public enum Kind {
    CUSTOMER,
    INVOICE,
    PAYMENT,
    DELIVERY,
    EFFECT
  }
}
