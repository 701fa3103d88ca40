package org.dunlin.console.page;

import java.util.List;
import org.dunlin.work.claim.ReckonedClaims;
import org.dunlin.work.claim.SaidBefore;
import org.jspecify.annotations.Nullable;

/**
 * What is owed beside a customer's invoices, as a page shows it.
 *
 * @param claims null: nothing can be owed, as of a credit note
 * @param before what messages said of it, the latest first
 */
public record ClaimPanel(@Nullable ReckonedClaims claims, List<SaidBefore> before) {
  /** So many lines are shown; the rest is on the API. */
  public static final int MOST = 100;

  /** Keeps its list. */
  public ClaimPanel {
    before = List.copyOf(before);
  }

  static ClaimPanel of(@Nullable ReckonedClaims claims) {
    return new ClaimPanel(
        claims, claims == null ? List.of() : claims.stated().stream().map(SaidBefore::of).toList());
  }
}
