package org.dunlin.connectors.camt;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.Refusal;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.CanonicalRecord;

/** Makes payments and statements of a camt.053 file (ISO 20022 BankToCustomerStatement). */
public final class CamtTranslator implements Translator {
  /** Some banks set words of their own around the name that ISO registered. */
  private static final Pattern NAMESPACE = Pattern.compile(".*\\bcamt\\.053\\.001\\.(\\d{2})\\b.*");

  private static final int FIRST_VERSION = 2;
  private static final int LAST_VERSION = 14;

  /** Whether a file with this root element is one that this reads, or says why not. */
  public static boolean reads(XmlRoot root) {
    return root.name().equals("Document") && NAMESPACE.matcher(root.namespace()).matches();
  }

  @Override
  public Format format() {
    return Format.CAMT_053;
  }

  /** {@inheritDoc} Every refusal is of the file as a whole; no problem ever reaches the sink. */
  @Override
  public void translate(InputStream stream, String source, Consumer<CanonicalRecord> sink)
      throws IOException {
    try {
      XmlCursor cursor = new XmlCursor(stream, source);
      knownVersion(cursor);
      int statements = statements(cursor, sink);
      cursor.finish();
      if (statements == 0) {
        throw new Refusal(
            "NO_STATEMENT", 1, "the file holds no statement (Stmt); ask the bank for it again");
      }
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  private static void knownVersion(XmlCursor cursor) {
    Matcher version = NAMESPACE.matcher(cursor.namespace());
    int number = version.matches() ? Integer.parseInt(version.group(1)) : 0;
    if (number < FIRST_VERSION || number > LAST_VERSION) {
      throw new Refusal(
          "UNSUPPORTED_VERSION",
          cursor.line(),
          "the file is "
              + cursor.namespace()
              + "; versions camt.053.001.02 to .14 can be read: ask the bank for one of them");
    }
  }

  private static int statements(XmlCursor cursor, Consumer<CanonicalRecord> sink)
      throws IOException {
    EntryKeys keys = new EntryKeys();
    Set<String> ids = new HashSet<>();
    while (cursor.nextChild()) {
      if (!cursor.name().equals("BkToCstmrStmt")) {
        cursor.skip();
        continue;
      }
      while (cursor.nextChild()) {
        if (cursor.name().equals("Stmt")) {
          int line = cursor.line();
          String id = new StatementReader(cursor, keys, sink).read();
          if (!ids.add(id)) {
            throw new Refusal(
                "DUPLICATE_STATEMENT", line, "statement " + id + " stands twice in the file");
          }
        } else {
          cursor.skip();
        }
      }
    }
    return ids.size();
  }
}
