package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.PeopleTask.Person.ADMIN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.access.Role;
import org.dunlin.store.program.Access;
import org.dunlin.store.tieout.TieOutRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ten tasks of the integration admin, walked as docs/people.md says. */
class AdminTasksTest extends PeopleTasks {
  private static final String SECRET = "s3cret-of-the-bank";
  private static final String PRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @TempDir private Path files = Path.of("");

  AdminTasksTest() {
    super(Role.ADMIN, true);
  }

  @Test
  @PeopleTask(person = ADMIN, number = 1)
  void connectAProgram() {
    walk.begin()
        .to("Connections")
        .press("Connect a program")
        .press("Connect", "Office Books")
        .write("Name", "office")
        .write("Address", Vendor.address())
        .write("API key", SECRET)
        .press("Connect and begin to read")
        .sees("Connection office is added.", "How it stands with Office Books")
        .seesNot(SECRET);
    assertThat(stores.programs().secrets().of(scene.id(), "office")).containsEntry("key", SECRET);

    walk.begin()
        .to("Connections")
        .press("Connect a program")
        .press("Connect", "Cloud Books")
        .write("Name", "cloud")
        .write("Address", Vendor.address())
        .write("Client id", "app-1")
        .write("Client secret", SECRET)
        .press("Add; authorise next")
        .sees("Connection cloud is added.", "Nothing is read until somebody authorises the access");
    assertThat(stores.connections().find(scene.id(), "cloud")).isPresent();
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 2)
  void seeThatAConnectionWorks() {
    Vendor.agrees("[]");
    linked.connectOffice("office");

    walk.begin()
        .to("Connections")
        .open("the connection", "office")
        .sees("All is well", "What is read", "Customers", "Never ran")
        .press("Test")
        .sees("The test holds.");
    walk.begin()
        .to("Connections")
        .open("the connection", "office")
        .press("Check now")
        .sees("The program is asked what is owed", "A run is under way.");
    assertThat(stores.tieOuts().runs().running(scene.id(), "office"))
        .map(TieOutRun::askedBy)
        .contains(somebody.name());

    linked.connectCloud("cloud");
    walk.begin().to("Connections").open("the connection", "cloud").sees("Requests", "0 of 1,000");
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 3)
  void letAProgramBeReadAgainThatAsksForANewAuthorisation() {
    Vendor.agrees("[]");
    shut("cloud", linked.connectCloud("cloud").statusCode());
    walk.begin()
        .to("Dashboard")
        .press("The connection … is not read: …")
        .sees("The key was refused.")
        .press("Authorise")
        .press("Go to …");
    assertThat(walk.page().url()).startsWith(Vendor.address() + "/authorise?");
    linked.press("cloud", "remove", "data", "KEEP");

    shut("office", linked.connectOffice("office").statusCode());
    walk.begin()
        .to("Dashboard")
        .press("The connection … is not read: …")
        .press("New credentials")
        .write("API key", SECRET)
        .press("Save")
        .sees("The new credentials of office are kept.")
        .seesNot(SECRET);
    assertThat(stores.programs().secrets().of(scene.id(), "office")).containsEntry("key", SECRET);
    assertThat(stores.programs().linked().find(scene.id(), "office").orElseThrow().access())
        .isEqualTo(Access.AUTHORISED);
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 4)
  void letBankStatementsAndInvoicesComeByThemselves() {
    walk.begin()
        .to("Connections")
        .press("Connect a program")
        .press("Connect", "SFTP server")
        .write("Name", "bank")
        .write("Host", "sftp.bank.example")
        .write("User", "acme")
        .write("Password", SECRET)
        .write("Host key of the server", PRINT)
        .press("Connect and begin to read")
        .sees("Connection bank is added.", "the first look is about to begin", PRINT)
        .seesNot(SECRET);
    walk.begin()
        .to("Connections")
        .press("Connect a program")
        .press("Connect", "Mailbox")
        .write("Name", "invoices")
        .write("Host", "imap.example.test")
        .write("User", "in@example.test")
        .write("Password", SECRET)
        .press("Connect and begin to read")
        .sees("Connection invoices is added.");
    for (String id : new String[] {"bank", "invoices"}) {
      assertThat(stores.programs().secrets().of(scene.id(), id)).containsEntry("password", SECRET);
    }
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 5)
  void bringFilesInByHand() throws IOException {
    Path invoice = Files.writeString(files.resolve("invoice.xml"), "<a>" + scene.id() + "</a>");
    Path empty = Files.writeString(files.resolve("empty.xml"), "");

    walk.begin()
        .to("Inbox")
        .press("Upload files")
        .choose("Connection", "books (Folder)")
        .bring("Files", invoice, empty)
        .press("Upload");

    Locator rows = walk.page().locator("#uploaded-files tr");
    PlaywrightAssertions.assertThat(rows.nth(0))
        .containsText(Pattern.compile("invoice\\.xml\\s+Taken"));
    PlaywrightAssertions.assertThat(rows.nth(1))
        .containsText(Pattern.compile("empty\\.xml\\s+Refused"));
    assertThat(linked.browser.open("/inbox?company=" + scene.id()).body()).contains("invoice.xml");
    scene.translate();

    Path stock =
        Files.writeString(
            files.resolve("stock.csv"),
            """
            Klantnr;Naam;Factuurnr;Factuurdatum;Vervaldatum;Totaal;Openstaand;Valuta
            K-1;Bakkerij Jansen;F-1;01-11-2026;15-11-2026;100,00;60,00;EUR
            """);
    walk.begin()
        .to("Inbox")
        .press("Import a table")
        .bring("CSV file", stock)
        .press("Continue")
        .press("Import")
        .sees("stock.csv is being imported");
    scene.translate();
    assertThat(scene.stores().backlogs().of(scene.id()).deliveries()).isZero();
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 6)
  void sayWhoTheCompanyIs() {
    walk.begin()
        .to("Company")
        .write("Name", "Acme Bakers B.V.")
        .write("Own accounts", Scene.IBAN)
        .write("Reply address", "money@example.test")
        .press("Save")
        .sees("Saved.", "Set here by " + somebody.name());

    assertThat(stores.companies().profile(scene.id()).company().name())
        .isEqualTo("Acme Bakers B.V.");
    assertThat(stores.companies().profile(scene.id()).replyTo()).isEqualTo("money@example.test");
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 7)
  void switchTheCompanyOn() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(20), "100.00");
    scene.held(customer, invoice, HoldReason.SHADOW);
    RolledOut.seeTo(scene);

    walk.begin()
        .to("Company")
        .press("Go live …")
        .isAt("Let Acme B.V. go live?")
        .sees("1 reminder is held by shadow mode alone and would leave.");
    assertThat(stores.companies().profile(scene.id()).mode()).isEqualTo(DunningMode.SHADOW);
    walk.press("Go live").sees("The mode is Live now");
    assertThat(stores.companies().profile(scene.id()).mode()).isEqualTo(DunningMode.LIVE);

    walk.begin()
        .to("Company")
        .press("Roll-out")
        .sees("Where this company stands on its way from shadow to live", "Own accounts");
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 8)
  void setHowCertainAMatchMustBeToBeAppliedWithoutAPerson() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0041", Scene.TODAY, "100.00");
    UUID payment = scene.payment("Bakkerij Jansen", "factuur 2026-0041", "100.00");
    scene.allocation(payment, invoice, "100.00", Decision.MANUAL, "by hand");
    stores.invoices().claim(scene.id(), invoice, new BigDecimal("100.00"));
    stores.payments().claim(scene.id(), payment, new BigDecimal("100.00"));

    walk.begin()
        .to("Review")
        .press("Back-test")
        .press("Match the past anew")
        .sees("Matched as they were decided", "100%", "Proposed confidence: 0.99")
        .press("Apply from … on")
        .sees("Matches are applied from a confidence of 0.99 on.");

    assertThat(stores.companies().profile(scene.id()).company().autoThreshold())
        .isEqualByComparingTo("0.99");
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 9)
  void letAProgramCallTheApi() {
    walk.begin()
        .to("API tokens")
        .write("Name of the program", "shop")
        .choose("For", "Acme B.V. only")
        .choose("Expires", "After 30 days")
        .press("Make the token")
        .sees("shop is made.", "it is shown only this once");

    Caller shop = Caller.with("Bearer " + walk.page().locator("[role=status] code").innerText());
    String path = "/api/v1/companies/" + scene.id();
    assertThat(shop.get(path + "/invoices").statusCode()).isEqualTo(200);
    assertThat(
            shop.send("POST", path + "/notes", "{}", "Content-Type", "application/json")
                .statusCode())
        .as("it was given no more than to read")
        .isEqualTo(403);
    walk.ends();
  }

  @Test
  @PeopleTask(person = ADMIN, number = 10)
  void seeWhereASettingComesFrom() {
    walk.begin().to("Settings").isAt("Settings");

    assertThat(walk.page().locator("tbody tr").allInnerTexts())
        .anySatisfy(row -> assertThat(row).contains("dunlin.lease", "30s", "Default"))
        .anySatisfy(row -> assertThat(row).contains("dunlin.sweep", "dunlin.yaml, line 7"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(
                        "dunlin.key", "set, and not shown", "Environment variable DUNLIN_KEY"));

    walk.press("Change", "dunlin.attachments")
        .write("Value", "5MB")
        .press("Save", "dunlin.attachments")
        .sees("5MB");
    linked.browser.press("/settings/reset", "company", scene.id(), "name", "dunlin.attachments");
    walk.ends();
  }

  private void shut(String id, int added) {
    assertThat(added).isLessThan(400);
    stores
        .programs()
        .linked()
        .setAccess(scene.id(), id, Access.REAUTHORISE, "The key was refused.");
  }
}
