package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.dunlin.work.translate.RandomDeliveries.Parcel;

/** Invariant 2: the ledger depends on what came in, not on when or how often it was applied. */
class SameLedgerProperties {
  private static final int TRIES = 25;
  private static final TestHub HUB = TestHub.empty();
  private static int companies;

  @AfterContainer
  static void stop() {
    HUB.close();
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void deliveriesAppliedInAnyOrderGiveTheLedgerOfTheirIntakeOrder(@ForAll long seed) {
    List<Parcel> parcels = new RandomDeliveries(seed, true).all();
    String inOrder = newCompany();
    parcels.forEach(parcel -> accept(inOrder, parcel));
    translateAll();

    String another = newCompany();
    parcels.forEach(parcel -> accept(another, parcel));
    HUB.sql("update delivery set state = 'QUARANTINED' where company_id = '" + another + "'");
    List<Seen> shuffled = new ArrayList<>(HUB.deliveries(another));
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.forEach(delivery -> translateAgain(another, delivery.id()));

    assertThat(snapshot(another)).isEqualTo(snapshot(inOrder)).isNotEmpty();
    assertThat(HUB.deliveries(another)).allMatch(seen -> seen.state().equals("APPLIED"));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void deliveriesAppliedAgainAndAgainChangeNothing(@ForAll long seed) {
    String company = newCompany();
    new RandomDeliveries(seed, true).all().forEach(parcel -> accept(company, parcel));
    translateAll();
    List<String> before = snapshot(company);
    List<Seen> deliveries = HUB.deliveries(company);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      translateAgain(company, deliveries.get(random.nextInt(deliveries.size())).id());
      assertThat(snapshot(company)).isEqualTo(before);
    }
    assertThat(HUB.deliveries(company)).allMatch(seen -> seen.state().equals("APPLIED"));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void filesAboutDifferentThingsMayArriveInAnyOrder(@ForAll long seed) {
    List<Parcel> parcels = new RandomDeliveries(seed, false).all();
    String one = newCompany();
    parcels.forEach(parcel -> accept(one, parcel));
    String other = newCompany();
    RandomDeliveries.inAnotherOrder(parcels, new Random(seed))
        .forEach(parcel -> accept(other, parcel));
    translateAll();

    assertThat(snapshot(other)).isEqualTo(snapshot(one)).isNotEmpty();
  }

  private static String newCompany() {
    String id = "company-" + companies++;
    HUB.company(id, DunningMode.SHADOW, null, TestHub.IBAN);
    return id;
  }

  private static void translateAll() {
    TestHub.drain(HUB.translate::next);
  }

  private static void accept(String companyId, Parcel parcel) {
    HUB.offer(companyId, parcel.name(), parcel.content().getBytes(UTF_8));
  }

  private static void translateAgain(String companyId, UUID deliveryId) {
    assertThat(HUB.decisions.replay(companyId, deliveryId, "anna")).isTrue();
    assertThat(HUB.translate.next()).isTrue();
  }

  private static List<String> snapshot(String companyId) {
    return LedgerSnapshot.of(HUB.jdbc(), companyId);
  }
}
