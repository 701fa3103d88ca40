package org.dunlin.connectors.datev;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/** A Buchungsstapel in pieces, for whoever keeps each by itself. */
public final class ExtfFile {
  /** In which the whole is to be written. */
  public static final Charset CHARSET = Charset.forName("windows-1252");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ExtfWriter writer;
  private final String head;

  /** Begins a file. */
  public ExtfFile(PostingBatch batch) {
    try {
      writer = new ExtfWriter(bytes, batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a buffer takes all
    }
    head = taken();
  }

  /** The header and the names of the columns. */
  public String head() {
    return head;
  }

  /**
   * The lines of postings.
   *
   * @throws IllegalArgumentException where DATEV takes no such posting
   */
  public String lines(List<Posting> postings) {
    try {
      for (Posting posting : postings) {
        writer.write(posting);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a buffer takes all
    }
    return taken();
  }

  private String taken() {
    String text = bytes.toString(CHARSET);
    bytes.reset();
    return text;
  }
}
