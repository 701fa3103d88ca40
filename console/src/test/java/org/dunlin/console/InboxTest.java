package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Problem;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.journal.Journal;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  private DeliveryState state(UUID delivery) {
    return scene
        .stores()
        .views()
        .deliveries()
        .find(scene.id(), delivery)
        .orElseThrow()
        .delivery()
        .state();
  }

  private String path(UUID delivery, String what) {
    return "/deliveries/" + delivery + what + "?company=" + scene.id();
  }

  private String inbox(String show) {
    return browser.open("/inbox?company=" + scene.id() + "&show=" + show).body();
  }

  private HttpResponse<String> replay(UUID delivery) {
    return browser.press(
        "/deliveries/" + delivery + "/replay", "company", scene.id(), "back", path(delivery, ""));
  }

  @Test
  void replayPutsAQuarantinedDeliveryBackToTheStart() {
    UUID delivery = scene.deliver("junk.bin", "nothing known " + scene.id());
    assertThat(state(delivery)).isEqualTo(DeliveryState.QUARANTINED);
    HttpResponse<String> answer = replay(delivery);
    assertThat(state(delivery)).isEqualTo(DeliveryState.NEW);
    assertThat(browser.follow(answer).body()).contains("junk.bin is being read again.");
    scene.translate();
    assertThat(state(delivery)).isEqualTo(DeliveryState.QUARANTINED);
  }

  @Test
  void replayOfADeliveryThatWaitsAlreadySaysSo() {
    UUID delivery = scene.accept("new.xml", "<new>" + scene.id() + "</new>");
    HttpResponse<String> answer = replay(delivery);
    assertThat(browser.follow(answer).body()).contains("new.xml is already waiting to be read.");
    assertThat(browser.open(path(delivery, "")).body()).doesNotContain(">Replay<");
    scene.translate();
  }

  @Test
  void aDeliveryShowsWhatIsWrongWithItsRecords() {
    UUID delivery = scene.deliver("part.xml", "<x>" + scene.id() + "</x>");
    Problem problem =
        new Problem("part.xml", "line 42", "AMOUNT_MISSING", "invoice 7 has no amount");
    scene.stores().problems().add(scene.id(), delivery, problem);
    assertThat(browser.open(path(delivery, "")).body())
        .contains("line 42", "invoice 7 has no amount", "AMOUNT_MISSING");
    assertThat(inbox("ALL")).contains("1 problem");
  }

  @Test
  void ofVeryManyProblemsTheFirstAreShownAndAllAreCounted() {
    UUID delivery = scene.deliver("many.xml", "<x>" + scene.id() + "</x>");
    for (int line = 1; line <= 101; line++) {
      scene
          .stores()
          .problems()
          .add(
              scene.id(),
              delivery,
              new Problem("many.xml", "line " + line, "AMOUNT_MISSING", "no amount"));
    }

    assertThat(Text.of(browser.open(path(delivery, ""))))
        .contains("line 100 ", "These are the first 100 of 101.")
        .doesNotContain("line 101 ");
  }

  @Test
  void rawContentOfAMegabyteIsCutAndSaysSo() {
    String megabyte = scene.id() + "x".repeat(1024 * 1024);
    UUID delivery = scene.deliver("big.txt", megabyte);
    String body = browser.open(path(delivery, "/raw")).body();
    assertThat(body).contains("Only the first 64.0 KB of 1.0 MB are shown.");
    assertThat(body)
        .contains(megabyte.substring(0, 64 * 1024))
        .doesNotContain("x".repeat(64 * 1024));
    assertThat(browser.open(path(delivery, "/download")).body()).isEqualTo(megabyte);
  }

  @Test
  void everyLookAtRawContentIsInTheJournalWithWhoLooked() {
    UUID delivery = scene.deliver("small.txt", "looked at " + scene.id());
    browser.open(path(delivery, ""));
    assertThat(looks(delivery)).isEmpty();
    browser.open(path(delivery, "/raw"));
    browser.open(path(delivery, "/download"));
    assertThat(looks(delivery)).containsExactly("admin", "admin");
    assertThat(Text.of(browser.open("/journal?company=" + scene.id())))
        .contains("Raw content looked at");
  }

  @Test
  void aLookAtADeliveryThatIsNotThereIsNoLook() {
    UUID nobodys = UUID.randomUUID();
    assertThat(browser.open(path(nobodys, "/raw")).statusCode()).isEqualTo(404);
    assertThat(looks(nobodys)).isEmpty();
  }

  private List<String> looks(UUID delivery) {
    return scene.stores().journal().about(scene.id(), "delivery", delivery, null, 50).stream()
        .filter(entry -> entry.event().equals("RAW_LOOKED"))
        .map(Journal.Entry::actor)
        .toList();
  }

  @Test
  void aSmallFileIsShownWhole() {
    UUID delivery = scene.deliver("small.txt", "all of it " + scene.id());
    assertThat(browser.open(path(delivery, "/raw")).body())
        .contains("all of it " + scene.id())
        .doesNotContain("Only the first");
  }

  @Test
  void aDownloadIsSavedUnderASafeNameAndNeverShown() {
    UUID delivery = scene.deliver("../\"><b>é.html", "<html>" + scene.id());
    HttpResponse<String> answer = browser.open(path(delivery, "/download"));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"b_.html\"");
  }

  @Test
  void aDeliveryWhoseBytesAreGoneSaysWhyAndHasNoButton() {
    UUID delivery = scene.deliver("junk.bin", "nothing known " + scene.id());
    assertThat(browser.open(path(delivery, "")).body()).contains(">Raw content<", ">Replay<");
    LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    scene.stores().rawContent().drop(scene.id(), delivery, month, "Erased.");
    assertThat(browser.open(path(delivery, "")).body())
        .contains("Its bytes are not kept any more", "Erased.")
        .doesNotContain(">Raw content<", ">Replay<");
  }

  @Test
  void theInboxCanBeChosenByState() {
    scene.deliver("junk.bin", "nothing known " + scene.id());
    assertThat(inbox("QUARANTINED")).contains("junk.bin");
    assertThat(inbox("POISON")).contains("There is no such delivery.").doesNotContain("junk.bin");
  }

  @Test
  void anUnknownDeliveryIsNotFound() {
    UUID nothing = UUID.randomUUID();
    for (String what : new String[] {"", "/raw", "/download"}) {
      assertThat(browser.open(path(nothing, what)).statusCode()).isEqualTo(404);
    }
    HttpResponse<String> answer = replay(nothing);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Nothing here").doesNotContain("Exception", "\tat ");
  }
}
