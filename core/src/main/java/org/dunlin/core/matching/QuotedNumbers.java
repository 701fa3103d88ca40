package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dunlin.core.model.Invoice;

/** The numbers of open invoices that the unstructured text of a payment quotes. */
final class QuotedNumbers {
  private static final Pattern AMOUNT = Pattern.compile("[0-9.]+\\.[0-9]{2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final OpenDocuments documents;
  private final Mentions numbers;

  QuotedNumbers(OpenDocuments documents) {
    this.documents = documents;
    this.numbers = new Mentions(documents.numbers());
  }

  /** Each number once. */
  List<Numbered> of(Incoming incoming) {
    String text = incoming.payment().remittance();
    Map<String, Numbered> found = new LinkedHashMap<>();
    if (text != null) {
      for (Mention mention : numbers.in(text)) {
        List<Invoice> bearing = bearing(mention, incoming);
        if (!bearing.isEmpty()) {
          found.merge(mention.key(), Numbered.of(mention, bearing), Numbered::clearer);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private List<Invoice> bearing(Mention mention, Incoming incoming) {
    return documents.withNumber(mention.key(), incoming.payment()).stream()
        .filter(invoice -> !writtenAsAmount(mention, invoice))
        .toList();
  }

  /** 1210.00 in a text is not invoice 121000 or 1210-00. */
  private static boolean writtenAsAmount(Mention mention, Invoice invoice) {
    boolean stop = mention.written().contains(".") && !invoice.number().contains(".");
    return stop
        && (AMOUNT.matcher(mention.written()).matches()
            || DIGITS.matcher(invoice.number()).matches());
  }
}
