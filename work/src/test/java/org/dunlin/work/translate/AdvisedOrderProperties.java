package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.AdvisedEntries.Place;
import org.dunlin.work.AccountFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;

/**
 * Whatever a bank tells before, beside and after its statements, in whatever order and however
 * often: the ledger ends the same, and each cent of the statements is in it once.
 */
class AdvisedOrderProperties {
  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void theLedgerEndsTheSameAndEveryCentCountsOnce(@ForAll long seed) {
    RandomAdvices world = new RandomAdvices(seed);
    String one = ledger(world, new Random(seed + 1));
    String other = ledger(world, new Random(seed + 2));

    assertThat(LedgerSnapshot.of(HUB.jdbc(), other))
        .isEqualTo(LedgerSnapshot.of(HUB.jdbc(), one))
        .isNotEmpty();
    for (String company : List.of(one, other)) {
      assertThat(moved(company)).isEqualByComparingTo(world.moved());
      assertThat(paid(company)).as("of what was told, all is matched").isEqualTo(world.told());
      assertThat(HUB.stores.keptFigures().differences(company)).isEmpty();
      assertThat(HUB.deliveries(company)).extracting(Seen::state).containsOnly("APPLIED");
      assertThat(onTheirWay(company)).hasSize(world.neverStated());
    }
  }

  /** A ledger to which all of it came in some order, some of it twice. */
  private static String ledger(RandomAdvices world, Random random) {
    String company = "company-" + companies++;
    HUB.company(company, DunningMode.SHADOW, null, TestHub.IBAN);
    world.invoices().forEach(file -> HUB.offer(company, file.number(), file.bytes()));
    List<AccountFile> files = new ArrayList<>(world.files());
    for (AccountFile file : world.files()) {
      if (random.nextInt(3) == 0) {
        files.add(file.called(file.id() + "-again"));
      }
    }
    Collections.shuffle(files, random);
    for (AccountFile file : files) {
      HUB.offer(company, file.id() + ".xml", file.bytes());
      if (random.nextBoolean()) {
        HUB.settle();
      }
    }
    HUB.settle();
    Seen again = HUB.deliveries(company).get(random.nextInt(files.size()));
    assertThat(HUB.decisions.replay(company, again.id(), "anna")).isTrue();
    HUB.settle();
    return company;
  }

  private static BigDecimal moved(String company) {
    return HUB.jdbc()
        .sql(
            "select coalesce(sum(case when direction = 'IN' then amount else -amount end), 0)"
                + " from payment where company_id = ?")
        .param(company)
        .query(BigDecimal.class)
        .single();
  }

  private static List<String> onTheirWay(String company) {
    return HUB.stores.advisedEntries().inFlight(company, Map.of(), 5, Place.START, 100).stream()
        .map(each -> each.payment().id() + " " + each.payment().amount())
        .toList();
  }

  private static List<String> paid(String company) {
    return HUB.jdbc()
        .sql(
            "select number from invoice where company_id = ? and claimed = outstanding"
                + " and outstanding > 0 order by number")
        .param(company)
        .query(String.class)
        .list();
  }
}
