package org.dunlin.work.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Stream;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.link.Link;

/**
 * Chooses what a connection is asked next. Wanted objects go first, since notices and people led to
 * them; then, until each stream was read once, the streams in the order of the manifest; then what
 * is due longest, and last what the program itself says that its customers owe.
 */
final class NextStream {
  private NextStream() {}

  static Optional<StreamState> of(Link link, List<StreamState> states) {
    List<StreamState> due =
        states.stream()
            .filter(StreamState::due)
            .filter(state -> known(link, states, state))
            .toList();
    return due.stream()
        .filter(state -> state.reading() == Reading.WANTED)
        .findFirst()
        .or(() -> firstRead(link, due))
        .or(() -> due.stream().filter(state -> state.reading() != Reading.TOTALS).findFirst())
        .or(() -> due.stream().findFirst());
  }

  /**
   * What is due and is not read: of a folder that has changed, and has no such stream any more; and
   * sweeps of streams that were never read, of which all would be new.
   */
  static List<StreamState> leftOver(Link link, List<StreamState> states) {
    return states.stream()
        .filter(StreamState::due)
        .filter(state -> !known(link, states, state))
        .toList();
  }

  private static Optional<StreamState> firstRead(Link link, List<StreamState> due) {
    for (String name : order(link)) {
      for (StreamState state : due) {
        if (state.stream().equals(name)
            && state.reading() == Reading.POLL
            && state.lastSuccessAt() == null) {
          return Optional.of(state);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> order(Link link) {
    List<String> order = new ArrayList<>();
    link.manifest().streams().forEach(stream -> order.add(stream.name()));
    return order;
  }

  /** A folder that has changed may have no such stream any more. */
  private static boolean known(Link link, List<StreamState> states, StreamState state) {
    return switch (state.reading()) {
      case WANTED -> true;
      case POLL -> link.stream(state.stream()).map(Stream::request).isPresent();
      case SWEEP ->
          link.stream(state.stream()).map(Stream::sweep).isPresent()
              && wasRead(states, state.stream());
      case TOTALS -> link.manifest().totals() != null;
    };
  }

  private static boolean wasRead(List<StreamState> states, String stream) {
    return states.stream()
        .filter(each -> each.reading() == Reading.POLL && each.stream().equals(stream))
        .allMatch(each -> each.lastSuccessAt() != null);
  }
}
