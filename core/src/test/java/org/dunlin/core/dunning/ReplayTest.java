package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;
import static org.dunlin.core.dunning.Scene.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reminders of a past: a payment is known from the day after its banking day. */
class ReplayTest {
  private static final LocalDate FIRST = day("2026-11-01");
  private static final LocalDate LAST = day("2026-12-31");

  private final List<Action> after = new ArrayList<>();

  /** The reminder is due on Tuesday the 8th of December. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-04, 0, 0", // Friday: known on Saturday
    "2026-12-05, 0, 0", // Saturday: in Monday's statement, known on Tuesday
    "2026-12-07, 0, 0", // the day before
    "2026-12-08, 1, 1", // the day itself
    "2026-12-09, 1, 0" // the day after
  })
  void whatIsBookedWhenItGoesIsAfterPayment(LocalDate booked, int gone, int afterPayment) {
    Replay.Result result = replay(List.of(paid(booked, "EUR 100.00")), mail("first", "+7d"));

    assertThat(result.gone()).isEqualTo(gone);
    assertThat(result.afterPayment()).isEqualTo(afterPayment);
    assertThat(after).hasSize(result.afterPayment());
  }

  @Test
  void stepsAreCountedApartAndOneThatAPersonApprovesIsTakenAsApproved() {
    Replay.Result result =
        replay(
            List.of(paid(day("2026-12-20"), "EUR 100.00")),
            mail("first", "+7d").replace("}", ", approve: true}"),
            mail("second", "previous +12d"),
            mail("third", "previous +5d"));

    assertThat(result.steps())
        .containsExactly(
            new Replay.OfStep("test", "first", Channel.EMAIL, 1, 0),
            new Replay.OfStep("test", "second", Channel.EMAIL, 1, 1));
    assertThat(result.gone()).isEqualTo(2);
    assertThat(result.afterPayment()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfAPartMayBeAskedFor() {
    Replay.Result result =
        replay(List.of(paid(day("2026-12-02"), "EUR 60.00")), mail("first", "+7d"));

    assertThat(result).isEqualTo(new Replay.Result(1, 0, 0, result.steps()));
  }

  @Test
  void whoCannotBeReachedIsHeldAndCountedOnce() {
    Scene scene = scene(mail("first", "+7d"));
    scene.customers.set(0, Scene.customer("c-1", null, null, null));

    assertThat(Replay.of(facts(scene), List.of(), FIRST, LAST, after::add))
        .isEqualTo(new Replay.Result(0, 0, 1, List.of()));
  }

  private Replay.Result replay(List<Settled> booked, String... steps) {
    return Replay.of(facts(scene(steps)), booked, FIRST, LAST, after::add);
  }

  private static Scene scene(String... steps) {
    Scene scene = Scene.with(Plans.steps(steps));
    scene.invoices.add(
        new OpenInvoice(
            Scene.invoice("i-1", "c-1", "2026-12-01", "EUR 100.00"), money("EUR 100.00")));
    return scene;
  }

  private static DunningFacts facts(Scene scene) {
    return new DunningFacts(
        scene.company,
        scene.customers,
        scene.invoices,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        scene.plans,
        Map.of());
  }

  private static Settled paid(LocalDate on, String amount) {
    return new Settled("i-1", on, money(amount));
  }
}
