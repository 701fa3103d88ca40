package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;
import org.jspecify.annotations.Nullable;

/** Writes down what matching found: what it is sure of is claimed, the rest is suggested. */
final class Findings {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final TellPrograms told;
  private final CompanyProfile profile;
  private final LocalDate today;
  private final Suggestions suggestions;
  private final Claims claims;
  private final Adjusting adjusting;
  private final Set<UUID> settled = new LinkedHashSet<>();

  Findings(
      Stores stores,
      TellPrograms told,
      CompanyProfile profile,
      LocalDate today,
      Suggestions suggestions) {
    this.stores = stores;
    this.told = told;
    this.profile = profile;
    this.today = today;
    this.suggestions = suggestions;
    claims = new Claims(stores, profile.id());
    adjusting = new Adjusting(stores, profile.id(), ACTOR, today);
  }

  /** The invoices of which something was settled. */
  Set<UUID> settled() {
    return settled;
  }

  /**
   * What a proposal settles of an invoice by a payment, with which an adjustment goes; what it
   * settles by a credit note is another's.
   */
  private record Share(String match, @Nullable String paymentId, String invoiceId) {}

  /** Findings lines, with what they settle without money or, where suggested, would settle. */
  void add(List<Allocation> lines, List<Adjustment> adjustments) {
    Map<Share, Adjustment> rests = new HashMap<>();
    for (Adjustment each : adjustments) {
      rests.put(new Share(String.valueOf(each.match()), each.paymentId(), each.invoiceId()), each);
    }
    Map<UUID, Adjustment> applied = new LinkedHashMap<>();
    if (areApart(lines)) {
      add(lines, rests, applied);
    } else {
      lines.forEach(line -> add(List.of(line), rests, applied));
    }
    applied.forEach(adjusting::record);
  }

  /** Whether none of them takes what another may give back. */
  private static boolean areApart(List<Allocation> lines) {
    Set<String> seen = new HashSet<>();
    return lines.stream()
        .flatMap(line -> Stream.of(line.invoiceId(), line.paymentId(), line.creditNoteId()))
        .filter(Objects::nonNull)
        .allMatch(seen::add);
  }

  private void add(
      List<Allocation> lines, Map<Share, Adjustment> rests, Map<UUID, Adjustment> applied) {
    List<Allocation> held =
        lines.stream()
            .filter(line -> line.decision() != Decision.AUTOMATIC || claims.raise(line))
            .toList();
    Doubts doubts = doubts(held);
    for (Allocation line : held) {
      Adjustment rest =
          rests.get(new Share(String.valueOf(line.match()), line.paymentId(), line.invoiceId()));
      if (line.decision() != Decision.AUTOMATIC) {
        suggestions.add(line, rest, ACTOR, today);
      } else if (doubts.of(line)) {
        claims.giveBack(line);
        suggestions.add(suggested(line), rest, ACTOR, today);
      } else {
        UUID id = apply(line);
        if (rest != null) {
          applied.put(id, rest);
        }
      }
    }
  }

  private UUID apply(Allocation line) {
    UUID id = stores.allocations().add(profile.id(), line, ACTOR, today);
    stores.payerLessons().learn(profile.id(), id, line);
    told.allocated(profile, id, line, today);
    note(line);
    settled.add(UUID.fromString(line.invoiceId()));
    return id;
  }

  /** Of which invoices and payments a program has said what does not go with them. */
  private record Doubts(Set<UUID> invoices, Set<UUID> payments) {
    boolean of(Allocation line) {
      return invoices.contains(UUID.fromString(line.invoiceId()))
          || line.paymentId() != null && payments.contains(UUID.fromString(line.paymentId()));
    }
  }

  /**
   * What programs have said, perhaps since the facts were gathered, that does not go with what the
   * hub has allocated so far. Asked while the claims hold both sides, so that nothing of that is
   * passed over.
   */
  private Doubts doubts(List<Allocation> held) {
    Set<UUID> invoices = new LinkedHashSet<>();
    Set<UUID> payments = new LinkedHashSet<>();
    for (Allocation line : held) {
      if (line.decision() == Decision.AUTOMATIC) {
        invoices.add(UUID.fromString(line.invoiceId()));
        if (line.paymentId() != null) {
          payments.add(UUID.fromString(line.paymentId()));
        }
      }
    }
    return invoices.isEmpty()
        ? new Doubts(Set.of(), Set.of())
        : new Doubts(
            stores.bookedInvoices().inDoubt(profile.id(), invoices),
            stores.unmatchedBookings().contradicted(profile.id(), payments));
  }

  private static Allocation suggested(Allocation line) {
    List<String> evidence = new ArrayList<>(line.evidence());
    evidence.add("its program shows more as settled than is known, so what is open is in doubt");
    return new Allocation(
        line.paymentId(),
        line.creditNoteId(),
        line.invoiceId(),
        line.amount(),
        line.match(),
        line.rank(),
        Decision.SUGGESTED,
        line.rule(),
        line.confidence(),
        evidence);
  }

  private void note(Allocation line) {
    stores
        .journal()
        .append(
            profile.id(),
            new Happening(
                today,
                ACTOR,
                "invoice",
                line.invoiceId(),
                "ALLOCATED",
                String.join("; ", line.evidence()),
                null,
                line,
                null));
  }
}
