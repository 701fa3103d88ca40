package org.dunlin.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer says with a payment.
 *
 * @param text unstructured, at most 140 characters a line
 * @param creditorReference in its structured field
 * @param documents invoice numbers with amounts in structured fields
 */
record Remittance(List<String> text, @Nullable String creditorReference, List<Portion> documents) {
  static final Remittance NONE = new Remittance(List.of(), null, List.of());

  static Remittance text(String text) {
    return new Remittance(List.of(text), null, List.of());
  }

  static Remittance reference(String reference) {
    return new Remittance(List.of(), reference, List.of());
  }
}
