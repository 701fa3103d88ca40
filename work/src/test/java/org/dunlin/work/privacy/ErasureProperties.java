package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;

/** Whoever is erased, and whatever comes again afterwards, the books say the same to the cent. */
class ErasureProperties {
  private static final int TRIES = 8;
  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void theBooksStayToTheCent(@ForAll long seed) {
    Random random = new Random(seed);
    String company = "erasing-" + companies++;
    HUB.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
    Map<String, byte[]> files = files(random);
    files.forEach((name, bytes) -> HUB.offer(company, name, bytes));
    HUB.settle();
    List<String> before = books(company);

    int erased = erase(company, random);
    assertThat(books(company)).isEqualTo(before);

    files.forEach((name, bytes) -> HUB.offer(company, name, Person.withAnotherLine(bytes)));
    HUB.settle();
    assertThat(books(company)).isEqualTo(before);
    assertThat(HUB.deliveries(company)).allMatch(seen -> seen.state().equals("APPLIED"));
    assertThat(HUB.stores.customers().of(company))
        .filteredOn(c -> c.name().startsWith("Erased customer"))
        .hasSize(erased);
  }

  /** Three people, each with invoices that were paid in full. */
  private static Map<String, byte[]> files(Random random) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (int person = 0; person < 3; person++) {
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        String number = "INV-2026-1" + person + i;
        String amount = BigDecimal.valueOf(100L + random.nextInt(90_000), 2).toPlainString();
        files.put(
            number + ".xml",
            InvoiceFile.of(number, "C" + person + "00000", TestHub.TODAY, amount).bytes());
        String reference = random.nextBoolean() ? "B-" + number : null;
        entries.add(
            new Entry(
                reference,
                TestHub.TODAY,
                new BigDecimal(amount),
                "Customer C" + person + "00000",
                number,
                random.nextBoolean() ? "E2E-" + number : null,
                null));
      }
    }
    files.put(
        "day.xml",
        BankFile.day(TestHub.IBAN, TestHub.TODAY, entries.toArray(Entry[]::new)).bytes());
    return files;
  }

  private static int erase(String company, Random random) {
    int erased = 0;
    for (var customer : HUB.stores.customers().of(company)) {
      if (random.nextInt(3) > 0) {
        new EraseCustomer(HUB.stores).erase(company, UUID.fromString(customer.id()), "anna");
        erased++;
      }
    }
    return erased;
  }

  private static List<String> books(String company) {
    return HUB.jdbc()
        .sql(
            """
            select 'invoice ' || number || ' ' || customer_id || ' ' || total || ' ' || outstanding || ' '
                   || claimed || ' ' || status from invoice where company_id = :company
            union all
            select 'payment ' || payment_id || ' ' || amount || ' ' || claimed || ' ' || returned
              from payment where company_id = :company
            union all
            select 'allocation ' || payment_id || ' ' || invoice_id || ' ' || amount || ' ' || decision
              from allocation where company_id = :company
            union all
            select 'customer ' || customer_id from customer where company_id = :company
            order by 1
            """)
        .param("company", company)
        .query(String.class)
        .list();
  }
}
