package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.tieout.TieOutTotal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** People see whether a program's own figures are what the ledger has, and by whom they are not. */
class TieOutPageTest {
  private static final LocalDate ON = LocalDate.of(2026, 11, 20);

  private final Linked linked = new Linked();
  private final String company = linked.scene.id();
  private final Stores stores = linked.scene.stores();
  private final String path = "/api/v1/companies/" + company + "/connections/office/tie-out";
  private final Caller admin = Caller.allowed(company, Scope.READ, Scope.SETTINGS);

  @Test
  void thePageIsFine() {
    linked.connectOffice("office");
    ended(TieOutState.DIFFERS, unexplained(), explained());
    Sight.isFine("connection-tie-out", "/connections/office?company=" + company);
  }

  @Test
  void itSaysThatItNeverRanAndTheButtonLetsItRun() {
    linked.connectOffice("office");
    assertThat(page()).contains("Never ran");
    assertThat(linked.press("office", "tie-out"))
        .contains("The program is asked what is owed", "A run is under way");
    assertThat(stores.tieOuts().runs().running(company, "office"))
        .get()
        .extracting(TieOutRun::askedBy)
        .isEqualTo(FirstAdministrator.NAME);
  }

  @Test
  void aProgramWithoutSuchAFigureSaysSoAndOffersNoButton() {
    linked.connectCloud("cloud");
    String page = linked.open("cloud").body();
    assertThat(Text.of(page)).contains("does not say through its API what customers owe");
    assertThat(page).doesNotContain("/connections/cloud/tie-out");
    assertThat(admin.get(path.replace("office", "cloud")).statusCode()).isEqualTo(404);
  }

  @Test
  void customersThatDifferAreListedWithBothAmountsAndTheReason() {
    linked.connectOffice("office");
    ended(TieOutState.DIFFERS, unexplained(), explained());
    assertThat(page())
        .contains("Differs", "EUR 110.00", "EUR 100.00", "EUR 10.00", "Unexplained")
        .contains("not booked in the program yet", "Waiting");
    assertThat(Text.of(linked.browser.open("/?company=" + company).body()))
        .contains("office says otherwise than the ledger what 1 customer owes");
    ended(TieOutState.TIES, explained());

    assertThat(page()).contains("Ties out").doesNotContain("Unexplained");
    assertThat(Text.of(linked.browser.open("/?company=" + company).body()))
        .doesNotContain("says otherwise than the ledger");
  }

  @Test
  void theApiTellsTheSame() {
    linked.connectOffice("office");
    assertThat(Caller.json(admin.get(path)).path("state").asText()).isEqualTo("NEVER_RAN");
    ended(TieOutState.DIFFERS, unexplained(), explained());
    JsonNode told = Caller.json(admin.get(path));

    assertThat(told.path("state").asText()).isEqualTo("DIFFERS");
    assertThat(told.at("/totals/0/difference").asText()).isEqualTo("-90.00");
    assertThat(told.path("differences").findValuesAsText("customer")).containsExactly("c-2", "c-1");
    assertThat(told.at("/differences/0/reasons/0/effectState").asText()).isEqualTo("PENDING");
    JsonNode connection = Caller.json(admin.get(path.replace("/tie-out", "")));
    assertThat(connection.at("/tieOut/unexplained").asInt()).isEqualTo(1);
    assertThat(admin.send("POST", path, "").statusCode()).isEqualTo(202);
    assertThat(Caller.allowed(company, Scope.READ).send("POST", path, "").statusCode())
        .isEqualTo(403);
  }

  @Test
  void whyItCannotTellIsSaid() {
    linked.connectOffice("office");
    begun();
    stores.transactions().run(() -> stores.tieOuts().runs().cannotTell(run(), "It has no report."));

    assertThat(page()).contains("Cannot tell", "It has no report.");
  }

  private String page() {
    return Text.of(linked.open("office").body());
  }

  private void begun() {
    stores.transactions().run(() -> stores.tieOuts().runs().begin(company, "office", ON, "pull"));
  }

  private TieOutRun run() {
    return stores.tieOuts().runs().running(company, "office").orElseThrow();
  }

  private void ended(TieOutState state, TieOutLine... lines) {
    begun();
    TieOutTotal total = new TieOutTotal(euros("110"), euros("200"));
    stores
        .transactions()
        .run(() -> stores.tieOuts().runs().end(run(), state, List.of(lines), List.of(total)));
  }

  private static TieOutLine unexplained() {
    DifferencePart part =
        new DifferencePart(DifferenceReason.UNEXPLAINED, new BigDecimal("10.00"), null);
    return new TieOutLine("c-1", null, "Anna", euros("110"), euros("100"), List.of(part));
  }

  private static TieOutLine explained() {
    DifferencePart part =
        new DifferencePart(
            DifferenceReason.NOT_WRITTEN_BACK, new BigDecimal("-100"), EffectState.PENDING);
    return new TieOutLine("c-2", null, "Bert", euros("0"), euros("100"), List.of(part));
  }

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
