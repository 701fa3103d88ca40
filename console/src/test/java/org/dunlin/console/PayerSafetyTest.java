package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.payer.ContestInvoice;
import org.junit.jupiter.api.Test;

/** Whoever has no link, or another's, learns nothing and changes nothing. */
class PayerSafetyTest {
  private static final String NOTHING = "There is nothing at this address";

  private final PayerScene mine = new PayerScene();
  private final Visitor visitor = new Visitor();

  @Test
  void aGuessedForgedCutOrChangedLinkIsAnsweredAsOneThatNeverWas() {
    String token = mine.path.substring("/p/".length());
    char last = token.charAt(token.length() - 1);
    List<String> wrong =
        List.of(
            "/p/" + "A".repeat(token.length()),
            "/p/" + token.substring(0, token.length() - 4),
            "/p/" + token.substring(0, token.length() - 1) + (last == 'A' ? 'E' : 'A'),
            "/p/" + token + "AAAA",
            "/p/" + token + "=",
            "/p/" + token + "/nothing",
            "/p/" + token + "/",
            "/p/",
            "/p",
            "/p/" + token + "/paper",
            "/p/" + token + "/pay/" + UUID.randomUUID());
    String answer = visitor.open("/p/" + "B".repeat(80)).body();
    assertThat(answer).contains(NOTHING).doesNotContain("Acme", "Jansen");
    for (String path : wrong) {
      HttpResponse<String> found = visitor.open(path);
      assertThat(found.statusCode()).as(path).isEqualTo(404);
      if (path.startsWith("/p/")) {
        assertThat(found.body()).as(path).isEqualTo(answer);
      }
    }
  }

  @Test
  void aRevokedLinkIsGoneAndItsFormsDoNothing() {
    String form = visitor.form(mine.path + "/message", "message");
    mine.links().revoke(mine.scene.id(), mine.customer, "anna");

    assertThat(visitor.open(mine.path).statusCode()).isEqualTo(404);
    assertThat(visitor.post(mine.path + "/message", "form", form, "words", "hello").statusCode())
        .isEqualTo(404);
    assertThat(visitor.post(mine.path + "/renew").statusCode()).isEqualTo(404);
    assertThat(dialogue()).isEmpty();
  }

  @Test
  void nothingOfAnotherCustomerOrCompanyIsShownFetchedOrChanged() throws Exception {
    UUID other = mine.scene.customer("Slagerij Peters");
    UUID theirs = mine.scene.invoice(other, "2026-0099", Scene.TODAY.minusDays(3), "500.00");
    UUID paper = mine.scene.document(other, theirs, "2026-0099.pdf", "%PDF-1.7 theirs");
    UUID own = mine.scene.document(mine.customer, mine.first, "2026-0042.pdf", "%PDF-1.7 mine");
    UUID noPdf = mine.scene.document(mine.customer, mine.second, "x.pdf", "<html>");
    PayerScene elsewhere = new PayerScene("Other B.V.", "Bakkerij Jansen B.V.");

    assertThat(visitor.open(mine.path).body())
        .contains("2026-0042", "2026-0051", "Jansen")
        .doesNotContain("2026-0099", "Peters", "Other B.V.");
    assertThat(visitor.open(mine.path + "/paper/" + own).body()).isEqualTo("%PDF-1.7 mine");
    assertThat(visitor.open(mine.path + "/paper/" + paper).statusCode()).isEqualTo(404);
    assertThat(visitor.open(mine.path + "/paper/" + noPdf).statusCode()).isEqualTo(404);
    assertThat(visitor.open(elsewhere.path + "/paper/" + own).statusCode()).isEqualTo(404);
    for (UUID foreign : List.of(theirs, elsewhere.first)) {
      assertThat(dispute(mine.path, foreign.toString()).statusCode()).isEqualTo(422);
      assertThat(promise(mine.path, foreign.toString()).statusCode()).isEqualTo(422);
      assertThat(
              visitor
                  .post(
                      mine.path + "/pay",
                      "form",
                      visitor.form(mine.path, "pay"),
                      "what",
                      "chosen",
                      "i",
                      foreign.toString())
                  .statusCode())
          .isEqualTo(422);
    }
    assertThat(mine.said()).isEmpty();
    assertThat(elsewhere.said()).isEmpty();
  }

  @Test
  void aFormOfAnotherLinkAnotherActOrNoneIsNotTaken() {
    PayerScene other = new PayerScene();
    String foreign = visitor.form(other.path + "/message", "message");
    String another = visitor.form(mine.path + "/contact", "contact");
    String own = visitor.form(mine.path + "/message", "message");
    for (String form :
        List.of("", "x", foreign, another, UUID.randomUUID() + own.substring(36), own + "0")) {
      HttpResponse<String> answer =
          visitor.post(mine.path + "/message", "form", form, "words", "hello");
      assertThat(answer.statusCode()).as(form).isEqualTo(422);
      assertThat(answer.body()).contains("open for too long", "hello");
    }
    assertThat(dialogue()).isEmpty();
  }

  @Test
  void aFormThatIsSentTwiceIsCarriedOutOnce() {
    String form = visitor.form(mine.path + "/message", "message");
    for (int time = 0; time < 3; time++) {
      assertThat(visitor.post(mine.path + "/message", "form", form, "words", "hello").statusCode())
          .isEqualTo(303);
    }
    assertThat(dialogue()).containsExactly("hello");
  }

  @Test
  void lookingChangesNothingBesideTheNoteOfAVisit() {
    mine.payableOnline();
    for (String act :
        List.of(
            "",
            "/pay",
            "/part",
            "/dispute",
            "/promise",
            "/instalments",
            "/contact",
            "/language",
            "/message",
            "/mandate",
            "/renew",
            "/logo",
            "/back")) {
      visitor.open(mine.path + act + "?form=x&what=all&words=hello&on=2026-11-25&done=message");
      visitor.ask("HEAD", mine.path + act);
    }
    assertThat(mine.said()).isEmpty();
    assertThat(dialogue()).isEmpty();
    assertThat(mine.stores().pay().checkouts().ofLink(mine.scene.id(), linkId(), 10)).isEmpty();
    assertThat(events())
        .filteredOn(event -> event.startsWith("PAYER_"))
        .containsExactly("PAYER_VISITED");
  }

  @Test
  void aVisitBySomebodyWhoOnlyAsksForTheHeadIsNone() {
    HttpResponse<String> head = visitor.ask("HEAD", mine.path);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(events()).doesNotContain("PAYER_VISITED");
    assertThat(visitor.ask("DELETE", mine.path).statusCode()).isEqualTo(405);
  }

  @Test
  void theAnswerSaysThatNothingIsKeptFramedIndexedOrTold() {
    var headers = visitor.open(mine.path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "script-src", "http");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void whatPeopleAndProgramsCallThemselvesIsTextAndNothingElse() {
    PayerScene hostile =
        new PayerScene("<script>alert(1)</script> B.V.", "\"><img src=x onerror=alert(1)>");
    String form = visitor.form(hostile.path + "/message", "message");
    visitor.post(
        hostile.path + "/message", "form", form, "words", "</div><script>alert(2)</script>");
    String page = visitor.open(hostile.path + "?done=%3Cscript%3E&lang=%22%3E%3Cscript%3E").body();

    assertThat(page)
        .contains("&lt;script&gt;alert(1)", "&lt;script&gt;alert(2)")
        .doesNotContain("<script", "<img src=x");
    HttpResponse<String> typed =
        visitor.post(hostile.path + "/promise", "form", "x", "on", "\"><script>alert(3)</script>");
    assertThat(typed.body()).doesNotContain("<script");
  }

  @Test
  void noAddressIsBrokenByALineEndAndNoneLeadsElsewhere() {
    for (String query :
        List.of(
            "?lang=nl%0d%0aSet-Cookie:%20a=b",
            "?done=message%0d%0aX-Evil:%201",
            "?lang=//evil.example",
            "?back=https://evil.example",
            "?n=1%0d%0aRefresh:%200")) {
      for (String act : List.of("", "/renew", "/pay", "/back", "/language")) {
        HttpResponse<String> answer = visitor.open(mine.path + act + query);
        assertThat(answer.headers().map().toString()).doesNotContain("evil", "a=b", "X-Evil");
        assertThat(answer.body()).doesNotContain("evil.example");
      }
    }
    HttpResponse<String> sent =
        visitor.post(
            mine.path + "/language?lang=nl",
            "form",
            visitor.form(mine.path + "/contact", "language"),
            "language",
            "de",
            "back",
            "https://evil.example");
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .startsWith("../")
        .endsWith("lang=nl");
  }

  @Test
  void noPathFromAPageLeadsToTheConsole() {
    for (String target :
        List.of(
            mine.path + "/../../login",
            mine.path + "/..%2f..%2flogin",
            mine.path + "/%2e%2e/%2e%2e/login",
            mine.path + "/..;/..;/login",
            mine.path + ";/login",
            "/p/../login",
            "/p/..;/login",
            "/p//login",
            "/p/login",
            "//p/../login",
            mine.path + "/pay;x=1",
            mine.path + "%00")) {
      RawSocket.Answer answer =
          RawSocket.ask(Hub.SHARED.publicPort(), "GET " + target + " HTTP/1.1");
      assertThat(answer.status()).as(target).isIn(400, 404);
      assertThat(answer.text()).doesNotContain("password", "Tomcat", "Exception", "Set-Cookie");
    }
    String console = URI.create(Hub.SHARED.address()).getHost();
    assertThat(console).isNotEmpty();
    assertThat(Browser.stranger().open(mine.path).statusCode()).isIn(302, 403);
  }

  @Test
  void whatIsTooLargeOrNoDocumentIsNotTakenAndSaysSo() {
    byte[] pdf = bytes("%PDF-1.7 a");
    byte[] large = new byte[6 * 1024 * 1024];
    System.arraycopy(pdf, 0, large, 0, pdf.length);
    assertThat(upload(new Visitor.Sent("a.pdf", large)).statusCode()).isEqualTo(413);
    assertThat(upload(new Visitor.Sent("a.pdf", bytes("MZ\u0090"))).body())
        .contains("neither a PDF nor");
    assertThat(upload(new Visitor.Sent("a.svg", bytes("<svg onload=alert(1)>"))).statusCode())
        .isEqualTo(422);
    Visitor.Sent one = new Visitor.Sent("a.pdf", pdf);
    assertThat(upload(one, one, one, one, one, one).body()).contains("At most 5 files");
    assertThat(mine.said()).isEmpty();
    byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    assertThat(
            upload(
                    new Visitor.Sent("../../etc/<b>pass\u202ewd.exe", pdf),
                    new Visitor.Sent("photo", png))
                .statusCode())
        .isEqualTo(303);
    UUID dispute = mine.said().getFirst().id();
    assertThat(mine.stores().payer().papers().of(mine.scene.id(), dispute))
        .extracting(paper -> paper.name() + " " + paper.mediaType())
        .containsExactly("-b-pass-wd.pdf application/pdf", "photo.png image/png");
  }

  @Test
  void aFileOfAFormThatIsNotThePagesOwnIsNotEvenLookedAt() {
    HttpResponse<String> answer =
        visitor.post(
            mine.path + "/dispute",
            Map.of("form", "x", "i", mine.first.toString(), "reason", "PRICE", "words", "hello"),
            List.of(new Visitor.Sent("a.pdf", bytes("MZ\u0090"))));

    assertThat(answer.body()).contains("open for too long").doesNotContain("neither a PDF nor");
  }

  @Test
  void noMoreIsTakenThanACompanyCanLookAt() {
    for (int dispute = 0; dispute < ContestInvoice.MOST_OPEN; dispute++) {
      assertThat(contest(mine.first).statusCode()).isEqualTo(303);
    }
    assertThat(contest(mine.first).body()).contains("disputes over this invoice are open already");
    UUID third = mine.scene.invoice(mine.customer, "2026-0060", Scene.TODAY, "100.00");
    Visitor.Sent one = new Visitor.Sent("a.pdf", bytes("%PDF-1.7 a"));
    for (int sent = 0; sent < ContestInvoice.MOST_PAPERS; sent += 5) {
      assertThat(contest(third, one, one, one, one, one).statusCode()).isEqualTo(303);
    }
    assertThat(contest(third, one).body()).contains("more documents than are taken in a day");
    assertThat(contest(third).statusCode()).isEqualTo(303);
    assertThat(mine.stores().payer().papers().ofCustomers(mine.scene.id(), List.of(mine.customer)))
        .hasSize(ContestInvoice.MOST_PAPERS);
  }

  private HttpResponse<String> contest(UUID invoice, Visitor.Sent... files) {
    return visitor.post(
        mine.path + "/dispute",
        Map.of(
            "form",
            visitor.form(mine.path + "/dispute", "dispute"),
            "i",
            invoice.toString(),
            "reason",
            "PRICE",
            "amount",
            "1.00",
            "words",
            "too much"),
        List.of(files));
  }

  private HttpResponse<String> dispute(String path, String invoice) {
    return visitor.post(
        path + "/dispute",
        Map.of(
            "form",
            visitor.form(path + "/dispute", "dispute"),
            "i",
            invoice,
            "reason",
            "PRICE",
            "words",
            "too much"),
        List.of());
  }

  private HttpResponse<String> promise(String path, String invoice) {
    return visitor.post(
        path + "/promise",
        "form",
        visitor.form(path + "/promise", "promise"),
        "i",
        invoice,
        "on",
        Scene.TODAY.plusDays(3).toString());
  }

  private HttpResponse<String> upload(Visitor.Sent... files) {
    return visitor.post(
        mine.path + "/dispute",
        Map.of(
            "form",
            visitor.form(mine.path + "/dispute", "dispute"),
            "i",
            mine.first.toString(),
            "reason",
            "PRICE",
            "words",
            "too much"),
        List.of(files));
  }

  private List<String> dialogue() {
    return mine
        .stores()
        .talk()
        .dialogue()
        .ofCustomers(mine.scene.id(), List.of(mine.customer), 10)
        .stream()
        .map(entry -> String.valueOf(entry.text()))
        .toList();
  }

  private List<String> events() {
    return mine.stores().journal().aboutCustomer(mine.scene.id(), mine.customer, null, 50).stream()
        .map(Journal.Entry::event)
        .toList();
  }

  private UUID linkId() {
    return UUID.fromString(
        mine.stores()
            .transactions()
            .in(
                () ->
                    mine.links()
                        .open(mine.profile(), mine.customer, Set.of(mine.first), Scene.TODAY))
            .id());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
