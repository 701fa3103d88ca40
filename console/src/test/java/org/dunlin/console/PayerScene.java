package org.dunlin.console;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with a customer who has a link, and a provider that takes payments. */
final class PayerScene {
  private static final WireMockServer TILL = till();

  final Scene scene;
  final UUID customer;
  final UUID first;
  final UUID second;
  final String path;

  PayerScene() {
    this("Acme B.V.", "Bakkerij Jansen B.V.");
  }

  PayerScene(String company, String name) {
    scene = new Scene(company, "tests@example.test");
    customer = scene.customer(name);
    first = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(41), "1210.00");
    second = scene.invoice(customer, "2026-0051", Scene.TODAY.plusDays(9), "90.50");
    path = link(customer, first);
  }

  private static WireMockServer till() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    server.stubFor(
        post(urlPathEqualTo("/till/payments"))
            .willReturn(
                okJson("{\"id\": \"tr_1\", \"payAt\": \"https://till.example.test/pay/tr_1\"}")));
    server.stubFor(
        post(urlPathEqualTo("/till/payments/tr_1/refunds"))
            .willReturn(okJson("{\"id\": \"re_1\"}")));
    return server;
  }

  /** What was begun is paid, and something else has settled the invoices; the payment. */
  UUID paidTwice() {
    UUID payment = scene.payment("JANSEN", "online", "90.50");
    sql(
        "update payment set entry_key = account_key || '/tr_1' where payment_id = '%s'"
            .formatted(payment));
    sql(
        "update checkout set state = 'PAID', payment_id = '%s' where checkout_id = '%s'"
            .formatted(payment, checkout().id()));
    return payment;
  }

  /** Connects the provider. */
  void payableOnline() {
    payableOnline(TILL.port());
  }

  /** Connects a provider that answers there. */
  void payableOnline(int port) {
    Browser browser = Browser.signedIn();
    browser.open("/programs/till?company=" + scene.id());
    browser.press(
        "/programs/till",
        "company",
        scene.id(),
        "id",
        "till",
        "setting.address",
        "http://127.0.0.1:" + port,
        "setting.key",
        "key");
  }

  /** Lets the company collect by direct debit, under the identifier of the SEPA rule book. */
  void collects() {
    CompanyProfile profile = profile();
    Company company = profile.company();
    stores()
        .companies()
        .put(
            new CompanyProfile(
                new Company(
                    company.id(),
                    company.name(),
                    company.country(),
                    company.timeZone(),
                    company.language(),
                    company.currency(),
                    company.accounts(),
                    "NL79ZZZ999999990000",
                    true,
                    30,
                    Map.of(),
                    null,
                    null),
                profile.mode(),
                profile.replyTo(),
                profile.testMailbox(),
                profile.setBusinessDate()));
    stores()
        .debits()
        .settings()
        .put(company.id(), new CollectRules(true, 14, 1, CollectRules.RetryOn.PAYDAY));
  }

  /** The path of the page of a link for these invoices. */
  String link(UUID owner, UUID... invoices) {
    Set<UUID> all = new TreeSet<>(List.of(invoices));
    return stores().transactions().in(() -> path(links().open(profile(), owner, all, Scene.TODAY)));
  }

  static String path(PaymentLink link) {
    String url = String.valueOf(link.url());
    return url.substring(url.indexOf("/p/"));
  }

  PaymentLinks links() {
    return Hub.SHARED.context().getBean(PaymentLinks.class);
  }

  CompanyProfile profile() {
    return stores().companies().profile(scene.id());
  }

  /** A direct debit of an invoice is under way. */
  void debited(UUID invoice, LocalDate day) {
    UUID mandate = Ids.next();
    sql(
        """
        insert into mandate (company_id, mandate_id, customer_id, reference, scheme, state, signed_on,
                             origin, made_by, made_on)
        values ('%1$s', '%2$s', '%3$s', 'M-%2$s', 'CORE', 'ACTIVE', '%4$s', 'ENTERED', 'anna', '%4$s')
        """
            .formatted(scene.id(), mandate, customer, day));
    sql(
        """
        insert into debit (company_id, debit_id, customer_id, mandate_id, invoice_id, due_date, state,
                           announced, amount, currency, collect_on, attempt, notice_id, tested,
                           end_to_end_id, made_on)
        values ('%1$s', '%2$s', '%3$s', '%4$s', '%5$s', '%6$s', 'ANNOUNCED', 90.50, 90.50, 'EUR', '%6$s',
                1, '%2$s', false, 'E-%2$s', '%6$s')
        """
            .formatted(scene.id(), Ids.next(), customer, mandate, invoice, day));
  }

  private static void sql(String change) {
    JdbcClient.create(Hub.SHARED.context().getBean(TestDatabase.class).dataSource())
        .sql(change)
        .update();
  }

  void mode(DunningMode mode) {
    stores().companies().setMode(scene.id(), mode);
  }

  /** What was said of all customers of the company. */
  List<Standstill> said() {
    return stores().talk().standstills().standing(scene.id());
  }

  Stores stores() {
    return scene.stores();
  }

  /** What somebody does at the page in a browser. */
  interface Look {
    void at(Page page);
  }

  void at(Eye eye, Look look) {
    try (BrowserContext context = Chromium.stranger(eye, "en-GB")) {
      Page page = context.newPage();
      page.setDefaultTimeout(20_000);
      page.navigate(address(path));
      look.at(page);
    }
  }

  static String address(String path) {
    return "http://127.0.0.1:" + Hub.SHARED.publicPort() + path;
  }

  String pay(String... fields) {
    Visitor visitor = new Visitor();
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 2, fields.length);
    all[0] = "form";
    all[1] = visitor.form(path, "pay");
    return visitor.post(path + "/pay", all).body();
  }

  KeptCheckout checkout() {
    return checkouts().getFirst();
  }

  List<KeptCheckout> checkouts() {
    return stores().pay().links().ofCustomers(scene.id(), List.of(customer), 10).stream()
        .flatMap(link -> stores().pay().checkouts().ofLink(scene.id(), link.id(), 10).stream())
        .toList();
  }

  void told(KeptCheckout begun, CheckoutState state) {
    Checkout said =
        new Checkout("tr_1", begun.id().toString(), state, begun.amount(), "ideal", null);
    stores()
        .transactions()
        .run(() -> Hub.SHARED.context().getBean(Checkouts.class).told(scene.id(), "till", said));
  }
}
