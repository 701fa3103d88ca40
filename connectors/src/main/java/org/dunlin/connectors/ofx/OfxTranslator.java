package org.dunlin.connectors.ofx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.AccountId;

/** Makes payments and statements of an OFX file (Open Financial Exchange 1.0 to 2.3). */
public final class OfxTranslator implements Translator {
  private static final String ROOT = "OFX";
  private static final int HEAD_BYTES = 64 * 1024;
  private static final Pattern HEADER = Pattern.compile("\\s*OFXHEADER\\s*:");

  /** What begins like XML, in an encoding whose letters are those of ASCII or two bytes wide. */
  private static final Pattern XML_BEGIN =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?<(?:\\?xml|\\?OFX|OFX>)|\u00fe\u00ff|\u00ff\u00fe|<\0|\0<");

  /**
   * An element with a text that is not closed; some banks write OFX 1 under the header of OFX 2.
   */
  private static final Pattern UNCLOSED =
      Pattern.compile("<([A-Za-z][\\w.]{0,40})>\\s*[^<\\s][^<]*<(?!/\\1\\s*>|!\\[CDATA)");

  /** Whether a file with this root element is one that this reads. */
  public static boolean reads(XmlRoot root) {
    return root.name().equals(ROOT);
  }

  /** Whether a file that begins so, which is no XML, is one that this reads. */
  public static boolean reads(String head) {
    return HEADER.matcher(head).lookingAt();
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    try {
      InputStream opened = opened(stream);
      XmlCursor cursor = new XmlCursor(opened, source);
      RecordSink refusing = LongIdentifiers.refused(sink, source);
      MessageReader reader = new MessageReader(cursor, refusing);
      reader.read();
      cursor.finish();
      reader.end();
      if (opened instanceof ClosedTags sgml) {
        refusing.encoding(sgml.encoding()); // XML says its own, as in every format
      }
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    XmlCursor cursor = new XmlCursor(opened(stream), source);
    new StatementExtract(cursor, wanted, out).copy();
    cursor.finish();
  }

  private static InputStream opened(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, HEAD_BYTES);
    buffered.mark(HEAD_BYTES);
    String head = new String(buffered.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    buffered.reset();
    boolean xml = XML_BEGIN.matcher(head).lookingAt() && !UNCLOSED.matcher(head).find();
    return xml ? buffered : new ClosedTags(buffered);
  }
}
