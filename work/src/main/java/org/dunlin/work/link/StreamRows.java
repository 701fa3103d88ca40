package org.dunlin.work.link;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams;
import org.dunlin.store.program.Streams.Key;

/** Makes the streams of a connection known, as its program's folder has them now. */
public final class StreamRows {
  private final Stores stores;

  /** Over these stores. */
  public StreamRows(Stores stores) {
    this.stores = stores;
  }

  /** Adds those that are not there; polls are due at once, sweeps once their time has passed. */
  public void prepare(Link link) {
    Streams streams = stores.programs().streams();
    Set<Key> there = new HashSet<>();
    for (StreamState state : streams.of(link.companyId(), link.id())) {
      there.add(new Key(link.companyId(), link.id(), state.stream(), state.reading()));
    }
    dueAfter(link)
        .forEach(
            (key, pause) -> {
              if (!there.contains(key)) {
                streams.add(key, pause);
              }
            });
    Key wanted = Key.wanted(link.companyId(), link.id());
    if (!there.contains(wanted)) {
      streams.add(wanted, null);
    }
  }

  private static Map<Key, Duration> dueAfter(Link link) {
    Map<Key, Duration> pauses = new LinkedHashMap<>();
    for (Stream stream : link.manifest().streams()) {
      if (stream.request() != null) {
        pauses.put(key(link, stream, Reading.POLL), Duration.ZERO);
      }
      if (stream.sweep() != null) {
        pauses.put(key(link, stream, Reading.SWEEP), stream.sweep().every());
      }
    }
    if (link.manifest().totals() != null) {
      Key totals = new Key(link.companyId(), link.id(), Totals.STREAM, Reading.TOTALS);
      pauses.put(totals, Duration.ZERO);
    }
    return pauses;
  }

  private static Key key(Link link, Stream stream, Reading reading) {
    return new Key(link.companyId(), link.id(), stream.name(), reading);
  }
}
