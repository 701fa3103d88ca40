package org.dunlin.core.reference;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A reference as it stands in payments, with all that a scheme asks of it.
 *
 * @param text its normal form, by which two of them are compared
 * @param proven whether check digits hold; otherwise only its form does
 */
public record StructuredReference(ReferenceScheme scheme, String text, boolean proven) {
  /**
   * All that the text can be. A number without a country may be one in several schemes; in those
   * with a single check digit one of ten numbers is.
   */
  public static List<StructuredReference> readings(String written) {
    return Stream.of(ReferenceScheme.values())
        .map(scheme -> scheme.read(written))
        .filter(Objects::nonNull)
        .toList();
  }
}
