package org.dunlin.config.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.config.demo.DemoBrowser.Shown;
import org.dunlin.sandbox.program.exact.ExactCompany;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.office.Office;
import org.dunlin.sandbox.program.xero.XeroCompany;
import org.dunlin.sandbox.world.World;
import org.joda.money.Money;

/**
 * The invented company's programs, played on this machine: the hub reaches them by the addresses of
 * their vendors, and they are connected as an administrator connects the real ones.
 */
final class DemoPrograms implements AutoCloseable {
  private static final String XERO = "xero";
  private static final String EXACT = "exact-online";
  private static final String MONEYBIRD = "moneybird";
  private static final String CLEARING = "setting.clearingAccounts";
  private static final String FEES = "setting.feeAccounts";
  private static final String MONEYBIRD_CLEARING = "234567890123456789";

  /** Each by the name of its folder, under which its connection goes, too. */
  static final List<String> NAMES = List.of(XERO, EXACT, MONEYBIRD);

  private final AppCredentials app = new AppCredentials("dunlin-demo", secret());
  private final String webhookKey = secret();
  private final String company;
  private final Office office;
  private final DemoProvider provider;

  private DemoPrograms(World world) throws IOException {
    this.company = world.company().id();
    this.office = Office.open(world, app, Clock.systemUTC());
    this.provider = DemoProvider.open(world);
    office.xero().knownAs(URI.create("https://api.xero.com"));
    office.exact().knownAs(URI.create("https://start.exactonline.nl"));
    office.moneybird().knownAs(URI.create("https://moneybird.com"));
    // A day lasts a second or two here, and the vendors' limits count by the minute.
    office.xero().limits().lift();
    office.exact().limits().lift();
    office.moneybird().limits().lift();
    office.exact().hooks().sign(webhookKey);
  }

  /** Opens them, before the first day of the world. */
  static DemoPrograms open(World world) throws IOException {
    return new DemoPrograms(world);
  }

  /** Where each of them is played, by its name. */
  Map<String, URI> places() {
    Map<String, URI> places = new LinkedHashMap<>();
    places.put(XERO, office.xero().address());
    places.put(EXACT, office.exact().address());
    places.put(MONEYBIRD, office.moneybird().address());
    places.put(DemoProvider.NAME, provider.address());
    return places;
  }

  /** Books in them what the company made since the last time. */
  void keep() {
    office.keep();
  }

  /** What they believe to be open of each of their invoices, by number. */
  Map<String, Money> open() {
    return office.open();
  }

  /** Waits until all that they notify the hub of has come there. */
  void tellAll() {
    office.xero().hooks().notices().drain();
    office.exact().hooks().notices().drain();
    office.moneybird().hooks().notices().drain();
    provider.tellAll();
  }

  /** Where customers pay by the links of messages. */
  DemoProvider provider() {
    return provider;
  }

  /** Connects the payment provider, by its key. */
  void connectProvider(DemoBrowser browser) throws IOException {
    String path = "programs/" + DemoProvider.NAME;
    Map<String, String> entered = new HashMap<>(provider.settings());
    entered.put("id", DemoProvider.NAME);
    Shown unused = browser.submit(browser.open(path + "?company=" + company), path, entered);
  }

  /** Connects one of them: adds it, permits the access there, and has its notices sent. */
  void connect(String program, DemoBrowser browser) throws IOException {
    Map<String, String> entered = new HashMap<>(settings(program));
    entered.put("setting.clientId", app.clientId());
    entered.put("setting.clientSecret", app.clientSecret());
    entered.put("id", program);
    String path = "programs/" + program;
    Shown added = browser.submit(browser.open(path + "?company=" + company), path, entered);

    Shown leave = browser.submit(added, connection(program) + "/authorise", Map.of());
    Shown consent = browser.open(URI.create(leave.found("id=\"leave\" href=\"([^\"]+)\"")));
    Shown back = browser.submit(consent, consent.address().getPath(), Map.of("decision", "allow"));
    if (program.equals(XERO)) {
      Shown hook = browser.submit(back, connection(program) + "/hook", Map.of());
      URI address = URI.create(hook.found("(http[^<\"]+/hooks/[^<\"]+)"));
      office.xero().hooks().to(address, webhookKey);
      if (!office.xero().hooks().intentToReceive()) {
        throw new IllegalStateException("The hub does not take the notices of " + program + ".");
      }
    }
  }

  /** Reads all of them at once, as an administrator may at any time. */
  void sync(DemoBrowser browser) throws IOException {
    for (String program : NAMES) {
      sync(program, browser);
    }
    sync(DemoProvider.NAME, browser);
  }

  private void sync(String program, DemoBrowser browser) throws IOException {
    Shown page = browser.open(connection(program) + "?company=" + company);
    browser.submit(page, connection(program) + "/sync", Map.of());
  }

  private static String connection(String program) {
    return "connections/" + program;
  }

  private Map<String, String> settings(String program) {
    return switch (program) {
      case XERO ->
          Map.of(
              "setting.paymentAccount",
              XeroCompany.BANK_ACCOUNT,
              CLEARING,
              DemoProvider.NAME + "=" + XeroCompany.CLEARING_ACCOUNT,
              FEES,
              DemoProvider.NAME + "=" + XeroCompany.FEE_ACCOUNT,
              "setting.webhookKey",
              webhookKey);
      case EXACT ->
          Map.of(
              "setting.country",
              "nl",
              "setting.journal",
              ExactCompany.BANK,
              CLEARING,
              DemoProvider.NAME + "=" + ExactCompany.CLEARING,
              "setting.noteType",
              "55",
              "setting.webhookSecret",
              webhookKey);
      case MONEYBIRD ->
          Map.of("setting.signIn", "app", CLEARING, DemoProvider.NAME + "=" + MONEYBIRD_CLEARING);
      default -> throw new IllegalArgumentException(program + " is not played.");
    };
  }

  private static String secret() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public void close() {
    office.close();
    provider.close();
  }
}
