package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private final Scene scene = new Scene();

  private String page() {
    return page("");
  }

  /** The text of the page, its tags left out and its spaces made one. */
  private String page(String query) {
    return Browser.signedIn()
        .open(scene.page() + query)
        .body()
        .replaceAll("<[^>]*>", " ")
        .replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void aFlowShowsItsLagAndItsLastError() {
    scene.stores().flows().failed(scene.id(), Scene.FOLDER, "deliver", "The folder is not there.");
    scene.accept("waiting.xml", "<a>" + scene.id() + "</a>");
    assertThat(page())
        .contains("books (folder)")
        .contains("Translate Working never")
        .contains("Deliver Failing never none 0 1 The folder is not there.");
    scene.translate();
  }

  @Test
  void aHeldReminderSaysWhyInPlainWords() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "100.00");
    scene.held(customer, invoice, HoldReason.PLAUSIBLE_PAYMENT, HoldReason.SHADOW);
    assertThat(page())
        .contains(
            "Jansen 2026-0042 EUR 100.00 20 Nov 2026 an unallocated payment may settle it"
                + " the company is in shadow mode");
  }

  @Test
  void messagesCanBeChosenByState() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    UUID second = scene.invoice(customer, "2", Scene.TODAY.minusDays(10), "10.00");
    scene.email(customer, invoice, "the sent one", EffectState.SENT);
    scene.email(customer, second, "the waiting one", EffectState.PENDING);
    assertThat(page()).contains("the sent one", "the waiting one");
    assertThat(page("&messages=SENT")).contains("the sent one").doesNotContain("the waiting one");
  }

  @Test
  void theJournalTellsWhatHappened() {
    assertThat(page())
        .contains("20 Nov 2026 settings Company added company It starts in mode SHADOW.");
  }

  @Test
  void aCompanyThatIsNotThereIsNotFound() {
    assertThat(Browser.signedIn().open("/?company=nobody").statusCode()).isEqualTo(404);
  }
}
