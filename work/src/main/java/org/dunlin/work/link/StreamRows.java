package org.dunlin.work.link;

import java.time.Duration;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Reading;
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
    for (Stream stream : link.manifest().streams()) {
      if (stream.request() != null) {
        streams.add(key(link, stream, Reading.POLL), Duration.ZERO);
      }
      if (stream.sweep() != null) {
        streams.add(key(link, stream, Reading.SWEEP), stream.sweep().every());
      }
    }
    if (link.manifest().totals() != null) {
      Key totals = new Key(link.companyId(), link.id(), Totals.STREAM, Reading.TOTALS);
      streams.add(totals, Duration.ZERO);
    }
    streams.add(Key.wanted(link.companyId(), link.id()), null);
  }

  private static Key key(Link link, Stream stream, Reading reading) {
    return new Key(link.companyId(), link.id(), stream.name(), reading);
  }
}
