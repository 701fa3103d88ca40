package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The documents that an invoice brought, and what a person decides over a number used twice. */
class DocumentsTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @Test
  void anAttachedDocumentIsListedAndSavedAndNeverShown() {
    UUID delivery =
        scene.deliver(
            "invoice.xml", invoice("2026-11-01", document("text/html", "<b>x.html", "PGI+aGk=")));
    String page = browser.open(path(delivery, "")).body();
    assertThat(page).contains("bx.html", "text/html", "not a usual type");

    HttpResponse<String> saved = browser.open(link(page, delivery));
    assertThat(saved.body()).isEqualTo("<b>hi");
    assertThat(saved.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(saved.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(saved.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"bx.html\"");
  }

  @Test
  void aDocumentThatLiesElsewhereIsShownAsTextAndNotAsALink() {
    String elsewhere =
        "<AdditionalDocumentReference><ID>T</ID><Attachment><ExternalReference>"
            + "<URI>javascript:alert(1)</URI></ExternalReference></Attachment>"
            + "</AdditionalDocumentReference>";
    UUID delivery = scene.deliver("invoice.xml", invoice("2026-11-01", elsewhere));
    assertThat(browser.open(path(delivery, "")).body())
        .contains("javascript:alert(1)", "the hub has not loaded it")
        .doesNotContain("href=\"javascript");
  }

  @Test
  void aDocumentOfAnotherCompanyIsNotFound() {
    UUID delivery =
        scene.deliver("invoice.xml", invoice("2026-11-01", document("text/csv", "a.csv", "eDt5")));
    String link = link(browser.open(path(delivery, "")).body(), delivery);
    Scene other = new Scene();
    assertThat(browser.open(link.replace(scene.id(), other.id())).statusCode()).isEqualTo(404);
  }

  @Test
  void aPersonLetsTheRightOneOfTwoTakeTheOthersPlace() {
    scene.deliver("first.xml", invoice("2026-11-01", ""));
    UUID second = scene.deliver("second.xml", invoice("2026-11-02", ""));
    assertThat(browser.open(path(second, "")).body())
        .contains(
            "NUMBER_USED_TWICE",
            "These records were left out",
            "the first one stands",
            "Let it take the other");

    HttpResponse<String> answer =
        browser.press("/deliveries/" + second + "/replace", "company", scene.id());
    assertThat(browser.follow(answer).body()).contains("second.xml takes the other");
    scene.translate();
    assertThat(browser.open(path(second, "")).body())
        .contains(
            "what it brought stands in the ledger", "Invoice replaced by another of its number")
        .doesNotContain("NUMBER_USED_TWICE", "These records were left out");
  }

  private String path(UUID delivery, String what) {
    return "/deliveries/" + delivery + what + "?company=" + scene.id();
  }

  private static String link(String page, UUID delivery) {
    int from = page.indexOf("/deliveries/" + delivery + "/documents/");
    return page.substring(from, page.indexOf('"', from)).replace("&amp;", "&");
  }

  private static String document(String type, String name, String base64) {
    return "<AdditionalDocumentReference><ID>T</ID><Attachment><EmbeddedDocumentBinaryObject"
        + " mimeCode=\"%s\" filename=\"%s\">%s</EmbeddedDocumentBinaryObject></Attachment></AdditionalDocumentReference>"
            .formatted(type, name.replace("<", "&lt;").replace(">", "&gt;"), base64);
  }

  private String invoice(String issued, String documents) {
    return """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
    <ID>N-1</ID><IssueDate>%s</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode>%s
    <AccountingCustomerParty><Party><PartyName><Name>Jansen %s</Name></PartyName></Party>
    </AccountingCustomerParty>
    <LegalMonetaryTotal><TaxInclusiveAmount currencyID="EUR">5.00</TaxInclusiveAmount>
    <PayableAmount currencyID="EUR">5.00</PayableAmount></LegalMonetaryTotal></Invoice>
    """
        .formatted(issued, documents, scene.id());
  }
}
