package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;

/** Invariant 3: every cent of every payment is allocated, returned, or visibly unallocated. */
class EveryCentProperties {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final int INVOICES = 6;

  /** Payments whose claims are not the sum of their lines, or claim and return too much. */
  private static final String WRONG_PAYMENTS =
      """
      select p.entry_key || ' ' || p.amount || ' claimed ' || p.claimed || ' returned ' || p.returned
             || ' lines ' || coalesce(sum(a.amount), 0)
        from payment p left join allocation a
          on a.company_id = p.company_id and a.payment_id = p.payment_id
             and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
       where p.company_id = :company
       group by p.company_id, p.payment_id
      having p.claimed <> coalesce(sum(a.amount), 0) or p.claimed + p.returned > p.amount
      """;

  /** Invoices whose claims are not the sum of their lines, less what went back. */
  private static final String WRONG_INVOICES =
      """
      select i.number || ' outstanding ' || i.outstanding || ' claimed ' || i.claimed || ' lines '
             || coalesce(sum(case when a.rule = 'RETURN' then -a.amount else a.amount end), 0)
        from invoice i left join allocation a
          on a.company_id = i.company_id and a.invoice_id = i.invoice_id
             and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
       where i.company_id = :company
       group by i.company_id, i.invoice_id
      having i.claimed <> coalesce(sum(case when a.rule = 'RETURN' then -a.amount else a.amount end), 0)
          or i.claimed > i.outstanding
      """;

  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void whateverComesInEveryCentHasItsPlace(@ForAll long seed) {
    Random random = new Random(seed);
    String company = "company-" + companies++;
    HUB.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
    List<InvoiceFile> invoices = invoices(random);
    invoices.forEach(file -> HUB.offer(company, file.number(), file.bytes()));
    List<Entry> paid = new ArrayList<>();
    for (int day = 0; day < 6; day++) {
      LocalDate date = MONDAY.plusDays(day);
      List<Entry> entries = entries(random, date, invoices, paid);
      HUB.offer(company, "day-" + day, statement(date, entries));
      paid.addAll(entries);
      sourceShows(random, invoices).forEach(file -> HUB.offer(company, "again", file.bytes()));
      HUB.settle();

      assertThat(wrong(WRONG_PAYMENTS, company)).isEmpty();
      assertThat(wrong(WRONG_INVOICES, company)).isEmpty();
      assertThat(HUB.stores.keptFigures().differences(company)).isEmpty();
      assertThat(HUB.deliveries(company)).extracting(Seen::state).containsOnly("APPLIED");
    }
    assertThat(sumOfPayments(company))
        .isEqualByComparingTo(
            paid.stream().map(e -> e.amount().abs()).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<InvoiceFile> invoices(Random random) {
    List<InvoiceFile> invoices = new ArrayList<>();
    for (int i = 0; i < INVOICES; i++) {
      String total = BigDecimal.valueOf(1000L + random.nextInt(9000), 2).toPlainString();
      invoices.add(InvoiceFile.of("INV-2026-10" + i, "C" + i % 3, MONDAY, total));
    }
    return invoices;
  }

  /** Whole, part, too much, in two parts, for two invoices at once; and some of it goes back. */
  private static List<Entry> entries(
      Random random, LocalDate day, List<InvoiceFile> invoices, List<Entry> paid) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      InvoiceFile invoice = invoices.get(random.nextInt(INVOICES));
      BigDecimal total = new BigDecimal(invoice.total());
      BigDecimal amount =
          switch (random.nextInt(4)) {
            case 0 -> total;
            case 1 -> total.subtract(new BigDecimal("4.00"));
            case 2 -> total.add(new BigDecimal("3.00"));
            default -> new BigDecimal("5.00");
          };
      String reference = "R-" + day + "-" + i;
      String text = "invoice " + invoice.number();
      entries.add(new Entry(reference, day, amount, invoice.name(), text, "E-" + reference, null));
    }
    if (!paid.isEmpty() && random.nextBoolean()) {
      Entry undone = paid.get(random.nextInt(paid.size()));
      if (undone.endToEnd() != null) {
        entries.add(
            new Entry(
                "BACK-" + day,
                day,
                undone.amount().negate(),
                undone.party(),
                "returned",
                null,
                undone.endToEnd()));
      }
    }
    return entries;
  }

  /** The source books payments itself, and shows less outstanding. */
  private static List<InvoiceFile> sourceShows(Random random, List<InvoiceFile> invoices) {
    List<InvoiceFile> changed = new ArrayList<>();
    for (int i = 0; i < INVOICES; i++) {
      if (random.nextInt(4) == 0) {
        BigDecimal left = new BigDecimal(invoices.get(i).total());
        left = left.multiply(BigDecimal.valueOf(random.nextInt(101))).movePointLeft(2);
        left = left.setScale(2, RoundingMode.DOWN);
        invoices.set(i, invoices.get(i).payable(left.toPlainString()));
        changed.add(invoices.get(i));
      }
    }
    return changed;
  }

  private static byte[] statement(LocalDate day, List<Entry> entries) {
    return BankFile.empty().with(TestHub.IBAN, day, day, BigDecimal.ZERO, entries).bytes();
  }

  private static List<String> wrong(String query, String company) {
    return HUB.jdbc().sql(query).param("company", company).query(String.class).list();
  }

  private static BigDecimal sumOfPayments(String company) {
    return HUB.jdbc()
        .sql("select sum(amount) from payment where company_id = ?")
        .param(company)
        .query(BigDecimal.class)
        .single();
  }
}
