package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.access.Scope;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.DebitStores;
import org.dunlin.store.debit.KeptMandate;
import org.junit.jupiter.api.Test;

/** Mandates are entered and ended, and files looked at and refused, on pages and by programs. */
class DebitPagesTest {
  private static final String IBAN = "NL91ABNA0417164300";
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
  private static final String HEAD =
      "{\"flavour\":\"epc\",\"version\":\"pain.008.001.08\",\"name\":\"Acme\",\"iban\":\""
          + "NL44RABO0123456789\",\"bic\":null,\"identifier\":\"DE98ZZZ09999999999\","
          + "\"registration\":null,\"oneSum\":true,\"createdAt\":null}";

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice =
      scene.invoice(customer, "2026-0042", LocalDate.of(2026, 12, 1), "100.00");

  private String at(String path) {
    return path + (path.contains("?") ? "&" : "?") + "company=" + scene.id();
  }

  private String press(String path, String back, String... fields) {
    browser.open(at(back));
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 4, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = at(back);
    return browser.follow(browser.press(path, all)).body();
  }

  private String enter(String iban) {
    return press(
        "/mandates",
        "/mandates?customer=" + customer,
        "customer",
        customer.toString(),
        "reference",
        "M-1",
        "scheme",
        "CORE",
        "iban",
        iban,
        "holder",
        "J. Jansen",
        "signed",
        "2026-11-02");
  }

  private KeptMandate mandate() {
    return scene.stores().debits().mandates().named(scene.id(), "M-1").orElseThrow();
  }

  private UUID file() {
    return file(1);
  }

  /** A file with so many debits, the one due a day after the other. */
  private UUID file(int debits) {
    UUID id = UUID.randomUUID();
    DebitStores stores = scene.stores().debits();
    scene
        .stores()
        .transactions()
        .run(
            () -> {
              stores.files().add(scene.id(), id, "debits", HEAD, Scene.TODAY);
              for (int day = 0; day < debits; day++) {
                Debit debit = announced(LocalDate.of(2026, 12, 1).plusDays(day));
                stores.debits().announce(scene.id(), debit);
                stores
                    .debits()
                    .put(
                        scene.id(),
                        debit.id(),
                        new Debit.Place(id, 1, MandateScheme.CORE, SequenceType.RCUR, 0),
                        Scene.euro("90.00"));
              }
            });
    return id;
  }

  private Debit announced(LocalDate due) {
    return new Debit(
        UUID.randomUUID(),
        customer,
        mandate().id(),
        invoice,
        due,
        DebitState.ANNOUNCED,
        Scene.euro("100.00"),
        Scene.euro("100.00"),
        LocalDate.of(2026, 12, 4),
        1,
        UUID.randomUUID(),
        false,
        UUID.randomUUID().toString().replace("-", ""),
        null,
        null,
        null,
        null,
        Scene.TODAY,
        null);
  }

  @Test
  void aMandateIsEnteredSeenAmendedAndRevoked() {
    assertThat(enter("NL92ABNA0417164300")).contains("That is no IBAN");
    assertThat(enter("nl91 abna 0417 1643 00")).contains("The mandate is entered", "M-1", IBAN);
    assertThat(browser.open(at("/mandates")).body()).contains("M-1", "Bakkerij Jansen", "In force");
    String path = "/mandates/" + mandate().id();
    assertThat(browser.open(at(path)).body()).contains("J. Jansen", "on paper");
    assertThat(
            press(path + "/amend", path, "reference", "M-1", "iban", IBAN, "holder", "Jansen B.V."))
        .contains("is amended", "Jansen B.V.", "the bank is told with the next debit");
    assertThat(press(path, path, "act", "REVOKE", "words", "asked to"))
        .contains("is revoked", "asked to");
    assertThat(press(path, path, "act", "REVOKE", "words", "")).contains("has ended");
  }

  @Test
  void aFileOfMandatesIsTriedFirst() {
    browser.open(at("/mandates"));
    String csv =
        "customer;reference;iban;holder;signed\n"
            + customer
            + ";R-1;NL91ABNA0417164300;Jansen;2026-01-02\n"
            + customer
            + ";R-2;NL92ABNA0417164300;Jansen;2026-01-02\n";
    HttpResponse<String> tried =
        browser.sendForm(
            "/mandates/import",
            Map.of("company", scene.id(), "take", "false"),
            Map.of("mandates.csv", csv));
    assertThat(tried.body()).contains("1 would be added", "Line 3,", "That is no IBAN");
    assertThat(scene.stores().debits().mandates().inForce(scene.id())).isEmpty();
  }

  @Test
  void aFileShowsItsSumsAndWhatItHasAndIsRefused() {
    enter(IBAN);
    UUID id = file();
    String path = "/debits/files/" + id;
    assertThat(browser.open(at(path)).body())
        .contains("90.00", "announced: ", "100.00", "2026-0042", "CORE, RCUR");
    assertThat(browser.open(at("/debits")).body()).contains("Waits for approval", "To be approved");
    assertThat(press(path + "/approve", path)).contains("The company is not live");
    assertThat(press(path + "/refuse", path)).contains("The file does not leave");
    assertThat(browser.open(at("/debits?all=true")).body()).contains("a person withdrew it");
  }

  @Test
  void aFileOfManyIsShownAPageAtATimeAndSummedAsAWhole() {
    enter(IBAN);
    HttpResponse<String> first = browser.open(at("/debits/files/" + file(60)));
    Matcher next = NEXT.matcher(first.body());
    assertThat(next.find()).isTrue();
    HttpResponse<String> second = browser.open(next.group(1).replace("&amp;", "&"));

    assertThat(Text.of(first)).contains("5,400.00", "Number 60");
    assertThat(Text.of(second)).contains("5,400.00", "Number 60");
    assertThat(rows(first)).hasSize(50);
    assertThat(rows(second)).hasSize(10).doesNotContainAnyElementsOf(rows(first));
    assertThat(second.body()).doesNotContain("rel=\"next\"");
  }

  /** The debits on a page, by the addresses at which they are withdrawn. */
  private static List<String> rows(HttpResponse<String> page) {
    return Pattern.compile("action=\"(/debits/[0-9a-f-]+/withdraw)\"")
        .matcher(page.body())
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  @Test
  void theRulesAreSaidAndWhatIsMissingIsTold() {
    assertThat(browser.open(at("/debits")).body()).contains("The company does not collect");
    assertThat(
            press(
                "/debits/rules",
                "/debits",
                "collects",
                "true",
                "days",
                "5",
                "retries",
                "2",
                "on",
                "NEXT_DAYS"))
        .contains("The rules are changed", "The creditor identifier is missing");
    assertThat(press("/debits/rules", "/debits", "days", "99", "retries", "2", "on", "NEXT_DAYS"))
        .contains("1 to 60 days");
    assertThat(
            press(
                "/debits/choice",
                "/mandates?customer=" + customer,
                "kind",
                "CUSTOMER",
                "subject",
                customer.toString(),
                "collects",
                "no"))
        .contains("Noted.");
  }

  @Test
  void programsDoTheSame() {
    Caller writer = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    String base = "/api/v1/companies/" + scene.id();
    String body =
        "{\"customerId\":\"%s\",\"reference\":\"M-1\",\"scheme\":\"CORE\",\"iban\":\"%s\",\"holder\":\"J."
            + " Jansen\",\"signedOn\":\"2026-11-02\"}";
    JsonNode made = json(post(writer, base + "/mandates", body.formatted(customer, IBAN)));
    assertThat(made.get("reference").asText()).isEqualTo("M-1");
    assertThat(post(writer, base + "/mandates", body.formatted(customer, IBAN)).statusCode())
        .isEqualTo(409);
    assertThat(
            json(writer.get(base + "/customers/" + customer + "/mandates"))
                .get("items")
                .get(0)
                .get("x-origin")
                .asText())
        .isEqualTo("ENTERED");
    UUID id = file();
    assertThat(json(writer.get(base + "/debits")).get("items")).hasSize(1);
    String mandate = base + "/mandates/" + made.get("id").asText();
    for (String money : List.of(base + "/collections/" + id + "/approve", mandate + "/amend")) {
      assertThat(post(writer, money, "{}").body()).contains("missing-scope", "settings");
    }
    Caller owner = Caller.allowed(scene.id(), Scope.SETTINGS);
    assertThat(post(owner, base + "/collections/" + id + "/approve", "").statusCode())
        .isEqualTo(409);
    assertThat(post(owner, mandate + "/amend", "{}").statusCode()).isEqualTo(422);
    String amended = "{\"iban\":\"%s\",\"holder\":\"Jansen B.V.\"}".formatted(IBAN);
    assertThat(post(owner, mandate + "/amend", amended).statusCode()).isEqualTo(200);
    assertThat(
            json(post(writer, base + "/collections/" + id + "/refuse", "")).get("state").asText())
        .isEqualTo("REFUSED");
    assertThat(
            Caller.allowed(scene.id(), Scope.READ)
                .send("POST", base + "/mandates/" + made.get("id").asText() + "/revoke", "")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            json(post(writer, base + "/mandates/" + made.get("id").asText() + "/revoke", "{}"))
                .get("state")
                .asText())
        .isEqualTo("REVOKED");
  }

  @Test
  void thePagesAreFine() {
    enter(IBAN);
    UUID id = file();
    Sight.isFine("debits", at("/debits"));
    Sight.isFine("debit-file", at("/debits/files/" + id));
    Sight.isFine("mandates", at("/mandates"));
    Sight.isFine("mandates-customer", at("/mandates?customer=" + customer));
    Sight.isFine("mandate", at("/mandates/" + mandate().id()));
  }

  private static HttpResponse<String> post(Caller caller, String path, String body) {
    return body.isEmpty()
        ? caller.send("POST", path, body)
        : caller.send("POST", path, body, "Content-Type", "application/json");
  }
}
