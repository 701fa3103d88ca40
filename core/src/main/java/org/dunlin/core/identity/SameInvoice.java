package org.dunlin.core.identity;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.identity.Verdict.Answer;
import org.dunlin.core.model.Invoice;

/**
 * Whether two invoices of different connections are one: number, date of issue, total, currency and
 * customer must agree. Where the number does and either the total or the customer, a person is
 * asked.
 */
public final class SameInvoice {
  private SameInvoice() {}

  /**
   * Compares two documents of one company.
   *
   * @param oneCustomer whether their customers are proved to be one
   */
  public static Verdict compare(Invoice one, Invoice other, boolean oneCustomer) {
    boolean alike =
        one.number().equalsIgnoreCase(other.number())
            && one.kind() == other.kind()
            && one.currency().equals(other.currency());
    boolean total = alike && one.total().isEqual(other.total());
    boolean date = one.issueDate().equals(other.issueDate());
    if (total && date && oneCustomer) {
      return new Verdict(Answer.SAME, "number, date, total and customer agree");
    }
    if (!alike || !(total || oneCustomer)) {
      return new Verdict(Answer.DIFFERENT, "they do not agree");
    }
    return new Verdict(Answer.UNCLEAR, reason(one, other, total, date, oneCustomer));
  }

  private static String reason(
      Invoice one, Invoice other, boolean total, boolean date, boolean oneCustomer) {
    List<String> differences = new ArrayList<>();
    if (!total) {
      differences.add("the totals are " + one.total() + " and " + other.total());
    }
    if (!date) {
      differences.add("the dates are " + one.issueDate() + " and " + other.issueDate());
    }
    if (!oneCustomer) {
      differences.add("nothing proves that the customers are one");
    }
    return "both are number " + one.number() + ", but " + String.join(", and ", differences);
  }
}
