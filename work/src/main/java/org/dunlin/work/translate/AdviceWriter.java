package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Ids;
import org.dunlin.store.ledger.AdvisedEntries.Part;
import org.dunlin.store.ledger.AdvisedEntries.Told;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a bank told of entries apart from its statements. The first that is told of an entry
 * stands: what comes again, by this road or another, says the same or tells of no money anyhow.
 */
final class AdviceWriter {
  /** Payments that are added in one round trip. */
  private static final int MOST_WAITING = 500;

  private static final int MOST_WAITING_BYTES = 512 * 1024;

  private final Context context;
  private final AccountOwners owners;
  private final JoinAdvised joined;
  private final Set<AccountId> passed = new HashSet<>();
  private final List<Told> entries = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Told current;
  private boolean begun;
  private boolean known;
  private int ordinal;
  private int waitingBytes;

  AdviceWriter(Context context, AccountOwners owners, JoinAdvised joined) {
    this.context = context;
    this.owners = owners;
    this.joined = joined;
  }

  /**
   * Begins an entry, of which the payments that follow are.
   *
   * @throws RefusedRecord for the first entry of an account that is nobody's
   */
  void begin(AdvisedEntry said) {
    begun = true;
    known = false;
    current = null;
    ordinal = 0;
    if (owners.ours(said.account())) {
      current = new Told(Ids.next(), said);
      entries.add(current);
      joined.saw(said.account(), said.bookingDate());
    } else if (passed.add(said.account())) {
      owners.pass(said.account(), "entries of " + said.account().key());
    }
  }

  /** Says that statements follow. */
  void end() {
    begun = false;
  }

  /** Whether the payments that come are of an advised entry. */
  boolean isBegun() {
    return begun;
  }

  /** Takes a payment of which the entry is made; false where it is another company's. */
  boolean add(Payment said) {
    ordinal++;
    if (current == null) {
      return false;
    }
    if (!known) {
      keep(current, said);
    }
    return true;
  }

  private void keep(Told entry, Payment said) {
    parts.add(new Part(entry.id(), ordinal, said));
    waitingBytes += CanonicalWriter.line(said).length();
    if (parts.size() == MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES) {
      writeWaiting();
    }
  }

  /**
   * Of entries that were told of before, those that are heard again since only now it is said what
   * they are made of.
   */
  private Map<UUID, UUID> heard(List<UUID> there) {
    Set<UUID> opened = new HashSet<>();
    for (Told told : entries) {
      boolean ofParts =
          parts.stream()
              .anyMatch(
                  part ->
                      part.advisedId().equals(told.id())
                          && !part.said().id().equals(told.said().id()));
      if (ofParts && there.contains(told.id())) {
        opened.add(told.id());
      }
    }
    List<Told> fuller = entries.stream().filter(told -> opened.contains(told.id())).toList();
    return fuller.isEmpty()
        ? Map.of()
        : context
            .stores()
            .advisedEntries()
            .hear(context.origin().companyId(), context.delivery().id(), fuller);
  }

  /** Writes what waits; an entry may go on after that. */
  void writeWaiting() {
    if (!entries.isEmpty()) {
      String company = context.origin().companyId();
      Set<UUID> added =
          context.stores().advisedEntries().add(company, context.delivery().id(), entries);
      List<UUID> there = entries.stream().map(Told::id).filter(id -> !added.contains(id)).toList();
      Map<UUID, UUID> heard = heard(there);
      known = current != null && there.contains(current.id()) && !heard.containsKey(current.id());
      if (current != null && heard.containsKey(current.id())) {
        current = new Told(heard.get(current.id()), current.said());
      }
      parts.removeIf(
          part -> there.contains(part.advisedId()) && !heard.containsKey(part.advisedId()));
      parts.replaceAll(
          part ->
              new Part(
                  heard.getOrDefault(part.advisedId(), part.advisedId()),
                  part.ordinal(),
                  part.said()));
      entries.clear();
    }
    if (!parts.isEmpty()) {
      context.stores().advisedEntries().addParts(context.origin().companyId(), parts);
      parts.clear();
    }
    waitingBytes = 0;
  }
}
