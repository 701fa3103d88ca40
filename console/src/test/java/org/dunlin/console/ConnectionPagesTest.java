package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Access;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.Streams;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.profile.SaidCompany.Said;
import org.junit.jupiter.api.Test;

/** How connections stand, and the buttons that steer them. */
class ConnectionPagesTest {
  private final Linked linked = new Linked();
  private final String company = linked.scene.id();
  private final Stores stores = linked.scene.stores();

  @Test
  void thePagesAreFine() {
    linked.connectCloud("cloud");
    linked.connectOffice("office");
    stores
        .programs()
        .streams()
        .ask(new Streams.Key(company, "cloud", "customers", Reading.SWEEP), 120);
    Sight.isFine("connections", "/connections?company=" + company);
    Sight.isFine("connection", "/connections/cloud?company=" + company);
    Sight.isFine("connection-folder", "/connections/books?company=" + company);
    Sight.isFine("connection-settings", "/connections/cloud/settings?company=" + company);
    Sight.isFine("connection-secrets", "/connections/cloud/secrets?company=" + company);
    Sight.isFine("connection-remove", "/connections/cloud/remove?company=" + company);
  }

  @Test
  void theListShowsConnectionsOfEveryKind() {
    linked.connectCloud("cloud");
    String page = Text.of(linked.browser.open("/connections?company=" + company).body());
    assertThat(page).contains("books Folder", "cloud Cloud Books Authorise");
  }

  @Test
  void aFolderThatCannotBeWatchedSaysSoInTheListAndOnItsPage() {
    String reason = "The folder /srv/acme cannot be watched: /srv/acme/in: Not a directory.";
    assertThat(Text.of(linked.open("books"))).doesNotContain("cannot be watched");

    stores.flows().failed(company, "books", "intake", reason);

    String list = Text.of(linked.browser.open("/connections?company=" + company).body());
    assertThat(list).contains("books Folder Failing", reason);
    assertThat(Text.of(linked.open("books"))).contains(reason);
  }

  @Test
  void eachStateIsToldWithItsReasonAndWhatToDo() {
    linked.connectOffice("office");
    assertThat(page("office")).contains("All is well", "Customers");
    Streams.Key poll = new Streams.Key(company, "office", "customers", Reading.POLL);
    stores
        .programs()
        .streams()
        .failed(poll, "It answered 500.", Duration.ofMinutes(1), true, false);
    assertThat(page("office")).contains("Failing", "It answered 500.", "tried again by itself");
    stores
        .programs()
        .linked()
        .limit(company, "office", Duration.ofHours(1), "The program asks to wait.");
    assertThat(page("office")).contains("Limited", "The program asks to wait.");
    stores
        .programs()
        .linked()
        .setAccess(company, "office", Access.REAUTHORISE, "The key was refused.");
    assertThat(page("office")).contains("The key was refused.", "gives new credentials");
    linked.press("office", "pause", "paused", "true");
    assertThat(page("office")).contains("Paused", "until it is resumed");
    assertThat(stores.programs().linked().find(company, "office").orElseThrow().dueAt()).isNull();
    linked.press("office", "pause", "paused", "false");
    assertThat(page("office")).contains("The key was refused.");
  }

  @Test
  void theQuotaIsShownAsAGauge() {
    linked.connectCloud("cloud");
    String page = linked.open("cloud").body();
    assertThat(page).contains("<meter");
    assertThat(Text.of(page)).contains("0 of 1,000", "100 of them are kept back");
  }

  @Test
  void aTestThatFailsSaysWhy() {
    Vendor.refuses();
    linked.connectOffice("office");
    assertThat(linked.press("office", "test")).contains("The test fails.");
  }

  @Test
  void settingsAreChangedAndSecretsAreReplacedWithoutEverBeingShown() {
    linked.connectOffice("office");
    assertThat(linked.press("office", "settings", "setting.address", "https://office.example"))
        .as("a secret that is kept goes to no other address")
        .contains("must be entered again");
    linked.press(
        "office",
        "settings",
        "setting.address",
        "https://office.example",
        "setting.key",
        Linked.SECRET);
    assertThat(stores.connections().find(company, "office").orElseThrow().settings())
        .containsEntry("address", "https://office.example");
    assertThat(linked.press("office", "secrets", "setting.key", "another-secret"))
        .contains("The new credentials of office are kept.")
        .doesNotContain("another-secret");
    assertThat(stores.programs().secrets().of(company, "office"))
        .containsEntry("key", "another-secret");
    linked.press("office", "secrets", "setting.key", "");
    assertThat(stores.programs().secrets().of(company, "office"))
        .as("what stays empty stays as it is")
        .containsEntry("key", "another-secret");
  }

  @Test
  void whatTheFileSaysIsChangedThereAndNotHere() {
    linked.connectOffice("office");
    stores
        .transactions()
        .run(
            () ->
                FixedConnection.note(
                    stores,
                    company,
                    "office",
                    new Said("office-books", "dunlin.yaml, line 12"),
                    Set.of("address")));

    assertThat(linked.open("office").body()).contains("Set in dunlin.yaml, line 12");
    assertThat(linked.press("office", "settings", "setting.address", "https://x.example"))
        .contains("Set in dunlin.yaml, line 12; change it there");
    assertThat(linked.press("office", "remove", "data", "KEEP"))
        .contains("Set in dunlin.yaml, line 12; change it there");
    assertThat(stores.connections().find(company, "office").orElseThrow().settings())
        .containsEntry("address", Vendor.address());
    assertThat(linked.press("office", "secrets", "setting.key", "new"))
        .as("the file does not say the secret")
        .contains("The new credentials of office are kept.");
  }

  @Test
  void theAddressForNoticesIsShownOnce() {
    linked.connectCloud("cloud");
    String made = linked.press("cloud", "hook");
    assertThat(made).contains("https://pay.example.test/hooks/" + company + "/cloud/");
    assertThat(linked.open("cloud").body()).doesNotContain("pay.example.test/hooks");
  }

  @Test
  void aPersonDecidesWhetherTheManyThatAreMissingAreGone() {
    linked.connectCloud("cloud");
    Streams.Key sweep = new Streams.Key(company, "cloud", "customers", Reading.SWEEP);
    stores.programs().streams().ask(sweep, 120);
    assertThat(page("cloud")).contains("did not bring 120 objects any more", "Customers");

    assertThat(linked.press("cloud", "missing", "stream", "customers", "gone", "false"))
        .contains("They count as there.");
    assertThat(page("cloud")).doesNotContain("120 objects");
    assertThat(linked.press("cloud", "missing", "stream", "customers", "gone", "true"))
        .as("it was decided already")
        .contains("404");
  }

  @Test
  void removingAsksWhatHappensToTheDataAndForgetsTheSecretsAtOnce() {
    linked.connectOffice("office");
    String asked =
        Text.of(linked.browser.open("/connections/office/remove?company=" + company).body());
    assertThat(asked).contains("deleted at once", "Keep it", "Void it");

    assertThat(linked.press("office", "remove", "data", "VOID"))
        .contains("Connection office is removed; what only it knew is void.");
    assertThat(stores.connections().find(company, "office")).isEmpty();
    assertThat(stores.programs().linked().find(company, "office")).isEmpty();
  }

  @Test
  void anotherCompanysConnectionIsNotHere() {
    linked.connectOffice("office");
    String other = new Scene().id();
    for (String path : new String[] {"", "/settings", "/secrets", "/remove"}) {
      HttpResponse<String> answer =
          linked.browser.open("/connections/office" + path + "?company=" + other);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
    }
    for (String button : new String[] {"test", "sync", "pause", "authorise", "hook"}) {
      linked.open("office");
      HttpResponse<String> answer =
          linked.browser.press("/connections/office/" + button, "company", other, "paused", "true");
      assertThat(answer.statusCode()).as(button).isEqualTo(404);
    }
    assertThat(stores.connections().find(company, "office").orElseThrow().paused()).isFalse();
  }

  @Test
  void whatCameByAConnectionIsListedInTheInbox() {
    linked.scene.accept("mine.xml", "<a/>" + company);
    String inbox = "/inbox?company=" + company + "&connection=";
    assertThat(linked.browser.open(inbox + "books").body()).contains("mine.xml");
    assertThat(linked.browser.open(inbox + "other").body()).doesNotContain("mine.xml");
  }

  @Test
  void aButtonWithoutTheTokenOfAPageDoesNothing() {
    linked.connectOffice("office");
    HttpResponse<String> answer =
        linked.browser.pressWithoutToken(
            "/connections/office/remove", "company", company, "data", "VOID");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(stores.connections().find(company, "office")).isPresent();
  }

  private String page(String id) {
    return Text.of(linked.open(id).body());
  }
}
