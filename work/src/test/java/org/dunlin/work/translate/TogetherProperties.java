package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;
import static org.dunlin.work.ProgramRecords.stub;
import static org.dunlin.work.ProgramRecords.voided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Page;
import org.dunlin.work.translate.ProgramPages.Said;

/**
 * What is new of a page is written together, and the ledger, the bookings and the journal are those
 * of writing one object after the other, however often an object stands in the page.
 */
class TogetherProperties {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
  private static final int OBJECTS = 250;

  private static final String BOOKED =
      """
      select source_id || ' ' || coalesce(source_version, '') || ' ' || amount || ' ' || void
        from booking where company_id = :company
      union all
      select stream || ' ' || object_key || ' ' || coalesce(source_version, '')
        from booked_object where company_id = :company
      union all
      select stream || ' ' || object_key || ' ' || ordinal || ' ' || coalesce(payment, '') || ' ' || invoice
             || ' ' || amount
        from booking_line where company_id = :company
      order by 1
      """;

  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void aPageGivesWhatItsObjectsGiveOneAfterTheOther(@ForAll long seed) {
    Random random = new Random(seed);
    Said[] earlier = said(random, 20);
    Said[] later = said(random, OBJECTS);

    String together = newCompany();
    ProgramPages pages = new ProgramPages(HUB, together, "ledgerly", Abilities.NONE);
    pages.bring(earlier);
    pages.bring(later);

    String singly = newCompany();
    ProgramPages objects = new ProgramPages(HUB, singly, "ledgerly", Abilities.NONE);
    Stream.of(objects.take(earlier), objects.take(later))
        .forEach(
            page ->
                page.objects()
                    .forEach(each -> objects.apply(new Page(page.delivery(), List.of(each)))));

    assertThat(ledger(together)).isEqualTo(ledger(singly)).isNotEmpty();
    assertThat(journal(together)).isEqualTo(journal(singly)).isNotEmpty();
    assertThat(HUB.stores.keptFigures().differences(together)).isEmpty();
  }

  private static Said[] said(Random random, int objects) {
    return Stream.generate(() -> said(random)).limit(objects).toArray(Said[]::new);
  }

  private static Said said(Random random) {
    String customer = "C" + random.nextInt(8);
    String invoice = "I" + random.nextInt(60);
    String payment = "P" + random.nextInt(30);
    Said said =
        switch (random.nextInt(6)) {
          case 0 ->
              Said.of("customers", customer, customer(customer, "Name " + random.nextInt(3), null));
          case 1 -> Said.of("payments", payment, payment(random, payment));
          case 2 -> Said.of("applied", payment);
          default ->
              new Said("invoices", invoice, null, document(random, customer, invoice, payment));
        };
    return random.nextInt(4) == 0 ? said : said.at(String.valueOf(random.nextInt(4)));
  }

  private static CanonicalRecord payment(Random random, String id) {
    return booked(id, DUE, random.nextInt(2) == 0 ? "40.00" : "30.00");
  }

  private static List<CanonicalRecord> document(
      Random random, String customer, String id, String payment) {
    List<CanonicalRecord> records = new ArrayList<>();
    if (random.nextBoolean()) {
      records.add(stub(customer, "Stub " + random.nextInt(3)));
    }
    Invoice said =
        invoice(
            id, "INV-" + id, customer, DUE, "100.00", random.nextInt(2) == 0 ? "60.00" : "0.00");
    records.add(random.nextInt(10) == 0 ? voided(said) : said);
    if (random.nextBoolean()) {
      records.add(payment(random, payment));
      records.add(settles(payment, id, "40.00"));
    }
    return records;
  }

  private static List<String> ledger(String company) {
    List<String> ledger = new ArrayList<>(LedgerSnapshot.of(HUB.jdbc(), company));
    ledger.addAll(HUB.jdbc().sql(BOOKED).param("company", company).query(String.class).list());
    return ledger;
  }

  /** What it says, oldest first; ids of the ledger's own stand only in what was before. */
  private static List<String> journal(String company) {
    return HUB.stores.journal().newest(company, 10_000).reversed().stream()
        .map(TogetherProperties::entry)
        .toList();
  }

  private static String entry(Journal.Entry entry) {
    return entry.event() + " " + (entry.before() != null) + " " + entry.after();
  }

  private static String newCompany() {
    String id = "together-" + companies++;
    HUB.company(id, DunningMode.SHADOW, null, TestHub.IBAN);
    return id;
  }
}
