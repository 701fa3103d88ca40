package org.dunlin.sandbox.program.moneybird;

import java.io.IOException;
import java.time.ZoneId;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Consent;
import org.dunlin.sandbox.program.SetClock;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.Books;
import org.joda.money.CurrencyUnit;

/** Moneybird with books in it, and an app that asks. */
final class PlayedMoneybird implements AutoCloseable {
  static final MoneybirdCompany COMPANY =
      new MoneybirdCompany(
          123, "Voorbeeld B.V.", "NL", CurrencyUnit.EUR, ZoneId.of("Europe/Amsterdam"));
  static final String API = "/api/v2/123/";

  final SetClock clock = new SetClock();
  final Books books = new Books("moneybird", clock);
  final MoneybirdProgram program;
  final Caller app;
  final Consent consent;
  final Sold sold = new Sold(books);

  PlayedMoneybird() throws IOException {
    program = MoneybirdProgram.open(books, COMPANY, Consent.APP, clock, 0);
    app = new Caller(program.address());
    consent =
        new Consent(
            app, MoneybirdProgram.AUTHORISE, MoneybirdProgram.TOKEN, "sales_invoices settings");
  }

  PlayedMoneybird authorised() {
    app.header("Authorization", "Bearer " + consent.tokens().path("access_token").asText());
    return this;
  }

  @Override
  public void close() {
    program.close();
    app.close();
  }
}
