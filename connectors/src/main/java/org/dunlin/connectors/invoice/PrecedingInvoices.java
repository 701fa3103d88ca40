package org.dunlin.connectors.invoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.PrecedingInvoice;

/** The earlier invoices that a document names (EN 16931, BG-3). */
public final class PrecedingInvoices {
  /** More than one document can credit or correct; what comes behind is not read. */
  public static final int MOST = 500;

  private PrecedingInvoices() {}

  /** Each number once, with its date where one is given, in the order of the file. */
  static List<PrecedingInvoice> once(List<PrecedingInvoice> named) {
    Map<String, PrecedingInvoice> byNumber = new LinkedHashMap<>();
    for (PrecedingInvoice each : named) {
      byNumber.merge(each.number(), each, PrecedingInvoices::withDate);
    }
    return List.copyOf(byNumber.values());
  }

  private static PrecedingInvoice withDate(PrecedingInvoice one, PrecedingInvoice other) {
    return one.issueDate() == null ? other : one;
  }
}
