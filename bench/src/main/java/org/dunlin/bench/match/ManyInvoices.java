package org.dunlin.bench.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.matching.LedgerView;
import org.dunlin.core.matching.LedgerViewBuilder;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.reference.CreditorReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** So many open invoices of one company that none is kept but as matching keeps it. */
final class ManyInvoices {
  private static final int INVOICES_A_CUSTOMER = 20;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private final int count;

  ManyInvoices(int count) {
    this.count = count;
  }

  LedgerView view() {
    Dice dice = new Dice(7);
    LedgerViewBuilder builder = LedgerView.of(new World(1, 1, 1).company);
    builder.settledKnown();
    for (int i = 0; i < count / INVOICES_A_CUSTOMER; i++) {
      builder.customer(customer(i, dice));
    }
    for (int i = 0; i < count; i++) {
      Money total = amount(i);
      builder.document(
          new Invoice(
              new UUID(count, i).toString(),
              number(i),
              InvoiceKind.INVOICE,
              "b-" + customerOf(i),
              FIRST.plusDays(i * 300L / count),
              FIRST.plusDays(30 + i * 300L / count),
              null,
              total,
              total,
              InvoiceStatus.OPEN,
              i % 2 == 0 ? reference(i) : null,
              i % 4 == 0 ? order(i) : null,
              null,
              List.of(),
              List.of(),
              List.of(),
              null),
          total);
    }
    return builder.build();
  }

  private Customer customer(int index, Dice dice) {
    return new Customer(
        "b-" + index,
        "K" + (100_000 + index),
        dice.word() + " " + dice.word() + " B.V.",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(account(index)),
        null,
        List.of(),
        null,
        null,
        null);
  }

  /** Payments of all kinds in booking order, each of another invoice. */
  List<UnallocatedPayment> payments(int payments) {
    Dice dice = new Dice(11);
    List<UnallocatedPayment> made = new ArrayList<>(payments);
    for (int p = 0; p < payments; p++) {
      int i = (int) ((p * 7_919L) % count);
      String text =
          switch (p % 8) {
            case 0, 1, 2 ->
                "betaling nota " + number(i) + " dd 12.09.2026 dank u " + dice.digits(6);
            case 3 -> i % 4 == 0 ? "order " + order(i) : "uw nota " + number(i).replace("-", " ");
            case 4 -> "nota's " + number(i) + " en " + number((i + 20) % count);
            case 5 -> "klant K" + (100_000 + customerOf(i));
            case 6 -> i % 2 == 0 ? "kenmerk " + reference(i) : "";
            default -> "diverse posten " + dice.digits(9);
          };
      made.add(payment(p, i, text));
    }
    return made;
  }

  private UnallocatedPayment payment(int index, int invoice, @Nullable String text) {
    Money amount = amount(invoice);
    return new UnallocatedPayment(
        new Payment(
            "p-" + (1_000_000 + index),
            PaymentKind.TRANSFER,
            Direction.IN,
            LocalDate.of(2026, 11, 2),
            null,
            amount,
            "Somebody " + index,
            AccountId.ofIban(account(customerOf(invoice))),
            null,
            text,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null),
        amount);
  }

  private int customerOf(int invoice) {
    return invoice % Math.max(1, count / INVOICES_A_CUSTOMER);
  }

  private static Money amount(int invoice) {
    return Money.ofMinor(CurrencyUnit.EUR, 1_000 + invoice * 7_177L % 500_000);
  }

  private static String number(int invoice) {
    return "2026-%07d".formatted(invoice);
  }

  private static String order(int invoice) {
    return "O" + (10_000_000 + 3L * invoice);
  }

  private static String reference(int invoice) {
    return CreditorReference.of("" + (100_000_000L + 31L * invoice));
  }

  private static String account(int customer) {
    return "NL99DUNL" + (1_000_000_000L + customer);
  }
}
