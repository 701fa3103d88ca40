package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchesTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @AfterEach
  void letItGoOn() {
    scene.stores().settings().setStopped(false);
  }

  private DunningMode mode() {
    return scene.stores().companies().profile(scene.id()).mode();
  }

  @Test
  void stopStopsEverythingUntilSomebodyLetsItGoOn() {
    HttpResponse<String> answer = browser.press("/stop", "company", scene.id(), "stopped", "true");
    assertThat(scene.stores().settings().stopped()).isTrue();
    assertThat(browser.follow(answer).body()).contains("Stopped: nothing leaves the hub", "Resume");
    browser.press("/stop", "company", scene.id(), "stopped", "false");
    assertThat(scene.stores().settings().stopped()).isFalse();
  }

  @Test
  void goingLiveNeedsAConfirmation() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    scene.held(customer, invoice, HoldReason.SHADOW);
    RolledOut.seeTo(scene);
    HttpResponse<String> answer = browser.press("/mode", "company", scene.id(), "mode", "LIVE");
    assertThat(mode()).isEqualTo(DunningMode.SHADOW);
    String question = browser.follow(answer).body();
    assertThat(question)
        .contains(
            "go live?", "<strong>1 reminder is held by shadow mode alone", "name=\"confirmed\"");
    assertThat(mode()).isEqualTo(DunningMode.SHADOW);
    HttpResponse<String> confirmed =
        browser.press("/mode", "company", scene.id(), "mode", "LIVE", "confirmed", "true");
    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(browser.follow(confirmed).body())
        .contains("The mode is Live now: messages go to customers.");
  }

  @Test
  void whatBlocksGoingLiveIsNamedAndABareConfirmationIsRefused() {
    String live = "/live?company=" + scene.id();
    assertThat(Text.of(browser.open(live).body()))
        .contains("Open invoices are there", "Bank read to the last banking day")
        .contains("Test message received and read", "Go live all the same")
        .doesNotContain("A mail server with a sender");

    HttpResponse<String> answer =
        browser.press("/mode", "company", scene.id(), "mode", "LIVE", "confirmed", "true");
    assertThat(mode()).isEqualTo(DunningMode.SHADOW);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith(live));
    assertThat(Text.of(browser.follow(answer).body()))
        .contains("It does not go live yet: 4 points are open");
  }

  @Test
  void whoInsistsOnGoingLiveSaysWhyAndStandsInTheJournal() {
    browser.press(
        "/mode",
        "company",
        scene.id(),
        "mode",
        "LIVE",
        "confirmed",
        "true",
        "anyway",
        "The bank is late.");

    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(scene.stores().journal().newest(scene.id(), 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo("SWITCHED_TO_LIVE");
              assertThat(entry.actor()).isEqualTo(FirstAdministrator.NAME);
              assertThat(entry.reason()).contains("The bank is late.", "BANK_READ");
            });
  }

  @Test
  void testModeAndTheWayBackNeedNone() {
    browser.press("/mode", "company", scene.id(), "mode", "TEST");
    assertThat(mode()).isEqualTo(DunningMode.TEST);
    browser.press("/mode", "company", scene.id(), "mode", "SHADOW");
    assertThat(mode()).isEqualTo(DunningMode.SHADOW);
  }

  @Test
  void testModeWithoutATestMailboxIsRefusedInASentence() {
    Scene without = new Scene("No mailbox", "");
    HttpResponse<String> answer = browser.press("/mode", "company", without.id(), "mode", "TEST");
    assertThat(browser.follow(answer).body()).contains("Test mode needs a test mailbox");
    assertThat(scene.stores().companies().profile(without.id()).mode())
        .isEqualTo(DunningMode.SHADOW);
  }

  @Test
  void aConnectionIsPausedAndResumed() {
    String path = "/connections/" + Scene.FOLDER + "/pause";
    browser.press(path, "company", scene.id(), "paused", "true");
    assertThat(scene.stores().connections().find(scene.id(), Scene.FOLDER).orElseThrow().paused())
        .isTrue();
    assertThat(browser.open("/flows?company=" + scene.id()).body()).contains("Paused", "Resume");
    browser.press(path, "company", scene.id(), "paused", "false");
    assertThat(scene.stores().connections().find(scene.id(), Scene.FOLDER).orElseThrow().paused())
        .isFalse();
  }

  @Test
  void aStageIsStoppedAndStartedAndItStandsInTheJournal() {
    String flows = "/flows?company=" + scene.id();
    HttpResponse<String> answer =
        browser.press("/flows/route/STOP", "company", scene.id(), "route", "match", "back", flows);
    assertThat(Hub.ROUTES.on(Stage.MATCH)).isFalse();
    assertThat(browser.follow(answer).body()).contains("Stopped: match.", "Stopped by a person");
    browser.press("/flows/route/START", "company", scene.id(), "route", "match");
    assertThat(Hub.ROUTES.on(Stage.MATCH)).isTrue();
    assertThat(scene.stores().journal().newest(scene.id(), 2))
        .extracting(entry -> entry.event())
        .containsExactly("STAGE_SWITCHED_ON", "STAGE_SWITCHED_OFF");
  }

  @Test
  void aButtonLeadsBackToItsPageAndToNoOtherHost() {
    for (String back : new String[] {"//evil.example", "https://evil.example"}) {
      assertThat(
              browser
                  .press("/stop", "company", scene.id(), "stopped", "false", "back", back)
                  .headers()
                  .firstValue("Location"))
          .get()
          .asString()
          .doesNotContain("evil");
    }
  }

  @Test
  void aConnectionThatIsNotThereIsNotFound() {
    HttpResponse<String> answer =
        browser.press("/connections/none/pause", "company", scene.id(), "paused", "true");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void whoPressedTheButtonStandsInTheJournal() {
    browser.press("/stop", "company", scene.id(), "stopped", "true");
    assertThat(scene.stores().journal().newest(scene.id(), 1))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo(FirstAdministrator.NAME);
              assertThat(entry.event()).isEqualTo("STOPPED");
            });
  }
}
