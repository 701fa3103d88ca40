package org.dunlin.work.translate;

import java.util.List;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.AdvisedEntries.Part;
import org.dunlin.store.ledger.OpenedEntries;
import org.dunlin.store.ledger.OpenedEntries.Entry;
import org.dunlin.store.ledger.StatedEntries.Explained;

/** Puts the transactions of an entry in its place, as if its statement had held them. */
final class OpenEntry {
  /** Parts that are in memory at one time. */
  private static final int PAGE = 500;

  private final Context context;
  private final OpenedEntries entries;
  private final Explained explained;
  private final Entry entry;

  /**
   * @param entry which is locked
   */
  OpenEntry(Context context, OpenedEntries entries, Explained explained, Entry entry) {
    this.context = context;
    this.entries = entries;
    this.explained = explained;
    this.entry = entry;
  }

  /** False where the entry stays whole for now. */
  boolean open() {
    String company = context.origin().companyId();
    String reason =
        "a notification of the bank says of which " + explained.parts() + " payments it is made";
    if (entries.namesTaken(company, explained, entry.key())
        || !new EmptyEntry(context, entry).empty(reason)) {
      return false;
    }
    int from = 1;
    List<Part> page;
    do {
      page = entries.parts(company, explained.advisedId(), from, PAGE);
      if (!page.isEmpty()) {
        from = page.getLast().ordinal() + 1;
        entries.addParts(company, explained.advisedId(), page.stream().map(this::named).toList());
      }
    } while (page.size() == PAGE);
    return true;
  }

  private Part named(Part part) {
    String name = entry.key() + part.said().id().substring(explained.advisedKey().length());
    Payment said = Explaining.part(entry.payment(), part.said(), name);
    return new Part(part.advisedId(), part.ordinal(), said);
  }
}
