package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
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
  private final List<Told> entries = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Told current;
  private boolean known;
  private int ordinal;
  private int waitingBytes;

  AdviceWriter(Context context) {
    this.context = context;
  }

  /** Begins an entry. */
  void begin(AdvisedEntry said) {
    Told told = new Told(Ids.next(), said);
    current = told;
    known = false;
    ordinal = 0;
    entries.add(told);
  }

  /** Takes a payment of which the entry is made. */
  void add(Payment said) {
    ordinal++;
    if (current == null || known) {
      return;
    }
    parts.add(new Part(current.id(), ordinal, said));
    waitingBytes += CanonicalWriter.line(said).length();
    if (parts.size() == MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES) {
      writeWaiting();
    }
  }

  /** Writes what waits; an entry may go on after that. */
  void writeWaiting() {
    if (!entries.isEmpty()) {
      String company = context.origin().companyId();
      Set<UUID> added =
          context.stores().advisedEntries().add(company, context.delivery().id(), entries);
      List<UUID> there = entries.stream().map(Told::id).filter(id -> !added.contains(id)).toList();
      known = current != null && there.contains(current.id());
      parts.removeIf(part -> there.contains(part.advisedId()));
      entries.clear();
    }
    if (!parts.isEmpty()) {
      context.stores().advisedEntries().addParts(context.origin().companyId(), parts);
      parts.clear();
    }
    waitingBytes = 0;
  }
}
