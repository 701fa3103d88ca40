package org.dunlin.connectors.pain;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.debit.BankStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a bank answers to a file of payments (pain.002, CustomerPaymentStatusReport), of any
 * version: group, batches, and single debits one after the other.
 */
public final class StatusTranslator implements Translator {
  private static final String REPORT = "CstmrPmtStsRpt";
  private static final String FIRST_VERSION = "pain.002.001.02";
  private static final int WRAPPED_MAX = 8;

  /** Whether a file that has this element, as its root or wrapped, is one. */
  public static boolean reads(XmlRoot root) {
    return root.name().equals(REPORT)
        || root.name().equals(FIRST_VERSION)
        || root.name().equals("Document") && root.namespace().contains("pain.002.");
  }

  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    try {
      XmlCursor cursor = new XmlCursor(stream, source);
      int found = find(cursor, sink, WRAPPED_MAX);
      cursor.finish();
      if (found == 0) {
        throw new Refusal(
            "NO_STATUS",
            1,
            "the file says of no payments what became of them; ask the bank for it again");
      }
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  private static int find(XmlCursor cursor, RecordSink sink, int layers) throws IOException {
    if (cursor.name().equals(REPORT) || cursor.name().equals(FIRST_VERSION)) {
      return report(cursor, sink);
    }
    if (layers == 0) {
      cursor.skip();
      return 0;
    }
    int found = 0;
    while (cursor.nextChild()) {
      found += find(cursor, sink, layers - 1);
    }
    return found;
  }

  private static int report(XmlCursor cursor, RecordSink sink) throws IOException {
    String message = null;
    int found = 0;
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "OrgnlGrpInfAndSts", "OrgnlGrpInf" -> {
          Element group = cursor.element();
          message = group.requireText("OrgnlMsgId");
          found += said(sink, message, null, null, group, "GrpSts");
        }
        case "OrgnlPmtInfAndSts" -> found += batch(cursor, sink, message);
        case "TxInfAndSts" -> {
          Element one = cursor.element();
          found += transaction(sink, message(message, one), null, one);
        }
        default -> cursor.skip();
      }
    }
    return found;
  }

  /** The batch's own status comes before its transactions, and counts for those that have none. */
  private static int batch(XmlCursor cursor, RecordSink sink, @Nullable String message)
      throws IOException {
    Element head = cursor.start();
    String id = null;
    int found = 0;
    boolean told = false;
    while (cursor.nextChild()) {
      if (cursor.name().equals("TxInfAndSts")) {
        if (!told) {
          found += said(sink, message(message, head), id, null, head, "PmtInfSts");
          told = true;
        }
        found += transaction(sink, message(message, head), id, cursor.element());
      } else {
        Element part = cursor.element();
        head.adopt(part);
        id = part.name().equals("OrgnlPmtInfId") ? part.text() : id;
      }
    }
    return told ? found : found + said(sink, message(message, head), id, null, head, "PmtInfSts");
  }

  private static int transaction(
      RecordSink sink, String message, @Nullable String batch, Element one) {
    return said(sink, message, batch, one.text("OrgnlEndToEndId"), one, "TxSts");
  }

  private static int said(
      RecordSink sink,
      String message,
      @Nullable String batch,
      @Nullable String endToEndId,
      Element element,
      String name) {
    String status = element.text(name);
    if (status == null) {
      return 0;
    }
    Element why = element.child("StsRsnInf");
    String code = why == null ? null : why.text("Rsn", "Cd");
    String reason = code != null || why == null ? code : why.text("Rsn", "Prtry");
    sink.debitStatus(new BankStatus(message, batch, endToEndId, status, reason, words(why)));
    return 1;
  }

  private static @Nullable String words(@Nullable Element why) {
    if (why == null) {
      return null;
    }
    List<String> words =
        why.children("AddtlInf").stream().map(each -> String.valueOf(each.text())).toList();
    return words.isEmpty() ? null : String.join(" ", words);
  }

  private static String message(@Nullable String message, Element place) {
    if (message == null) {
      throw place.refused(
          "MISSING_ELEMENT", "the report does not say of which file it tells (OrgnlMsgId)");
    }
    return message;
  }
}
