package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.dunlin.console.page.JournalChoice;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.dunlin.store.journal.Happening;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  private String page(String query) {
    return Text.of(browser.open("/journal?company=" + scene.id() + query));
  }

  private void note(String kind, Object subject, String event, String why) {
    scene
        .stores()
        .journal()
        .append(scene.id(), Happening.to(kind, subject, event, "translate", Scene.TODAY, why));
  }

  @Test
  void theJournalTellsWhatHappenedWhoDidItAndWhy() {
    note("company", scene.id(), "COMPANY_ADDED", "It starts in mode SHADOW.");
    assertThat(page(""))
        .contains("Company added the company Reading It starts in mode SHADOW.")
        .contains("20 Nov 2026");
  }

  @Test
  void itCanBeChosenByWhatItIsAboutAndByWhatHappened() {
    note("company", scene.id(), "COMPANY_ADDED", "It starts in mode SHADOW.");
    note("delivery", UUID.randomUUID(), "DELIVERY_QUARANTINED", "no format");
    note("delivery", UUID.randomUUID(), "DELIVERY_REPLAYED", "by hand");
    assertThat(page("&subject=delivery"))
        .contains("no format", "by hand")
        .doesNotContain("It starts in mode");
    assertThat(page("&subject=delivery&event=DELIVERY_REPLAYED"))
        .contains("by hand")
        .doesNotContain("no format");
    assertThat(page("&event=STOPPED")).contains("Nothing of this kind has happened yet.");
    assertThat(page("&subject=&event=")).contains("no format", "It starts in mode");
  }

  @Test
  void aLongJournalGoesOnOnTheNextPageWithWhatWasChosen() {
    for (int i = 100; i < 152; i++) {
      note("delivery", UUID.randomUUID(), "DELIVERY_QUARANTINED", "reason " + i);
    }
    String first = browser.open("/journal?subject=delivery&company=" + scene.id()).body();
    assertThat(first).contains("reason 151", "reason 102").doesNotContain("reason 101");
    assertThat(browser.open(Text.link(first, "Next page")).body())
        .contains("reason 101", "reason 100")
        .doesNotContain("reason 102", "It starts in mode");
  }

  @Test
  void aRowLeadsToWhatItIsAbout() {
    UUID delivery = UUID.randomUUID();
    note("delivery", delivery, "DELIVERY_QUARANTINED", "no format");
    assertThat(browser.open("/journal?company=" + scene.id()).body())
        .contains("href=\"/deliveries/" + delivery + "?company=" + scene.id() + "\"");
  }

  @Test
  void aRecordIsCalledByItsNumberOrName() {
    scene.deliver("invoices.xml", Papers.invoices(1, "Jansen " + scene.id()));
    assertThat(page("&subject=invoice")).contains("Invoice added Invoice 2026-0001");
    assertThat(page("&subject=customer")).contains("Customer added Customer Jansen " + scene.id());
  }

  @Test
  void everyEventThatCanBeChosenHasAName() {
    for (Language language : Language.values()) {
      Words words = new Words(language, ZoneOffset.UTC, Instant.EPOCH);
      assertThat(JournalChoice.EVENTS).allMatch(event -> words.find("events." + event).isPresent());
      assertThat(JournalChoice.SUBJECTS)
          .allMatch(kind -> words.find("journal.subject." + kind).isPresent());
    }
  }
}
