package org.dunlin.connectors;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.connectors.bai2.Bai2Translator;
import org.dunlin.connectors.cades.SignedFile;
import org.dunlin.connectors.camt.CamtTranslator;
import org.dunlin.connectors.camt.Message;
import org.dunlin.connectors.cfonb120.Cfonb120Translator;
import org.dunlin.connectors.cii.CiiTranslator;
import org.dunlin.connectors.coda.CodaTranslator;
import org.dunlin.connectors.facturx.FacturXTranslator;
import org.dunlin.connectors.fatturapa.FatturaPaTranslator;
import org.dunlin.connectors.invoice.Envelope;
import org.dunlin.connectors.mt940.Mt940Translator;
import org.dunlin.connectors.ofx.OfxTranslator;
import org.dunlin.connectors.pain.StatusTranslator;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.connectors.ubl.UblTranslator;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.Problem;

/**
 * Recognises formats that stand for themselves by the content of a file, and knows who translates
 * each. {@link Detection} adds those that somebody has to describe.
 */
public final class Formats {
  private static final String UNKNOWN = "UNKNOWN_FORMAT";

  /** How many bytes from the beginning of a file are enough to recognise it. */
  public static final int HEAD_BYTES = 64 * 1024;

  private Formats() {}

  /** The format of a file that begins with these bytes, where it is one that the hub reads. */
  public static Optional<Format> detect(byte[] head) {
    if (SignedFile.isOne(head)) {
      return Optional.of(Format.FATTURA_PA);
    }
    Optional<XmlRoot> root = XmlRoot.of(head);
    if (root.isPresent()) {
      return byRoot(root.get(), head).or(() -> wrapped(head));
    }
    return FacturXTranslator.reads(head)
        ? Optional.of(Format.FACTUR_X)
        : byText(TextEncoding.head(head));
  }

  /** Who translates this format. */
  public static Translator translator(Format format) {
    return switch (format) {
      case UBL -> new UblTranslator();
      case CAMT_052, CAMT_053, CAMT_054 -> new CamtTranslator();
      case PAIN_002 -> new StatusTranslator();
      case CII -> new CiiTranslator();
      case FACTUR_X -> new FacturXTranslator();
      case FATTURA_PA -> new FatturaPaTranslator();
      case CODA -> new CodaTranslator();
      case CFONB_120 -> new Cfonb120Translator();
      case OFX -> new OfxTranslator();
      case MT_940, MT_942 -> new Mt940Translator();
      case BAI2 -> new Bai2Translator();
    };
  }

  /** Why a file that {@link #detect} does not recognise cannot be read: what it looks like. */
  public static Problem unknown(byte[] head, String source) {
    if (head.length == 0) {
      return new Problem(
          source,
          null,
          UNKNOWN,
          "this is " + Looks.like(head) + ": nothing was written into it, or it was cut off");
    }
    String readable =
        Stream.of(Format.values()).map(Format::description).collect(Collectors.joining(", "));
    return new Problem(
        source,
        null,
        UNKNOWN,
        "the file looks like " + Looks.like(head) + "; what can be read is: " + readable);
  }

  /** Whether the file may be lines of fields: no other kind of file that has a mark of its own. */
  static boolean mayBeLines(byte[] head) {
    return Looks.isText(head);
  }

  private static Optional<Format> byText(String head) {
    if (CodaTranslator.reads(head)) {
      return Optional.of(Format.CODA);
    }
    if (Cfonb120Translator.reads(head)) {
      return Optional.of(Format.CFONB_120);
    }
    if (Mt940Translator.reads(head)) {
      return Optional.of(Mt940Translator.isInterim(head) ? Format.MT_942 : Format.MT_940);
    }
    if (Bai2Translator.reads(head)) {
      return Optional.of(Format.BAI2);
    }
    return OfxTranslator.reads(head) ? Optional.of(Format.OFX) : Optional.empty();
  }

  /** Banks wrap statements: in SOAP, in layers of their own, several in one file. */
  private static Optional<Format> wrapped(byte[] head) {
    return XmlRoot.within(head, root -> CamtTranslator.message(root).isPresent())
        .flatMap(CamtTranslator::message)
        .map(Formats::of)
        .or(() -> XmlRoot.within(head, StatusTranslator::reads).map(report -> Format.PAIN_002));
  }

  private static Optional<Format> byRoot(XmlRoot root, byte[] head) {
    if (CiiTranslator.reads(root)
        || (Envelope.isOne(root) && XmlRoot.within(head, CiiTranslator::reads).isPresent())) {
      return Optional.of(Format.CII);
    }
    if (FatturaPaTranslator.reads(root)) {
      return Optional.of(Format.FATTURA_PA);
    }
    if (UblTranslator.reads(root)) {
      return Optional.of(Format.UBL);
    }
    if (OfxTranslator.reads(root)) {
      return Optional.of(Format.OFX);
    }
    if (StatusTranslator.reads(root)) {
      return Optional.of(Format.PAIN_002);
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
