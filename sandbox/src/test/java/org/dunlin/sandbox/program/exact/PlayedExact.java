package org.dunlin.sandbox.program.exact;

import java.io.IOException;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Consent;
import org.dunlin.sandbox.program.SetClock;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.Books;
import org.joda.money.CurrencyUnit;

/** Exact Online with books in it, and an app that asks. */
final class PlayedExact implements AutoCloseable {
  static final ExactCompany COMPANY =
      new ExactCompany(123456, "Voorbeeld B.V.", "NL", CurrencyUnit.EUR);
  static final String API = "/api/v1/123456/";

  final SetClock clock = new SetClock();
  final Books books = new Books("exact", clock);
  final ExactProgram program;
  final Caller app;
  final Consent consent;
  final Sold sold = new Sold(books);

  PlayedExact() throws IOException {
    program = ExactProgram.open(books, COMPANY, Consent.APP, clock, 0);
    app = new Caller(program.address());
    consent = new Consent(app, ExactProgram.AUTHORISE, ExactProgram.TOKEN, "");
  }

  PlayedExact authorised() {
    app.header("Authorization", "Bearer " + consent.tokens().path("access_token").asText())
        .header("Accept", "application/json");
    return this;
  }

  @Override
  public void close() {
    program.close();
    app.close();
  }
}
