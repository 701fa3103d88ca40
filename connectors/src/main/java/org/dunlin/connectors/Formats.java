package org.dunlin.connectors;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.connectors.bai2.Bai2Translator;
import org.dunlin.connectors.camt.CamtTranslator;
import org.dunlin.connectors.camt.Message;
import org.dunlin.connectors.mt940.Mt940Translator;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.connectors.ubl.UblTranslator;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.Problem;

/** Recognises formats by the content of a file, and knows who translates each. */
public final class Formats {
  /** How many bytes from the beginning of a file are enough to recognise it. */
  public static final int HEAD_BYTES = 64 * 1024;

  private Formats() {}

  /** The format of a file that begins with these bytes, where it is one that the hub reads. */
  public static Optional<Format> detect(byte[] head) {
    return XmlRoot.of(head)
        .map(root -> byRoot(root).or(() -> wrapped(head)))
        .orElseGet(() -> byText(TextEncoding.head(head)));
  }

  /** Who translates this format. */
  public static Translator translator(Format format) {
    return switch (format) {
      case UBL -> new UblTranslator();
      case CAMT_052, CAMT_053, CAMT_054 -> new CamtTranslator();
      case MT_940, MT_942 -> new Mt940Translator();
      case BAI2 -> new Bai2Translator();
    };
  }

  /** Why a file that {@link #detect} does not recognise cannot be read: what it looks like. */
  public static Problem unknown(byte[] head, String source) {
    String readable =
        Stream.of(Format.values()).map(Format::description).collect(Collectors.joining(", "));
    return new Problem(
        source,
        null,
        "UNKNOWN_FORMAT",
        "the file looks like " + Looks.like(head) + "; what can be read is: " + readable);
  }

  /** Banks wrap statements: in SOAP, in layers of their own, several in one file. */
  private static Optional<Format> wrapped(byte[] head) {
    return XmlRoot.within(head, root -> CamtTranslator.message(root).isPresent())
        .flatMap(CamtTranslator::message)
        .map(Formats::of);
  }

  private static Optional<Format> byText(String head) {
    if (Mt940Translator.reads(head)) {
      return Optional.of(Mt940Translator.isInterim(head) ? Format.MT_942 : Format.MT_940);
    }
    return Bai2Translator.reads(head) ? Optional.of(Format.BAI2) : Optional.empty();
  }

  private static Optional<Format> byRoot(XmlRoot root) {
    if (UblTranslator.reads(root)) {
      return Optional.of(Format.UBL);
    }
    return CamtTranslator.message(root).map(Formats::of);
  }

  private static Format of(Message message) {
    return switch (message) {
      case REPORT -> Format.CAMT_052;
      case STATEMENT -> Format.CAMT_053;
      case NOTIFICATION -> Format.CAMT_054;
    };
  }
}
