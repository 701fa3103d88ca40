package org.dunlin.sandbox.program.office;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.Bookkeeper;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.exact.ExactCompany;
import org.dunlin.sandbox.program.exact.ExactProgram;
import org.dunlin.sandbox.program.moneybird.MoneybirdCompany;
import org.dunlin.sandbox.program.moneybird.MoneybirdProgram;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.xero.XeroCompany;
import org.dunlin.sandbox.program.xero.XeroProgram;
import org.dunlin.sandbox.world.MadeDocument;
import org.dunlin.sandbox.world.World;
import org.joda.money.Money;

/**
 * Xero, Exact Online and Moneybird with a sixth of the company's customers each; invoices of the
 * other half come as files. Of every other company in Xero they come as files, too, so that one
 * invoice takes two roads. It is to be opened before the world's first day.
 */
public final class Office implements AutoCloseable {
  private static final int SHARES = 6;
  private static final int DIVISION = 123456;

  private final XeroProgram xero;
  private final ExactProgram exact;
  private final MoneybirdProgram moneybird;
  private final World world;
  private final Map<String, Bookkeeper> keepers;

  private Office(World world, AppCredentials app, Clock clock) throws IOException {
    Company company = world.company();
    String name = company.name();
    String country = company.country();
    world.keepIn("xero", false, customer -> share(customer) == 0);
    world.keepIn("exact-online", true, customer -> share(customer) == 1);
    world.keepIn("moneybird", false, customer -> share(customer) == 2);
    world.fileToo(Office::takesTwoRoads);
    this.xero =
        XeroProgram.open(
            new Books("xero", clock),
            new XeroCompany(name, country, company.currency()),
            app,
            clock,
            0);
    this.exact =
        ExactProgram.open(
            new Books("exact-online", clock),
            new ExactCompany(DIVISION, name, country, company.currency()),
            app,
            clock,
            0);
    this.moneybird =
        MoneybirdProgram.open(
            new Books("moneybird", clock),
            new MoneybirdCompany(DIVISION, name, country, company.currency(), company.timeZone()),
            app,
            clock,
            0);
    this.world = world;
    this.keepers =
        Map.of(
            "xero", new Bookkeeper(xero.books()),
            "exact-online", new Bookkeeper(exact.books()),
            "moneybird", new Bookkeeper(moneybird.books()));
  }

  /**
   * Opens the programs on ports that are free.
   *
   * @param app by which each of them knows the hub
   * @param clock of the programs; a business day that passes is a day of theirs where it says so
   * @throws IOException when no port is free
   */
  public static Office open(World world, AppCredentials app, Clock clock) throws IOException {
    return new Office(world, app, clock);
  }

  /** Books what the world made since the last time, and says how many documents that were. */
  public int keep() {
    int documents = 0;
    for (Map.Entry<String, Bookkeeper> keeper : keepers.entrySet()) {
      List<MadeDocument> made = world.made(keeper.getKey());
      keeper.getValue().keep(made);
      documents += made.size();
    }
    return documents;
  }

  public XeroProgram xero() {
    return xero;
  }

  public ExactProgram exact() {
    return exact;
  }

  public MoneybirdProgram moneybird() {
    return moneybird;
  }

  /** What the programs believe to be open of each of their invoices, by number. */
  public Map<String, Money> open() {
    Map<String, Money> open = new TreeMap<>();
    for (Books books : List.of(xero.books(), exact.books(), moneybird.books())) {
      for (SalesDocument invoice : books.documents().all(SalesDocument::isInvoice)) {
        open.put(invoice.draft().number(), books.sums().open(invoice));
      }
    }
    return open;
  }

  @Override
  public void close() {
    xero.close();
    exact.close();
    moneybird.close();
  }

  private static int share(Customer customer) {
    return number(customer) % SHARES;
  }

  /** By its VAT number a company is known for the same wherever its invoices come from. */
  private static boolean takesTwoRoads(Customer customer) {
    return share(customer) == 0
        && number(customer) / SHARES % 2 == 0
        && customer.vatNumber() != null;
  }

  private static int number(Customer customer) {
    return Integer.parseInt(customer.id().replaceAll("\\D", ""));
  }
}
