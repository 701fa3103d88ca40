package org.dunlin.connectors.camt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    List<String> named =
        blocks.stream()
            .map(block -> block.text("CdtrRefInf", "Ref"))
            .filter(reference -> reference != null)
            .distinct()
            .toList();
    List<RemittanceReference> references = new ArrayList<>();
    for (Element block : blocks) {
      addReferences(block, currency, named.size() > 1, references);
    }
    return new Remittance(
        text(information, blocks), named.size() == 1 ? named.get(0) : null, references);
  }

  /** Nothing in words, in references or in a creditor reference. */
  boolean isEmpty() {
    return text == null && creditorReference == null && references.isEmpty();
  }

  static @Nullable String oneLine(@Nullable String text) {
    return text == null ? null : LINE_BREAK.matcher(text).replaceAll(" ");
  }

  private static @Nullable String text(Element information, List<Element> blocks) {
    String joined =
        Stream.concat(
                information.children("Ustrd").stream(),
                blocks.stream().flatMap(block -> block.children("AddtlRmtInf").stream()))
            .map(line -> SWISS_MARK.matcher(line.text() == null ? "" : line.text()).replaceAll(""))
            .map(line -> LINE_BREAK.matcher(line).replaceAll(" ").strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
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
    String code = reference.text("Tp", "CdOrPrtry", "Cd");
    String own = code != null ? code : reference.text("Tp", "CdOrPrtry", "Prtry");
    return own != null ? own : NO_TYPE;
  }

  /** What is paid of the document, else what it gives back, else what was due of it. */
  private static @Nullable Money amount(@Nullable Element amounts, CurrencyUnit currency) {
    if (amounts == null) {
      return null;
    }
    return Stream.of("RmtdAmt", "CdtNoteAmt", "DuePyblAmt")
        .map(amounts::filled)
        .filter(amount -> amount != null && currency.getCode().equals(amount.attribute("Ccy")))
        .map(amount -> Values.money(amount, "Ccy"))
        .findFirst()
        .orElse(null);
  }
}
