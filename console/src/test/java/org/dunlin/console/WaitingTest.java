package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.access.Role;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page says what is being retried and when, and what waits for something. */
class WaitingTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final JdbcClient jdbc =
      JdbcClient.create(Hub.SHARED.context().getBean(TestDatabase.class).dataSource());

  private String page(Browser reader) {
    return Text.of(reader.open("/waiting?company=" + scene.id()));
  }

  private UUID file(String reason, int attempts) {
    UUID id = Ids.next();
    scene
        .stores()
        .outbox()
        .add(
            Effect.decided(
                scene.id(),
                id,
                Scene.FOLDER,
                Scene.FOLDER + "/" + id,
                EffectKind.STATUS_FILE,
                null,
                Payloads.json(new Dispatch.StatusFile("/srv/books", id + ".jsonl", "{}\n")),
                EffectState.PENDING,
                Scene.TODAY));
    waits(id, reason, attempts);
    return id;
  }

  private void waits(UUID effect, String reason, int attempts) {
    jdbc.sql(
            "update effect set attempts = :attempts, reason = :reason,"
                + " not_before = timestamptz '2030-05-06 12:00:00Z'"
                + " where company_id = :company and effect_id = :id")
        .param("attempts", attempts)
        .param("reason", reason)
        .param("company", scene.id())
        .param("id", effect)
        .update();
  }

  @Test
  void nothingToWaitForIsSaidInASentence() {
    assertThat(page(browser)).contains("Nothing is between two attempts");
  }

  @Test
  void anEntryBetweenTwoAttemptsSaysWhyHowOftenAndWhenNextAndIsTriedNow() {
    UUID one = file("The disk is full.", 4);
    file("The disk is full.", 2);
    file("The folder is not there.", 1);
    assertThat(page(browser))
        .containsSubsequence(
            "Between two attempts",
            "The disk is full.",
            "2 entries for this reason",
            "Status file books 4 6 May 2030",
            "Try now",
            "The folder is not there.",
            "1 entry for this reason");

    assertThat(Text.of(browser.open("/outbox/" + one + "?company=" + scene.id())))
        .contains("It did not get through and is tried again by itself", "The disk is full.");

    browser.press("/outbox/" + one + "/retry", "company", scene.id());

    assertThat(page(browser)).doesNotContain("books 4 6 May 2030");
  }

  @Test
  void aMessageThatMayNotLeaveYetSaysForWhatItWaitsAndIsNotForced() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(9), "10.00");
    waits(
        scene.email(customer, invoice, "Reminder", EffectState.PENDING),
        "Messages leave between 08:00 and 20:00.",
        0);
    assertThat(page(browser))
        .containsSubsequence(
            "Waiting for facts or hours", "Messages leave between 08:00 and 20:00.", "E-mail")
        .doesNotContain("Try now");
  }

  @Test
  void aDeliveryWhoseReadingBrokeOffSaysHowOften() {
    UUID delivery = scene.accept("killer.xml", "<a>" + scene.id() + "</a>");
    jdbc.sql(
            "update delivery set attempts = 2, reason = 'Translating it broke off.'"
                + " where company_id = :company and delivery_id = :id")
        .param("company", scene.id())
        .param("id", delivery)
        .update();
    assertThat(page(browser))
        .contains("killer.xml", "books 2 Translating it broke off.", "3 times in all");
    jdbc.sql("update delivery set attempts = 0 where company_id = :company")
        .param("company", scene.id())
        .update();
    scene.translate();
  }

  @Test
  void aStageThatIsStoppedStandsThereAndIsStartedThere() {
    Hub.ROUTES.set(Stage.DUN, false);
    try {
      assertThat(page(browser))
          .containsSubsequence("Stopped", "dun", "Stopped by a person", "Start");
    } finally {
      browser.press("/flows/route/START", "company", scene.id(), "route", "dun");
    }
    assertThat(Hub.ROUTES.on(Stage.DUN)).isTrue();
  }

  @Test
  void whatAnotherCompanyWaitsForAndWhatOneMayNotDoIsNotShown() {
    file("The disk is full.", 4);
    Scene other = new Scene();
    assertThat(Text.of(browser.open("/waiting?company=" + other.id())))
        .doesNotContain("The disk is full.");
    assertThat(
            Somebody.in(scene.id(), Role.VIEWER)
                .signedIn()
                .open("/waiting?company=" + scene.id())
                .body())
        .contains("The disk is full.")
        .doesNotContain("/retry");
  }
}
