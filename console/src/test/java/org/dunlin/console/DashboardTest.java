package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutRuns;
import org.dunlin.store.tieout.TieOutState;
import org.junit.jupiter.api.Test;

class DashboardTest {
  private final Scene scene = new Scene();

  private String page() {
    return Text.of(Browser.signedIn().open(scene.page()));
  }

  @Test
  void aCompanyInWhichNothingWaitsNeedsNobodyButForAFolderThatTheHubCannotUse() {
    assertThat(page())
        .contains("What to do 1 program folder cannot be used: see what is wrong What changed")
        .contains("Nothing is open: no invoice has come in yet")
        .contains("Business date 20 Nov 2026, set by hand");
  }

  @Test
  void aConnectionThatFailsOrIsNotAuthorisedIsAmongWhatIsToDo() {
    Linked linked = new Linked();
    linked.connectCloud("cloud");
    linked.connectOffice("office");
    String company = linked.scene.id();
    assertThat(Text.of(linked.browser.open("/?company=" + company).body()))
        .contains("The connection cloud is not read: authorise it")
        .doesNotContain("The connection office");
    linked
        .scene
        .stores()
        .programs()
        .streams()
        .failed(
            new Streams.Key(company, "office", "customers", Reading.POLL),
            "It answered 500.",
            Duration.ofMinutes(1),
            true,
            false);
    String page = linked.browser.open("/?company=" + company).body();

    assertThat(Text.of(page)).contains("The connection office fails: see why");
    assertThat(page).contains("href=\"/connections/office?company=" + company + "\"");
  }

  @Test
  void afterACalmDayConnectionsThatAreFineAddNothingToWhatIsToDo() {
    Linked linked = new Linked();
    String calm = toDo(linked);
    linked.connectCloud("cloud");
    linked.connectOffice("office");
    String company = linked.scene.id();
    Stores stores = linked.scene.stores();
    stores.programs().linked().setAccess(company, "cloud", Access.AUTHORISED, null);
    for (String connection : List.of("cloud", "office")) {
      List<StreamState> streams = stores.programs().streams().of(company, connection);
      assertThat(streams).isNotEmpty();
      streams.forEach(each -> read(stores, company, connection, each));
    }
    TieOutRuns runs = stores.tieOuts().runs();
    stores.transactions().run(() -> runs.begin(company, "office", Scene.TODAY, "pull"));
    TieOutRun run = runs.running(company, "office").orElseThrow();
    stores.transactions().run(() -> runs.end(run, TieOutState.TIES, List.of(), List.of()));
    assertThat(toDo(linked)).isEqualTo(calm).contains("1 program folder cannot be used");
  }

  private static void read(Stores stores, String company, String connection, StreamState stream) {
    Streams.Key key = new Streams.Key(company, connection, stream.stream(), stream.reading());
    stores
        .transactions()
        .run(() -> stores.programs().streams().ended(key, null, 1, Duration.ofMinutes(15)));
  }

  private static String toDo(Linked linked) {
    String page = linked.browser.open("/?company=" + linked.scene.id()).body();
    int begin = page.indexOf("id=\"todo\"");
    return Text.of(page.substring(begin, page.indexOf("</section>", begin)));
  }

  @Test
  void whatIsOwedIsSplitByHowLongItIsOverdue() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    scene.invoice(customer, "2026-0001", Scene.TODAY, "100.00");
    scene.invoice(customer, "2026-0002", Scene.TODAY.minusDays(1), "1210.00");
    scene.invoice(customer, "2026-0003", Scene.TODAY.minusDays(91), "20.50");
    assertThat(page())
        .contains("Open EUR 1,330.50 Overdue EUR 1,230.50 From 3 invoices 1 customer")
        .contains("Not yet due EUR 100.00 7.5% 1–30 days overdue EUR 1,210.00 90.9%")
        .contains("More than 90 days overdue EUR 20.50 1.5%")
        .contains(
            "2026-0003 Bakkerij Jansen B.V. 22 Jul 2026 21 Aug 2026 91 days overdue EUR 20.50");
  }

  @Test
  void whatHappenedInTheLastSevenDaysIsCounted() {
    UUID invoice = scene.invoice(scene.customer("Jansen"), "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    assertThat(page()).contains("Payments in 1 EUR 60.00 Allocated 1 EUR 40.00 Reminders sent 0");
  }

  @Test
  void everythingThatWaitsForAPersonIsCountedAndLeadsToWhereTheWorkIsDone() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    UUID second = scene.invoice(customer, "2", Scene.TODAY.minusDays(10), "10.00");
    UUID third = scene.invoice(customer, "3", Scene.TODAY.minusDays(10), "10.00");
    scene.email(customer, invoice, "a", EffectState.UNKNOWN);
    scene.email(customer, second, "b", EffectState.AWAITING_APPROVAL);
    scene.email(customer, third, "c", EffectState.FAILED);
    scene.deliver("junk.bin", "no format at all " + scene.id());
    scene.held(customer, invoice, HoldReason.NO_ADDRESS, HoldReason.STALE_SOURCE);
    UUID payment = scene.payment("JANSEN", "1", "10.00");
    scene.allocation(payment, invoice, "10.00", Decision.CONFLICT, "number");
    scene.stores().payments().claim(scene.id(), payment, Scene.euro("1.00").getAmount());
    assertThat(page())
        .contains(
            "The sums in EUR do not tie out",
            "1 message may or may not have left",
            "1 message to release",
            "1 message refused for good",
            "1 delivery quarantined",
            "1 allocation contradicted by the source",
            "1 reminder held: there is no e-mail address that works",
            "1 reminder held: bank statements up to the last banking day are missing")
        .doesNotContain("Nothing needs your attention");
    assertThat(Browser.signedIn().open(scene.page()).body())
        .contains("href=\"/payments?company=" + scene.id() + "#conflicts\"");
  }

  @Test
  void theTourLeadsToWhatTheCompanyHasUntilTheReaderHasSeenIt() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    UUID message = scene.email(customer, invoice, "a", EffectState.SENT);
    Browser browser = Browser.signedIn();
    String query = "?company=" + scene.id() + "\"";
    assertThat(browser.open(scene.page()).body())
        .contains("See it in six clicks")
        .contains("href=\"/customers/" + customer + query)
        .contains("href=\"/invoices/" + invoice + query)
        .contains("href=\"/messages/" + message + query)
        .contains("Nothing of this has come in yet.");
    browser.follow(browser.press("/tour", "company", scene.id(), "wanted", "false"));
    assertThat(browser.open(scene.page()).body()).doesNotContain("See it in six clicks");
  }

  @Test
  void theTourPrefersWhatWasPaidAfterAReminder() {
    UUID unpaid = scene.customer("Nobody");
    UUID open = scene.invoice(unpaid, "0", Scene.TODAY.minusDays(10), "10.00");
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    UUID message = scene.email(customer, invoice, "a", EffectState.SENT);
    scene.email(unpaid, open, "b", EffectState.SENT);
    UUID payment = scene.payment("JANSEN", "1", "10.00");
    scene.allocation(payment, invoice, "10.00", Decision.AUTOMATIC, "number");
    assertThat(Browser.signedIn().open(scene.page()).body())
        .contains("href=\"/customers/" + customer + "?company")
        .contains("href=\"/invoices/" + invoice + "?company")
        .contains("href=\"/messages/" + message + "?company");
  }
}
