package org.dunlin.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.work.translate.ScratchFiles;

/** Measures how much memory a reader of lines holds while a file of some size comes in. */
final class HeapOfLines {
  private static final int SAMPLES = 8;

  private HeapOfLines() {}

  /** The most megabytes that were held at any of some moments, all garbage collected. */
  static long megabytes(LineFormat format, int fileMegabytes) throws IOException {
    long bytes = fileMegabytes * 1_000_000L;
    int entries = (int) (bytes / format.entry(0).length());
    try (ScratchFiles scratch = new ScratchFiles();
        Watched watched =
            new Watched(new GeneratedLines(format, entries), Math.max(1, bytes / SAMPLES))) {
      format.translator().translate(watched, "statement", new Dropped(scratch));
      return watched.most / 1_000_000;
    }
  }

  /** Keeps no record, and gives the room that the hub gives. */
  private record Dropped(Scratch scratch) implements RecordSink {
    @Override
    public void accept(CanonicalRecord record) {
      // the next one comes
    }
  }

  /** Looks at the heap whenever so many bytes have been read. */
  private static final class Watched extends FilterInputStream {
    private final long every;
    private long read;
    private long most;

    Watched(InputStream stream, long every) {
      super(stream);
      this.every = every;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count > 0) {
        long before = read / every;
        read += count;
        if (read / every > before) {
          System.gc();
          most = Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
      }
      return count;
    }
  }
}
