package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.handover.TakeCaseStatuses;

/** A delivery in which an agency says what became of its cases. */
final class CaseStatuses {
  private CaseStatuses() {}

  /** Takes it in the caller's transaction; how many of its lines could be taken. */
  static int taken(Stores stores, Delivery delivery, ProblemNotes problems) {
    try (InputStream raw = stores.rawContent().read(delivery)) {
      int taken =
          new TakeCaseStatuses(stores, delivery.companyId(), delivery.name(), problems::add)
              .take(raw);
      problems.end();
      return taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
