package org.dunlin.store.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dunlin.store.Rows;
import org.dunlin.store.company.Connection;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.store.pay.ProviderAccounts.Day;
import org.dunlin.store.pay.ProviderAccounts.Payout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moved at providers is kept by day, and is always what all payments would say. */
class ProviderDaysTest {
  private static final int STEPS = Integer.getInteger("dunlin.figures.steps", 150);
  private static final int CLIENTS = 6;

  /** From every payment, and what hangs on it. */
  private static final String FROM_ALL_PAYMENTS =
      """
      select record ->> 'accountScheme' as provider, record ->> 'accountNumber' as number, currency,
             sum(case direction when 'IN' then amount else -amount end) as left_there,
             coalesce(sum(amount) filter (where direction = 'IN' and kind not in ('FEE', 'PAYOUT')), 0) as came_in,
             coalesce(sum(amount) filter (where direction = 'OUT' and kind = 'RETURN'), 0) as returned,
             coalesce(sum(case direction when 'OUT' then amount else -amount end)
                      filter (where kind = 'FEE'), 0) as fees,
             coalesce(sum(case direction when 'OUT' then amount else -amount end)
                      filter (where kind = 'FEE' and exists (
                          select from fee_booking b join effect e using (company_id, effect_id)
                           where b.company_id = p.company_id and b.payment_id = p.payment_id
                             and e.state = 'SENT')), 0) as booked,
             coalesce(sum(case direction when 'OUT' then amount else -amount end)
                      filter (where kind = 'PAYOUT'), 0) as paid_out,
             coalesce(sum(case direction when 'OUT' then amount else -amount end)
                      filter (where kind = 'PAYOUT' and not exists (
                          select from payout_entry x
                            join payment e on e.company_id = x.company_id and e.payment_id = x.entry_id
                           where x.company_id = p.company_id and x.payout_id = p.payment_id
                             and e.booking_date <= coalesce(:on, e.booking_date))), 0) as on_its_way,
             max(booking_date) as last
        from payment p
       where company_id = 'acme' and record ->> 'accountScheme' = 'ledgerly'
         and booking_date <= coalesce(:on, booking_date)
       group by 1, 2, 3 order by 1, 2, 3
      """;

  private final Rows rows = new Rows();

  @BeforeEach
  void aProvider() {
    rows.stores.connections().put(new Connection("acme", "psp", "ledgerly", Map.of(), false));
    rows.company("beta");
    RandomProvider other = new RandomProvider(rows, "beta", 0);
    for (int step = 0; step < 20; step++) {
      other.step();
    }
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void afterEachOfManyStepsTheyAreWhatAllPaymentsSay(long seed) {
    RandomProvider provider = new RandomProvider(rows, "acme", seed);
    boolean arrived = false;
    boolean booked = false;
    for (int step = 0; step < STEPS; step++) {
      provider.step();
      assertThat(differences("acme")).as("after step " + step + " of seed " + seed).isEmpty();
      LocalDate on = step % 3 == 0 ? null : Rows.DAY.minusDays(step % 7 - 1L);
      assertThat(kept(on)).as("on " + on).isEqualTo(counted(on));
      arrived |= kept(on).stream().anyMatch(each -> !each.onItsWay().isEqual(each.paidOut()));
      booked |= kept(on).stream().anyMatch(each -> !each.booked().isZero());
    }
    assertThat(arrived && booked).as("something arrived, and something was booked").isTrue();
    assertThat(differences("beta")).isEmpty();
    assertThat(count("provider_day_change")).isLessThan(500);
  }

  @Test
  void whoeverWritesAtTheSameTimeTheyAreWhatAllPaymentsSay() throws Exception {
    List<Future<?>> clients = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        RandomProvider provider = new RandomProvider(rows, "acme", client);
        clients.add(
            threads.submit(
                () -> {
                  for (int step = 0; step < STEPS / 2; step++) {
                    provider.step();
                  }
                }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
    assertThat(differences("acme")).isEmpty();
    assertThat(kept(null)).isNotEmpty().isEqualTo(counted(null));
  }

  @Test
  void theDaysOfAnAccountLeadToWhatIsThereNow() {
    RandomProvider provider = new RandomProvider(rows, "acme", 4);
    for (int step = 0; step < STEPS; step++) {
      provider.step();
    }
    List<Account> accounts = rows.stores.pay().accounts().of("acme");
    assertThat(accounts).isNotEmpty();
    for (Account account : accounts) {
      List<Day> days =
          rows.stores
              .pay()
              .accounts()
              .days(
                  "acme",
                  account.provider(),
                  account.number(),
                  account.left().getCurrencyUnit(),
                  account.last(),
                  100);
      assertThat(days.getFirst().on()).isEqualTo(account.last());
      assertThat(days.getFirst().left()).isEqualTo(account.left());
      assertThat(days.stream().map(Day::cameIn).reduce((a, b) -> a.plus(b)))
          .contains(account.cameIn());
    }
  }

  @Test
  void theLatestPayoutsAreTheFirstOfAll() {
    RandomProvider provider = new RandomProvider(rows, "acme", 6);
    for (int step = 0; step < STEPS; step++) {
      provider.step();
    }
    List<Payout> all = rows.stores.pay().accounts().payouts("acme", 10_000);
    assertThat(all)
        .hasSize(
            count("payment where company_id = 'acme' and kind = 'PAYOUT' and direction = 'OUT'")
                + count(
                    "payout_entry where company_id = 'acme' and payout_id is null"
                        + " and found_by <> 'REFUSED'"));
    for (int most = 1; most < 10; most++) {
      assertThat(rows.stores.pay().accounts().payouts("acme", most))
          .isEqualTo(all.subList(0, Math.min(most, all.size())));
    }
    Map<UUID, List<Payout>> byEnd = new HashMap<>();
    for (Payout each : all) {
      Stream.of(each.payoutId(), each.entryId())
          .filter(Objects::nonNull)
          .forEach(end -> byEnd.computeIfAbsent(end, unused -> new ArrayList<>()).add(each));
    }
    byEnd.forEach(
        (end, payouts) ->
            assertThat(rows.stores.pay().accounts().payout("acme", end)).get().isIn(payouts));
  }

  @Test
  void whatWasWrittenWithTheTriggersOffIsCountedAnew() {
    rows.jdbc().sql("alter table payment disable trigger user").update();
    RandomProvider provider = new RandomProvider(rows, "acme", 5);
    for (int step = 0; step < 20; step++) {
      provider.step();
    }
    rows.jdbc().sql("alter table payment enable trigger user").update();
    assertThat(differences("acme")).isNotEmpty();
    rows.stores.keptFigures().recount("acme");
    assertThat(differences("acme")).isEmpty();
  }

  /** Payments go here while they have an amount, which the sums that must tie out do not allow. */
  private List<String> differences(String company) {
    return rows.stores.keptFigures().differences(company).stream()
        .filter(difference -> difference.startsWith("day at a provider"))
        .toList();
  }

  private List<Account> kept(@Nullable LocalDate on) {
    return rows.stores.pay().accounts().of("acme", null, on);
  }

  private List<Account> counted(@Nullable LocalDate on) {
    return rows.jdbc()
        .sql(FROM_ALL_PAYMENTS)
        .param("on", on, Types.DATE)
        .query(ProviderAccounts::account)
        .list();
  }

  private int count(String table) {
    return rows.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
