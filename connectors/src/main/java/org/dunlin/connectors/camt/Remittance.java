package org.dunlin.connectors.camt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the payer says the money is for.
 *
 * @param creditorReference the one that the structured part names; where it names several, they
 *     stand in {@code references}
 */
record Remittance(
    @Nullable String text,
    @Nullable String creditorReference,
    List<RemittanceReference> references) {
  static final Remittance NOTHING = new Remittance(null, null, List.of());

  /** A document without a type; the canonical form must name one. */
  private static final String NO_TYPE = "OTHR";

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n\\t]\\s*");

  /** The Swiss banks' marks in the free text (Swiss Payment Standards, AddtlRmtInf). */
  private static final Pattern SWISS_MARK = Pattern.compile("\\?(REJECT|ERROR)\\?\\w*");

  static Remittance of(@Nullable Element information, CurrencyUnit currency) {
    if (information == null) {
      return NOTHING;
    }
    List<Element> blocks = information.children("Strd");
    if (blocks.isEmpty()) {
      return new Remittance(text(information, blocks), null, List.of());
    }
    Set<String> named = new LinkedHashSet<>();
    for (Element block : blocks) {
      String reference = block.text("CdtrRefInf", "Ref");
      if (reference != null) {
        named.add(reference);
      }
    }
    List<RemittanceReference> references = new ArrayList<>();
    for (Element block : blocks) {
      addReferences(block, currency, named.size() > 1, references);
    }
    return new Remittance(
        text(information, blocks), named.size() == 1 ? named.iterator().next() : null, references);
  }

  /** Nothing in words, in references or in a creditor reference. */
  boolean isEmpty() {
    return text == null && creditorReference == null && references.isEmpty();
  }

  static @Nullable String oneLine(@Nullable String text) {
    return text == null || !hasBreak(text) ? text : LINE_BREAK.matcher(text).replaceAll(" ");
  }

  private static boolean hasBreak(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String text(Element information, List<Element> blocks) {
    StringJoiner lines = new StringJoiner(" ");
    for (Element line : information.children("Ustrd")) {
      addLine(line.text(), lines);
    }
    for (Element block : blocks) {
      for (Element line : block.children("AddtlRmtInf")) {
        addLine(line.text(), lines);
      }
    }
    return lines.length() == 0 ? null : lines.toString();
  }

  private static void addLine(@Nullable String given, StringJoiner lines) {
    String line = given == null ? "" : given;
    if (line.indexOf('?') >= 0) {
      line = SWISS_MARK.matcher(line).replaceAll("");
    }
    line = String.valueOf(oneLine(line)).strip();
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  /** An amount belongs to a document only where the block names that one document alone. */
  private static void addReferences(
      Element block,
      CurrencyUnit currency,
      boolean severalCreditorReferences,
      List<RemittanceReference> references) {
    List<Element> documents =
        block.children("RfrdDocInf").stream().filter(each -> each.text("Nb") != null).toList();
    Money amount = amount(block.find("RfrdDocAmt"), currency);
    for (Element document : documents) {
      references.add(
          new RemittanceReference(
              kind(document), document.requireText("Nb"), documents.size() == 1 ? amount : null));
    }
    Element creditor = block.find("CdtrRefInf");
    Money ofCreditor = documents.isEmpty() ? amount : null;
    if (creditor != null
        && creditor.text("Ref") != null
        && (severalCreditorReferences || ofCreditor != null)) {
      references.add(
          new RemittanceReference(kind(creditor), creditor.requireText("Ref"), ofCreditor));
    }
  }

  private static String kind(Element reference) {
    String type = Accounts.codeOrOwn(reference.find("Tp", "CdOrPrtry"));
    return type != null ? type : NO_TYPE;
  }

  /**
   * What is paid of the document, else what it gives back, else what was due of it. Later versions
   * list amounts with their types: one alone is the document's. The standard knows no amount below
   * zero here, so that what such a one means is not known.
   */
  private static @Nullable Money amount(@Nullable Element amounts, CurrencyUnit currency) {
    if (amounts == null) {
      return null;
    }
    List<Element> listed = amounts.children("RmtAmtAndTp");
    Element only = listed.size() == 1 ? listed.get(0).child("Amt") : null;
    return Stream.concat(
            Stream.of("RmtdAmt", "CdtNoteAmt", "DuePyblAmt").map(amounts::filled),
            Stream.ofNullable(only))
        .filter(amount -> amount != null && currency.getCode().equals(amount.attribute("Ccy")))
        .map(amount -> Values.money(amount, "Ccy"))
        .findFirst()
        .filter(Money::isPositiveOrZero)
        .orElse(null);
  }
}
