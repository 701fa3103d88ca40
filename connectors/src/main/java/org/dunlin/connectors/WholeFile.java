package org.dunlin.connectors;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * A bank's file of lines, which is taken as a whole: whatever refuses a part of it refuses all of
 * it, and no problem ever reaches the sink.
 */
public final class WholeFile {
  private WholeFile() {}

  /** Reads a file into a sink. */
  @FunctionalInterface
  public interface Reading {
    /** Reads all of it, and says in which encoding it was found to be. */
    Charset into(RecordSink sink) throws IOException;
  }

  /** Copies out of a file. */
  @FunctionalInterface
  public interface Copying {
    /** Copies what is wanted of it. */
    void copy() throws IOException;
  }

  /**
   * Reads a file.
   *
   * @throws Untranslatable with the reason for which it is refused
   */
  public static void read(String source, RecordSink sink, Reading reading) throws IOException {
    copy(
        source,
        () -> {
          RecordSink refusing = LongIdentifiers.refused(sink, source);
          refusing.encoding(reading.into(refusing));
        });
  }

  /**
   * Copies out of a file.
   *
   * @throws Untranslatable with the reason for which it is refused
   */
  public static void copy(String source, Copying copying) throws IOException {
    try {
      copying.copy();
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }
}
