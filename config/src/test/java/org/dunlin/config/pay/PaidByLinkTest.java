package org.dunlin.config.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.config.hub.Hub;
import org.dunlin.sandbox.program.mollie.MollieMethod;
import org.dunlin.sandbox.program.mollie.MolliePayer;
import org.dunlin.sandbox.program.mollie.MolliePayment;
import org.dunlin.sandbox.program.mollie.MollieStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.view.Credited;
import org.dunlin.store.view.Views;
import org.dunlin.work.day.BusinessDay;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.SteerProgram;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The circle, played once in a browser with a customer for each way in which it can go: reminder,
 * link, paid, notice, matched, no more reminders, booked in the accounting program.
 */
class PaidByLinkTest {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("dunlin.chromium", "/usr/bin/chromium"));

  /** What payers read who are paid for; they are written to in the company's language. */
  private static final String THANKS = "Hartelijk dank, het is betaald";

  private static final double PATIENCE_MILLIS = 45_000;
  private static final Money NOTHING = Money.zero(CurrencyUnit.EUR);
  private static final List<String> NAMES =
      List.of("plain", "lost", "before", "twice", "tabs", "both", "back", "never");

  private static final Map<String, UUID> INVOICES = new HashMap<>();
  private static final Map<String, String> SHOWN = new HashMap<>();
  private static final List<UUID> OFFERED = new ArrayList<>();
  private static final Map<String, Integer> MAILS = new HashMap<>();
  private static Duration untilPaid = Duration.ZERO;
  private static @Nullable Money openAfterChargeback;

  @TempDir private static Path folder = Path.of("");

  private static Street street;
  private static ConfigurableApplicationContext hub;

  @BeforeAll
  static void theCircleIsPlayed() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM), "skipped: there is no Chromium at " + CHROMIUM);
    street = new Street(folder);
    for (int i = 0; i < NAMES.size(); i++) {
      street.sell(NAMES.get(i), 100 + i);
    }
    hub = Hub.start(street.settings()).orElseThrow();
    LocalDate today = Street.TODAY;
    street.bank.bring(today.minusDays(60), today.minusDays(1), List.of());
    rest();
    hub.getBean(Stores.class)
        .invoices()
        .open(Street.COMPANY)
        .forEach(
            each -> INVOICES.put(each.invoice().number(), UUID.fromString(each.invoice().id())));
    begin(today);
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
        BrowserContext payer =
            browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
      payAll(payer);
    }
    rest();
    NAMES.forEach(name -> MAILS.put(name, street.mails(name).size()));
    street.bank.bring(
        today, today, List.of(new BankStatement.In(10_500, "both B.V.", street.number("both"))));
    rest();
    OFFERED.addAll(hub.getBean(Stores.class).views().reviewQueue().first(Street.COMPANY, 10));
    street.mollie.till().chargeBack(attempt("back").id());
    rest();
    openAfterChargeback = street.openInBooks("back");
    sync("moneybird");
    rest();
    for (int i = 1; i <= 16; i++) {
      if (today.plusDays(i).getDayOfWeek().getValue() < 6) {
        begin(today.plusDays(i));
        street.bank.bring(today.plusDays(i), today.plusDays(i), List.of());
        rest();
      }
    }
  }

  private static void payAll(BrowserContext payer) {
    Page page = payer.newPage();
    Instant begun = pay(page, "plain");
    thanked(page);
    untilPaid = Duration.between(begun, Instant.now());
    SHOWN.put("plain", page.content());

    street.mollie.hooks().notices().lose(1);
    begin(page, "lost");
    street.mollie.till().pay(attempt("lost").id(), MollieMethod.IDEAL, MolliePayer.SOMEBODY);
    street.mollie.hooks().notices().drain();
    sync("mollie");

    street.mollie.hooks().beforeRedirect(true);
    Instant unused = pay(page, "before");
    SHOWN.put("before", page.content());
    thanked(page);
    street.mollie.hooks().beforeRedirect(false);

    street.mollie.hooks().notices().doubleNext(1);
    unused = pay(page, "twice");

    Page other = payer.newPage();
    begin(page, "tabs");
    begin(other, "tabs");
    SHOWN.put("tabs", page.url() + " " + other.url());
    page.click("button[value=pay]");
    thanked(page);
    other.click("button[value=pay]");
    thanked(other);

    unused = pay(page, "both");
    unused = pay(page, "back");
    thanked(page);
  }

  private static void sync(String connection) {
    hub.getBean(SteerProgram.class).syncNow(Street.COMPANY, connection, Author.onPage("a person"));
  }

  /** Waits until the page that the payer comes back to says that it is paid. */
  private static void thanked(Page page) {
    try {
      page.waitForSelector(
          "text=" + THANKS, new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
    } catch (TimeoutError e) {
      Stores stores = hub.getBean(Stores.class);
      throw new AssertionError(
          page.url()
              + page.textContent("main")
              + stores.flows().of(Street.COMPANY)
              + stores.backlogs().of(Street.COMPANY),
          e);
    }
  }

  /** Opens the link of the message and leaves for the provider's page. */
  private static void begin(Page page, String name) {
    page.navigate(street.link(name));
    page.click("button[name=what][value=all]");
    page.waitForURL(url -> url.contains("/checkout/"));
  }

  /** And pays there; the moment at which the button was pressed. */
  private static Instant pay(Page page, String name) {
    begin(page, name);
    Instant pressed = Instant.now();
    page.click("button[value=pay]");
    page.waitForURL(url -> url.contains("/p/"));
    return pressed;
  }

  private static MolliePayment attempt(String name) {
    return street.attempts(name).getFirst();
  }

  private static void begin(LocalDate day) {
    street.dayIs(day);
    hub.getBean(BusinessDay.class).begin(Street.COMPANY, day);
    rest();
  }

  /** Waits until nothing moves any more, notices of the programs among it. */
  private static void rest() {
    BusinessDay businessDay = hub.getBean(BusinessDay.class);
    Street.await(
        "the work of the day ends",
        () -> {
          if (!empty() || !businessDay.drained(Street.COMPANY)) {
            return false;
          }
          street.moneybird.hooks().notices().drain();
          street.mollie.hooks().notices().drain();
          return businessDay.drained(Street.COMPANY);
        });
  }

  private static boolean empty() {
    try (var files = Files.list(folder.resolve("books").resolve("in"))) {
      return files.noneMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentState invoice(String name) {
    UUID id = Objects.requireNonNull(INVOICES.get(street.number(name)), name);
    return hub.getBean(Stores.class).invoices().find(Street.COMPANY, id).orElseThrow();
  }

  @AfterAll
  static void close() throws IOException {
    if (hub != null) {
      hub.close();
    }
    if (street != null) {
      street.close();
    }
  }

  @Test
  void whoeverPaysByTheLinkIsToldSoWithinSecondsAndTheInvoiceIsPaidHereAndInTheBooks() {
    assertThat(SHOWN.get("plain")).contains(THANKS);
    assertThat(untilPaid).isLessThan(Duration.ofSeconds(10));
    assertThat(invoice("plain").open()).isEqualTo(NOTHING);
    assertThat(street.openInBooks("plain")).isEqualTo(NOTHING);
    assertThat(street.bookedPayments("plain")).isOne();
  }

  @Test
  void aNoticeThatIsLostIsFoundByThePoll() {
    assertThat(invoice("lost").open()).isEqualTo(NOTHING);
    assertThat(street.bookedPayments("lost")).isOne();
  }

  @Test
  void aNoticeBeforeTheReturnOfThePayerCountsOnce() {
    assertThat(invoice("before").open()).isEqualTo(NOTHING);
    assertThat(street.bookedPayments("before")).isOne();
  }

  @Test
  void aNoticeThatComesTwiceCountsOnce() {
    assertThat(invoice("twice").open()).isEqualTo(NOTHING);
    assertThat(street.bookedPayments("twice")).isOne();
  }

  @Test
  void twoTabsPayTheSameOnce() {
    String[] addresses = String.valueOf(SHOWN.get("tabs")).split(" ");
    assertThat(addresses[0]).isEqualTo(addresses[1]);
    assertThat(street.attempts("tabs"))
        .filteredOn(each -> each.status() == MollieStatus.PAID)
        .hasSize(1);
    assertThat(street.bookedPayments("tabs")).isOne();
  }

  @Test
  void whatIsPaidByTransferAndByLinkIsOfferedOnceAsACreditOfItsPayer() {
    assertThat(invoice("both").open()).isEqualTo(NOTHING);
    assertThat(street.attempts("both"))
        .filteredOn(each -> each.status() == MollieStatus.PAID)
        .hasSize(1);
    Views views = hub.getBean(Stores.class).views();
    assertThat(OFFERED).hasSize(1);
    assertThat(views.details().payment(Street.COMPANY, OFFERED.getFirst()))
        .hasValueSatisfying(
            payment ->
                assertThat(payment.paidAgain())
                    .extracting(Credited::settled)
                    .isEqualTo(street.number("both")));
  }

  @Test
  void whatIsBookedIsTakenBackInTheBooksAfterAChargebackAndRemindersGoOn() {
    assertThat(openAfterChargeback).isEqualTo(invoice("back").invoice().total());
    assertThat(invoice("back").open()).isEqualTo(invoice("back").invoice().total());
    assertThat(street.openInBooks("back")).isEqualTo(invoice("back").invoice().total());
    assertThat(street.mails("back")).hasSizeGreaterThan(MAILS.getOrDefault("back", 0));
  }

  @Test
  void nobodyWhoHasPaidIsRemindedAgainAndWhoHasNotIs() {
    assertThat(street.mails("never")).hasSizeGreaterThan(MAILS.getOrDefault("never", 0));
    for (String name : List.of("plain", "lost", "before", "twice", "tabs", "both")) {
      assertThat(street.mails(name)).as(name).hasSize(1);
    }
  }
}
