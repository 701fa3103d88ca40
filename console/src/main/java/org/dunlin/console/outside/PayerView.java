package org.dunlin.console.outside;

import java.util.List;
import org.dunlin.work.payer.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The page of a payer.
 *
 * @param payForm what is written into its form
 * @param online whether the company has a provider at which one can pay
 * @param parts whether the company takes a part of an invoice
 * @param ways what else can be done, as the addresses call it
 * @param done what was done just now; absent where nothing was
 * @param refused why something was not
 * @param inFlight that a payment is on its way
 */
public record PayerView(
    Shown shown,
    List<PayerGroup> groups,
    String payForm,
    boolean online,
    boolean parts,
    List<String> ways,
    @Nullable String done,
    @Nullable String refused,
    @Nullable String inFlight) {
  public PayerView {
    groups = List.copyOf(groups);
    ways = List.copyOf(ways);
  }
}
