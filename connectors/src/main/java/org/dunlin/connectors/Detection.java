package org.dunlin.connectors;

import java.util.Optional;
import org.dunlin.connectors.csv.Descriptions;
import org.dunlin.core.model.Problem;

/**
 * Recognises any file by its content: the formats that stand for themselves, and CSV by the
 * descriptions that it is given. Safe for use by many threads.
 */
public final class Detection {
  /** What CSV files are called among the formats. */
  public static final String CSV = "CSV";

  private final Descriptions descriptions;

  /** With these descriptions of CSV files, which are asked anew for each file that needs one. */
  public Detection(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /** With the descriptions that the hub carries along. */
  public static Detection carried() {
    return new Detection(Descriptions.carried());
  }

  /**
   * What a file is that begins with these bytes, where anybody reads it.
   *
   * @param head at most {@link Formats#HEAD_BYTES}
   */
  public Optional<Detected> detect(byte[] head) {
    return Formats.detect(head)
        .map(
            format -> new Detected(format.name(), format.description(), Formats.translator(format)))
        .or(() -> Formats.mayBeLines(head) ? descriptions.detect(head) : Optional.empty());
  }

  /** Why a file that {@link #detect} does not recognise cannot be read, and what to do. */
  public Problem unknown(byte[] head, String source) {
    return Formats.mayBeLines(head)
        ? descriptions.unknown(head, source).orElseGet(() -> Formats.unknown(head, source))
        : Formats.unknown(head, source);
  }
}
