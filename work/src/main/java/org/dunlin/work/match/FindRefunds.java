package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.Refunds;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.core.matching.Refunds.Found;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Refunds.Said;
import org.jspecify.annotations.Nullable;

/** Recognises money that left as the refund of a customer's credit. */
final class FindRefunds {
  private static final String ACTOR = "match";

  /** So many credits and so much money that left are looked at, the youngest of both. */
  private static final int MOST = 2_000;

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  FindRefunds(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** What is certain is taken, the rest suggested in place of what was suggested before. */
  void find(MatchFacts facts) {
    List<UUID> suggested = new ArrayList<>();
    for (Found found : found(facts)) {
      UUID kept = keep(found);
      if (kept != null) {
        suggested.add(kept);
      }
    }
    stores.refunds().forgetSuggested(companyId, suggested);
  }

  private List<Found> found(MatchFacts facts) {
    List<Credit> credits = stores.refunds().credits(companyId, MOST);
    if (credits.isEmpty()) {
      return List.of();
    }
    LocalDate since = credits.stream().map(Credit::since).min(LocalDate::compareTo).orElse(today);
    List<UnallocatedPayment> out =
        stores.refunds().outgoing(companyId, since, MOST).stream()
            .map(state -> new UnallocatedPayment(state.payment(), state.unallocated()))
            .toList();
    Set<Refunds.Refused> refused =
        stores.refunds().refused(companyId).stream()
            .map(each -> new Refunds.Refused(each.paidOut().toString(), each.credit().toString()))
            .collect(Collectors.toSet());
    return Refunds.find(facts.company(), facts.customers(), out, credits, refused);
  }

  /**
   * The id of what is only suggested; null where it counts, where nothing is left any more, or
   * where somebody decided of the pair meanwhile: then both sides have back what was taken of them.
   */
  private @Nullable UUID keep(Found found) {
    UUID out = UUID.fromString(found.paidOutId());
    UUID credit = UUID.fromString(found.credit().id());
    boolean takes = found.certain();
    if (takes && !stores.refunds().take(companyId, out, credit, found.amount().getAmount())) {
      return null;
    }
    Said said =
        new Said(
            out,
            credit,
            UUID.fromString(found.credit().customerId()),
            found.amount(),
            takes ? "AUTOMATIC" : "SUGGESTED",
            found.reasons().stream().map(Enum::name).toList());
    Optional<UUID> id = stores.refunds().keepFound(companyId, said, ACTOR, today);
    if (takes && id.isEmpty()) {
      stores.refunds().giveBack(companyId, out, credit, found.amount().getAmount());
    } else if (takes) {
      note("payment", out);
      note(found.credit().number() == null ? "payment" : "invoice", credit);
    }
    return takes ? null : id.orElse(null);
  }

  private void note(String subject, UUID id) {
    stores.journal().append(companyId, Happening.to(subject, id, "REFUNDED", ACTOR, today, ""));
  }
}
