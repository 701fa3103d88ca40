package org.dunlin.config.pay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.mollie.MollieAccount;
import org.dunlin.sandbox.program.mollie.MolliePayment;
import org.dunlin.sandbox.program.mollie.MollieProgram;
import org.dunlin.sandbox.program.moneybird.MoneybirdCompany;
import org.dunlin.sandbox.program.moneybird.MoneybirdProgram;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.store.TestDatabase;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is around a hub that is paid by links: its accounting program, its payment provider, its
 * bank, and the mailbox of its customers. It lives on when a hub is killed.
 */
public final class Street implements AutoCloseable {
  public static final String COMPANY = "shop";
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final long ADMINISTRATION = 123456;
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/p/[\\w.~-]+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  final Mailbox mailbox = Mailbox.open();
  final Books books = new Books("moneybird", Clock.systemUTC());
  public final MoneybirdProgram moneybird;
  public final MollieProgram mollie;
  public final BankStatement bank;
  final int port = freePort();
  private final Path folder;
  private final TestDatabase database = TestDatabase.create();
  private final Map<String, SalesDocument> sold = new HashMap<>();
  private volatile LocalDate day = TODAY;

  public Street(Path folder) throws IOException {
    this.folder = folder;
    Path in = Files.createDirectories(folder.resolve("books").resolve("in"));
    bank = new BankStatement(in);
    moneybird =
        MoneybirdProgram.open(
            books,
            new MoneybirdCompany(
                ADMINISTRATION, "Shop B.V.", "NL", CurrencyUnit.EUR, ZoneId.of("Europe/Amsterdam")),
            new AppCredentials("nobody", "uses it"),
            Clock.systemUTC(),
            0);
    moneybird.knownAs(URI.create("https://moneybird.com"));
    moneybird.limits().lift();
    mollie =
        MollieProgram.open(
            MollieAccount.of("Shop B.V.", CurrencyUnit.EUR), Clock.systemUTC(), business(), 0);
    mollie.knownAs(URI.create("https://api.mollie.com"), URI.create("https://www.mollie.com"));
    mollie.limits().lift();
  }

  /** The company's own day, at this time of the day. */
  private Clock business() {
    return new Clock() {
      @Override
      public Instant instant() {
        return day.atTime(LocalTime.now(ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks for it");
      }
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Sells to somebody, so that a first reminder is due today. */
  public void sell(String name, int euro) {
    String number = String.format(Locale.ROOT, "2026-%04d", sold.size() + 1);
    Money price = Money.of(CurrencyUnit.EUR, new BigDecimal(euro));
    Draft draft =
        new Draft(
            number,
            books.addContact(customer(name)).id(),
            TODAY.minusDays(36),
            TODAY.minusDays(6),
            CurrencyUnit.EUR,
            List.of(new Item("Chairs", BigDecimal.ONE, price, BigDecimal.ZERO)),
            null,
            null,
            null);
    sold.put(
        name, books.addDocument(SalesDocument.Kind.INVOICE, SalesDocument.State.APPROVED, draft));
  }

  private static Customer customer(String name) {
    return new Customer(
        name,
        name,
        name + " B.V.",
        email(name),
        null,
        null,
        "en",
        null,
        null,
        List.of(),
        false,
        List.of(),
        null,
        30,
        null);
  }

  static String email(String name) {
    return name + "@customers.example";
  }

  private SalesDocument sold(String name) {
    return Objects.requireNonNull(sold.get(name), name);
  }

  /** The number of what was sold to somebody. */
  String number(String name) {
    return sold(name).draft().number();
  }

  /** What the accounting program believes to be open of it. */
  public Money openInBooks(String name) {
    return books.sums().open(sold(name));
  }

  /** How often the accounting program has a payment of it that stands. */
  public long bookedPayments(String name) {
    return books.receipts().all().stream()
        .filter(each -> sold(name).id().equals(each.document()))
        .count();
  }

  /** The link of the last message to somebody. */
  public String link(String name) {
    Mail last = mails(name).getLast();
    Matcher link = LINK.matcher(last.text());
    assertThat(link.find()).as(last.text()).isTrue();
    return link.group();
  }

  List<Mail> mails(String name) {
    return mailbox.messages().stream().filter(each -> each.to().equals(email(name))).toList();
  }

  /** The attempts to pay what was sold to somebody, as the provider knows them. */
  public List<MolliePayment> attempts(String name) {
    return mollie.till().payments().stream()
        .filter(each -> each.description().contains(number(name)))
        .toList();
  }

  void dayIs(LocalDate date) {
    day = date;
  }

  /** The folder that the bank's statements come into. */
  public Path in() {
    return folder.resolve("books").resolve("in");
  }

  /** The settings of a hub on this street: as in earnest, only faster. */
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.import", "");
    settings.put("logging.config", "classpath:logback-spring.xml");
    settings.put("logging.level.org.dunlin.config.hub.SaidStandIns", "error");
    settings.put("server.port", "0");
    settings.put(
        "dunlin.key",
        Base64.getEncoder().encodeToString("key of specifications: 32 bytes.".getBytes(US_ASCII)));
    settings.put("dunlin.admin-password", "only for this specification");
    settings.put("dunlin.data", folder.resolve("data"));
    settings.put("dunlin.database.url", database.jdbcUrl());
    settings.put("dunlin.database.user", database.user());
    settings.put("dunlin.database.password", database.password());
    settings.put("dunlin.lease", "3s");
    settings.put("dunlin.sweep", "200ms");
    settings.put("dunlin.folder-poll", "50ms");
    settings.put("dunlin.folder-settle", "100ms");
    settings.put("dunlin.backup.nightly", "false");
    settings.put("dunlin.smtp.host", mailbox.host());
    settings.put("dunlin.smtp.port", mailbox.port());
    settings.put("dunlin.smtp.from", "hub@dunlin.example");
    settings.put("dunlin.smtp.start-tls", "false");
    settings.put("dunlin.public.port", port);
    settings.put("dunlin.public.address", "127.0.0.1");
    settings.put("dunlin.public.url", "http://127.0.0.1:" + port);
    settings.put("dunlin.programs.directory", folder.resolve("programs"));
    settings.put("dunlin.programs.stand-ins.moneybird", moneybird.address());
    settings.put("dunlin.programs.stand-ins.mollie", mollie.address());
    company(settings, "dunlin.companies[0].");
    return settings;
  }

  private void company(Map<String, Object> settings, String company) {
    settings.put(company + "id", COMPANY);
    settings.put(company + "name", "Shop B.V.");
    settings.put(company + "country", "NL");
    settings.put(company + "time-zone", "Europe/Amsterdam");
    settings.put(company + "currency", "EUR");
    settings.put(company + "ibans[0]", BankStatement.IBAN);
    settings.put(company + "reply-to", "books@shop.example");
    settings.put(company + "mode", "LIVE");
    settings.put(company + "go-live-anyway", "its world is simulated");
    settings.put(company + "business-date", TODAY.minusDays(1));
    settings.put(company + "folders.books", folder.resolve("books"));
    String books = company + "connections.moneybird.";
    settings.put(books + "program", "moneybird");
    settings.put(books + "settings.signIn", "token");
    settings.put(books + "settings.apiToken", moneybird.authorisation().personalToken());
    settings.put(books + "settings.administration", ADMINISTRATION);
    settings.put(books + "settings.clearingAccounts", "mollie=234567890123456789");
    String provider = company + "connections.mollie.";
    settings.put(provider + "program", "mollie");
    settings.put(provider + "settings.access", "token");
    settings.put(provider + "settings.apiKey", mollie.account().accessToken());
    settings.put(provider + "settings.profile", mollie.account().profile());
  }

  /** Waits until it is so. */
  static void await(String what, BooleanSupplier so) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!so.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  public void close() throws IOException {
    mollie.close();
    moneybird.close();
    mailbox.close();
    database.close();
  }
}
