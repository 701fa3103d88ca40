package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.stub;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Page;
import org.dunlin.work.translate.ProgramPages.Said;

/** Invariant 2 with two programs: which invoices are one does not depend on what came first. */
class OneTruthProperties {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);

  private static final String TRUTH =
      """
      select 'invoice ' || i.connection_id || '/' || i.source_id || ' outstanding ' || i.outstanding
             || ' further ' || coalesce((select string_agg(s.connection_id || '/' || s.source_id || ' '
                                                           || s.outstanding, ' ')
                                           from invoice_source s where s.company_id = i.company_id
                                            and s.invoice_id = i.invoice_id), 'none')
        from invoice i where i.company_id = :company
      union all
      select 'question ' || connection_a || '/' || source_a || ' ' || connection_b || '/' || source_b
        from identity_question where company_id = :company and state = 'OPEN'
      union all
      select 'customer ' || f.connection_id || '/' || f.source_id || ' led by ' || c.connection_id || '/'
             || c.source_id
        from customer_link l
        join customer f on f.company_id = l.company_id and f.customer_id = l.customer_id
        join customer c on c.company_id = l.company_id and c.customer_id = l.leader_id
       where l.company_id = :company
      union all
      select 'of ' || c.connection_id || '/' || c.source_id || ' invoice ' || i.connection_id || '/' || i.source_id
        from invoice i join customer c using (company_id, customer_id) where i.company_id = :company
      order by 1
      """;

  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  /** What one of the two programs says at some time. */
  private record Word(boolean books, Said said) {}

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void whateverCameFirstTheSameInvoicesAreOne(@ForAll long seed) {
    Random random = new Random(seed);
    List<Word> words = words(random);
    List<String> inOrder = apply(words, random, false);

    assertThat(apply(words, random, true)).isEqualTo(inOrder).isNotEmpty();
  }

  private static List<String> apply(List<Word> words, Random random, boolean shuffled) {
    String company = "company-" + companies++;
    HUB.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
    ProgramPages books = new ProgramPages(HUB, company, "books-1", Abilities.NONE);
    ProgramPages billing = new ProgramPages(HUB, company, "billing-1", Abilities.NONE);
    HUB.stores.ofRecord().name(company, Subject.INVOICES, "books-1", "anna");
    record Taken(ProgramPages program, Page page) {}
    List<Taken> pages = new ArrayList<>();
    for (Word word : words) {
      ProgramPages program = word.books() ? books : billing;
      pages.add(new Taken(program, program.take(word.said())));
    }
    if (shuffled) {
      Collections.shuffle(pages, random);
    }
    for (Taken taken : pages) {
      taken.program().apply(taken.page());
      if (random.nextInt(3) == 0) {
        HUB.settle();
      }
    }
    HUB.settle();
    assertThat(HUB.stores.keptFigures().differences(company)).isEmpty();
    return HUB.jdbc().sql(TRUTH).param("company", company).query(String.class).list();
  }

  private static List<Word> words(Random random) {
    List<Word> words = new ArrayList<>();
    int step = 0;
    for (int i = 0; i < 4; i++) {
      String number = "INV-10" + i;
      String vat = "NL00123456" + i + "B01";
      for (boolean books : new boolean[] {true, false}) {
        String id = (books ? "I" : "in_") + i;
        String customerId = (books ? "C" : "cus_") + i;
        boolean known = random.nextInt(4) > 0;
        for (int version = 0; version < 3; version++) {
          LocalDate due = random.nextInt(6) == 0 ? DUE.plusDays(1) : DUE;
          String total = random.nextInt(6) == 0 ? "110.00" : "100.00";
          String left = random.nextBoolean() ? total : "40.00";
          words.add(
              new Word(
                  books,
                  Said.of(
                          "invoices",
                          id,
                          stub(customerId, "Customer " + i),
                          invoice(id, number, customerId, due, total, left))
                      .at(version(++step))));
        }
        if (known) {
          words.add(
              new Word(
                  books,
                  Said.of("customers", customerId, customer(customerId, "Customer " + i, vat))
                      .at(version(++step))));
        }
      }
    }
    Collections.shuffle(words, random);
    return words;
  }

  private static String version(int step) {
    return Instant.parse("2026-11-16T08:00:00Z").plusSeconds(60L * step).toString();
  }
}
