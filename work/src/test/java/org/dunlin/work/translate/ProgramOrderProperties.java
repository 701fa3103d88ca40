package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages.Page;

/**
 * Invariants 2, 3 and 6 with a program that books payments itself: whatever the order, the ledger
 * is the same, every cent has its place, and nothing is ever asked for that was paid.
 */
class ProgramOrderProperties {
  private static final String WRONG =
      """
      select p.entry_key || ' claimed ' || p.claimed || ' lines ' || coalesce(sum(a.amount), 0)
        from payment p left join allocation a
          on a.company_id = p.company_id and a.payment_id = p.payment_id
             and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
       where p.company_id = :company group by p.company_id, p.payment_id
      having p.claimed <> coalesce(sum(a.amount), 0) or p.claimed + p.returned > p.amount
      union all
      select i.number || ' claimed ' || i.claimed || ' lines ' || coalesce(sum(a.amount), 0)
        from invoice i left join allocation a
          on a.company_id = i.company_id and a.invoice_id = i.invoice_id
             and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
       where i.company_id = :company group by i.company_id, i.invoice_id
      having i.claimed <> coalesce(sum(a.amount), 0)
      """;

  private static final String SETTLED =
      """
      select p.entry_key || ' settles ' || sum(a.amount) || ' of ' || i.number || ' ' || a.decision
        from allocation a
        join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
        join invoice i on i.company_id = a.company_id and i.invoice_id = a.invoice_id
       where a.company_id = :company and a.decision <> 'SUGGESTED'
       group by p.entry_key, i.number, a.decision order by 1
      """;

  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void pagesInAnyOrderGiveOneLedger(@ForAll long seed) {
    ProgramYear year = new ProgramYear(seed);
    Random random = new Random(seed);

    String inOrder = newCompany();
    ProgramPages program = new ProgramPages(HUB, inOrder, "ledgerly", Abilities.NONE);
    HUB.offer(inOrder, "bank", year.statement());
    HUB.settle();
    year.said().stream().map(program::take).forEach(program::apply);
    HUB.settle();
    check(inOrder);

    String shuffled = newCompany();
    ProgramPages other = new ProgramPages(HUB, shuffled, "ledgerly", Abilities.NONE);
    List<Page> pages = new ArrayList<>(year.said().stream().map(other::take).toList());
    pages.addAll(pages.subList(0, pages.size() / 3));
    Collections.shuffle(pages, random);
    int bank = random.nextInt(pages.size());
    for (int i = 0; i < pages.size(); i++) {
      if (i == bank) {
        HUB.offer(shuffled, "bank", year.statement());
      }
      other.apply(pages.get(i));
      if (random.nextInt(3) == 0) {
        HUB.settle();
        check(shuffled);
      }
    }
    HUB.settle();
    check(shuffled);

    assertThat(ledger(shuffled)).isEqualTo(ledger(inOrder)).isNotEmpty();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void nothingIsEverAskedForThatWasPaidByTheBank(@ForAll long seed) {
    ProgramYear year = new ProgramYear(seed);
    String company = newCompany();
    ProgramPages program = new ProgramPages(HUB, company, "ledgerly", Abilities.NONE);
    HUB.offer(company, "bank", year.statement());
    for (ProgramPages.Said said : year.said()) {
      program.bring(said);
      HUB.settle();

      check(company);
      Set<UUID> held = HUB.stores.bookedInvoices().contradicted(company);
      HUB.jdbc()
          .sql(
              "select invoice_id, number, outstanding - claimed as open from invoice where company_id = ?")
          .param(company)
          .query(
              row -> {
                BigDecimal left = year.left(row.getString("number"));
                if (held.contains(row.getObject("invoice_id", UUID.class))) {
                  return; // nobody is reminded of it
                }
                assertThat(row.getBigDecimal("open"))
                    .as(() -> left + " " + String.join("\n", ledger(company)))
                    .isLessThanOrEqualTo(left);
              });
    }
  }

  private static void check(String company) {
    assertThat(HUB.jdbc().sql(WRONG).param("company", company).query(String.class).list())
        .isEmpty();
    assertThat(HUB.stores.keptFigures().differences(company)).isEmpty();
  }

  private static List<String> ledger(String company) {
    List<String> ledger = new ArrayList<>(LedgerSnapshot.of(HUB.jdbc(), company));
    ledger.addAll(HUB.jdbc().sql(SETTLED).param("company", company).query(String.class).list());
    return ledger;
  }

  private static String newCompany() {
    String id = "company-" + companies++;
    HUB.company(id, DunningMode.SHADOW, null, TestHub.IBAN);
    return id;
  }
}
