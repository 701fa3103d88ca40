package org.dunlin.work.tieout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Stream;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.WantedObjects.Waiting;
import org.dunlin.work.link.Link;
import org.jspecify.annotations.Nullable;

/** Whether the ledger has all that the program had: else a difference would say nothing. */
final class Readiness {
  private final Stores stores;

  Readiness(Stores stores) {
    this.stores = stores;
  }

  /**
   * Why the two cannot be compared now, as a sentence; nothing where they can.
   *
   * @param since when the program must have been read anew; absent where any reading will do
   */
  Optional<String> lacks(Link link, List<StreamState> states, @Nullable Instant since) {
    for (Stream stream : link.manifest().streams()) {
      if (stream.request() != null) {
        Optional<String> lacks = lacks(stream.name(), states, since);
        if (lacks.isPresent()) {
          return lacks;
        }
      }
    }
    Waiting waiting = stores.programs().wanted().waiting(link.companyId(), link.id());
    if (waiting.objects() > 0) {
      return Optional.of("Single objects of the program are still to be fetched.");
    }
    return stores.tieOuts().reasons().untranslated(link.companyId(), link.id())
        ? Optional.of("What the program brought waits to be translated.")
        : Optional.empty();
  }

  private static Optional<String> lacks(
      String stream, List<StreamState> states, @Nullable Instant since) {
    StreamState state =
        states.stream()
            .filter(each -> each.reading() == Reading.POLL && each.stream().equals(stream))
            .findFirst()
            .orElse(null);
    if (state == null || state.lastSuccessAt() == null) {
      return Optional.of("The first reading of " + stream + " is not complete.");
    }
    if (state.failure() != null) {
      return Optional.of("The reading of " + stream + " fails.");
    }
    Instant began = state.runStartedAt();
    boolean before = since != null && (began == null || !began.isAfter(since));
    return before || state.pageState() != null
        ? Optional.of("The reading of " + stream + " is under way.")
        : Optional.empty();
  }
}
