package org.dunlin.connectors.datev;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes postings of payments that were matched: for each allocation, bank against debtor with the
 * number of the invoice, so that DATEV settles it. What an invoice was settled with beside the
 * money is a discount in that posting, or a posting of its own.
 */
public final class MatchedPayments {
  private static final String SOURCE = "DATEV";

  private final PostingBatch batch;
  private final LedgerAccounts accounts;
  private final Map<String, Invoice> invoices;

  /**
   * The payments of one batch.
   *
   * @param invoices all that the allocations name, by id
   */
  public MatchedPayments(
      PostingBatch batch, LedgerAccounts accounts, Map<String, Invoice> invoices) {
    this.batch = batch;
    this.accounts = accounts;
    this.invoices = invoices;
  }

  /**
   * What became of a payment.
   *
   * @param postings none where there is a problem, since half a payment would leave the bank's
   *     account wrong
   */
  public record Posted(List<Posting> postings, List<Problem> problems) {
    public Posted {
      postings = List.copyOf(postings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * The postings of a payment. What of it is not allocated has none.
   *
   * @param allocations of the payment that count, each with its money; suggestions are none of them
   * @param adjustments what was settled beside the money
   */
  public Posted of(Payment payment, List<Allocation> allocations, List<Adjustment> adjustments) {
    List<Posting> postings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    String bank = payment.account() == null ? null : accounts.banks().get(payment.account().key());
    if (bank == null) {
      problems.add(
          problem(
              payment,
              "NO_LEDGER_ACCOUNT",
              "the bank account of the payment has no ledger account; name it in the settings"));
    }
    if (!payment.amount().getCurrencyUnit().equals(batch.currency())) {
      problems.add(
          problem(
              payment,
              "CURRENCY_MISMATCH",
              "the payment is in "
                  + payment.amount().getCurrencyUnit()
                  + " and the batch in "
                  + batch.currency()
                  + "; post it by hand, with the rate of the day"));
    }
    if (!batch.holds(payment.bookingDate())) {
      problems.add(
          problem(
              payment,
              "OUTSIDE_PERIOD",
              "the payment of "
                  + payment.bookingDate()
                  + " is not within "
                  + batch.from()
                  + " to "
                  + batch.to()
                  + "; export it with the batch of its period"));
    }
    if (bank == null || !problems.isEmpty()) {
      return new Posted(List.of(), problems);
    }
    for (Allocation allocation : allocations) {
      allocated(payment, bank, allocation, adjustments, postings, problems);
    }
    return new Posted(problems.isEmpty() ? postings : List.of(), problems);
  }

  private void allocated(
      Payment payment,
      String bank,
      Allocation allocation,
      List<Adjustment> adjustments,
      List<Posting> postings,
      List<Problem> problems) {
    Invoice invoice = invoices.get(allocation.invoiceId());
    String debtor = invoice == null ? null : accounts.debtors().get(invoice.customerId());
    if (invoice == null || debtor == null) {
      problems.add(
          problem(
              payment,
              "NO_LEDGER_ACCOUNT",
              "the customer of invoice "
                  + (invoice == null ? allocation.invoiceId() : invoice.number())
                  + " has no debtor account; give the customer a number that is one"));
      return;
    }
    Money discount = Money.zero(batch.currency());
    for (Adjustment adjustment : adjustments) {
      if (adjustment.invoiceId().equals(allocation.invoiceId())) {
        if (adjustment.reason() == AdjustmentReason.DISCOUNT) {
          discount = discount.plus(adjustment.amount());
        } else {
          adjusted(payment, debtor, invoice, adjustment, postings, problems);
        }
      }
    }
    boolean in = payment.direction() == Direction.IN;
    if (allocation.amount().isPositive()) {
      postings.add(
          new Posting(
              allocation.amount(),
              in,
              bank,
              debtor,
              payment.bookingDate(),
              invoice.number(),
              discount.isPositive() ? discount : null,
              text(payment.payerName(), payment.remittance())));
    }
  }

  /** A difference is posted against the debtor, whose invoice it settles. */
  private void adjusted(
      Payment payment,
      String debtor,
      Invoice invoice,
      Adjustment adjustment,
      List<Posting> postings,
      List<Problem> problems) {
    String account = accounts.adjustments().get(adjustment.reason());
    if (account == null) {
      problems.add(
          problem(
              payment,
              "NO_LEDGER_ACCOUNT",
              "differences of kind "
                  + adjustment.reason()
                  + " have no ledger account; name it in the settings"));
    } else if (!adjustment.amount().isZero()) {
      boolean in = payment.direction() == Direction.IN;
      postings.add(
          new Posting(
              adjustment.amount().abs(),
              in == adjustment.amount().isPositive(),
              account,
              debtor,
              payment.bookingDate(),
              invoice.number(),
              null,
              text(payment.payerName(), adjustment.reason().name())));
    }
  }

  private static @Nullable String text(@Nullable String name, @Nullable String words) {
    String joined =
        Stream.of(name, words)
            .filter(each -> each != null && !each.isBlank())
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
  }

  private static Problem problem(Payment payment, String code, String sentence) {
    return new Problem(SOURCE, "payment " + payment.id(), code, sentence);
  }
}
