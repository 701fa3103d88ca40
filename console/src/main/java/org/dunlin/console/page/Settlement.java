package org.dunlin.console.page;

import java.time.LocalDate;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.view.InvoiceDetail;
import org.dunlin.store.view.InvoiceDetail.OpenInstalment;
import org.dunlin.store.view.InvoiceList;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How an invoice or a credit note stands, in a word. */
public enum Settlement {
  /** Something is open, and payment is still in time. */
  OPEN(""),
  /** Something is open after its due date. */
  OVERDUE("bad"),
  /** Nothing is open any more. */
  SETTLED("good"),
  /** Its source took it back. */
  VOID("wait");

  private final String tone;

  Settlement(String tone) {
    this.tone = tone;
  }

  /** The class by which the style sheet colours it. */
  public String tone() {
    return tone;
  }

  /** How a line of a list stands on this day. */
  public static Settlement of(InvoiceList.Line line, LocalDate today) {
    return of(line.status(), line.kind(), line.open(), line.due(), today);
  }

  /** How an invoice stands on this day. */
  public static Settlement of(InvoiceDetail detail, LocalDate today) {
    LocalDate due =
        detail.instalments().stream().findFirst().map(OpenInstalment::dueDate).orElse(null);
    return of(detail.invoice().status(), detail.invoice().kind(), detail.open(), due, today);
  }

  private static Settlement of(
      InvoiceStatus status,
      InvoiceKind kind,
      Money open,
      @Nullable LocalDate due,
      LocalDate today) {
    if (status == InvoiceStatus.VOID) {
      return VOID;
    }
    if (!open.isPositive()) {
      return SETTLED;
    }
    boolean late = kind == InvoiceKind.INVOICE && due != null && due.isBefore(today);
    return late ? OVERDUE : OPEN;
  }
}
