package org.dunlin.sandbox.program.xero;

import java.io.IOException;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Consent;
import org.dunlin.sandbox.program.SetClock;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.Books;
import org.joda.money.CurrencyUnit;

/** Xero with books in it, and an app that asks. */
final class PlayedXero implements AutoCloseable {
  static final String API = "/api.xro/2.0";
  static final XeroCompany COMPANY = new XeroCompany("Voorbeeld B.V.", "NL", CurrencyUnit.EUR);

  final SetClock clock = new SetClock();
  final Books books = new Books("xero", clock);
  final XeroProgram program;
  final Caller app;
  final Consent consent;
  final Sold sold = new Sold(books);

  PlayedXero() throws IOException {
    program = XeroProgram.open(books, COMPANY, Consent.APP, clock, 0);
    app = new Caller(program.address());
    consent =
        new Consent(
            app,
            XeroProgram.AUTHORISE,
            XeroProgram.TOKEN,
            "offline_access accounting.transactions accounting.contacts");
  }

  /** The same with a token, the tenant and JSON asked for. */
  PlayedXero authorised() {
    app.header("Authorization", "Bearer " + consent.tokens().path("access_token").asText())
        .header("xero-tenant-id", COMPANY.tenant().toString())
        .header("Accept", "application/json");
    return this;
  }

  @Override
  public void close() {
    program.close();
    app.close();
  }
}
