package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** One field finds whatever somebody quotes. */
class SearchTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final Caller program = Caller.allowed(scene.id(), Scope.READ);
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "1234.50");

  private JsonNode found(String quoted) {
    return json(program.get(
            "/api/v1/companies/"
                + scene.id()
                + "/search?q="
                + URLEncoder.encode(quoted, StandardCharsets.UTF_8)))
        .get("items");
  }

  private void finds(String quoted, String kind, UUID id, boolean exact) {
    assertThat(found(quoted))
        .as(quoted)
        .anySatisfy(
            each -> {
              assertThat(each.get("kind").asText()).isEqualTo(kind);
              assertThat(each.get("id").asText()).isEqualTo(id.toString());
              assertThat(each.get("exact").asBoolean()).isEqualTo(exact);
            });
  }

  private String page(String quoted) {
    return Text.of(search(quoted));
  }

  private HttpResponse<String> search(String quoted) {
    return browser.open(
        "/search?company="
            + scene.id()
            + "&q="
            + URLEncoder.encode(quoted, StandardCharsets.UTF_8));
  }

  @Test
  void customersAreFoundByNameAndByPartsOfIt() {
    finds("bakkerij JANSEN", "CUSTOMER", customer, true);
    finds("jans", "CUSTOMER", customer, false);
    finds(customer.toString(), "CUSTOMER", customer, true);
  }

  @Test
  void invoicesAreFoundByNumberItsBeginningAndTheirAmount() {
    finds("2026-0042", "INVOICE", invoice, true);
    finds("2026-00", "INVOICE", invoice, false);
    finds("1234.50", "INVOICE", invoice, false);
    finds("1.234,50", "INVOICE", invoice, false);
    assertThat(found("1234.51")).isEmpty();
  }

  @Test
  void paymentsAreFoundByAccountWordsAndAmount() {
    UUID payment = scene.payment("J. de Boer", "NL91ABNA0417164300", "voor de taart", "17.35");
    finds("NL91 ABNA 0417 1643 00", "PAYMENT", payment, false);
    finds("taart", "PAYMENT", payment, false);
    finds("17,35", "PAYMENT", payment, false);
  }

  @Test
  void deliveriesAreFoundByFileNameAndDigestAndEffectsById() throws NoSuchAlgorithmException {
    String content = "this is no invoice";
    UUID delivery = scene.accept("Strange File.txt", content);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    finds("strange file.txt", "DELIVERY", delivery, true);
    finds("strange", "DELIVERY", delivery, false);
    finds(HexFormat.of().formatHex(digest), "DELIVERY", delivery, true);
    UUID effect = scene.email(customer, invoice, "Reminder", EffectState.SENT);
    finds(effect.toString(), "EFFECT", effect, true);
  }

  @Test
  void theOnlyExactHitIsShownAtOnceAndSeveralAreListed() {
    assertThat(Text.of(browser.follow(search("2026-0042")))).contains("1,234.50");
    assertThat(page("2026-00")).contains("Quote whatever you have", "2026-0042");
    assertThat(page("")).contains("Type what you look for");
  }

  @Test
  void whatIsNotThereIsSaidAndNoTextBreaksTheSearch() {
    assertThat(page("nowhere-at-all")).contains("is known by “nowhere-at-all”");
    for (String odd : new String[] {"%", "_", "'", "\\", "!!", "a & b | c:*", "\u0000", "<b>"}) {
      assertThat(page(odd)).as(odd).contains("Quote whatever you have");
    }
    assertThat(page("x".repeat(201))).contains("Nothing of this company is known");
  }

  @Test
  void anotherCompanysRecordsAreNotFound() {
    Scene other = new Scene();
    UUID theirs = other.customer("Slagerij Pietersen");
    assertThat(found("Slagerij Pietersen")).isEmpty();
    assertThat(found(theirs.toString())).isEmpty();
  }

  @Test
  void aProgramIsToldWhatTheSearchNeeds() {
    String path = "/api/v1/companies/" + scene.id() + "/search";
    assertThat(program.get(path).statusCode()).isEqualTo(400);
    assertThat(program.get(path + "?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(program.get(path + "?q=x&more=1").body()).contains("it knows q");
  }

  @Test
  void thePageIsFine() {
    Sight.isFine("search", "/search?q=2026-00&company=" + scene.id());
  }
}
