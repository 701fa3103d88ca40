package org.dunlin.sandbox.program.moneybird;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.ProgramServer;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.oauth.AuthorisationServer;
import org.dunlin.sandbox.program.oauth.AuthorisedProgram;
import org.dunlin.sandbox.program.oauth.OAuthFault;
import org.dunlin.sandbox.program.oauth.TokenRules;

/** Moneybird with the books of one administration. */
public final class MoneybirdProgram extends AuthorisedProgram {
  /** The path of the page on which a person consents. */
  public static final String AUTHORISE = "/oauth/authorize";

  /** The path at which tokens are given out. */
  public static final String TOKEN = "/oauth/token";

  private static final TokenRules RULES =
      new TokenRules(
          Duration.ofDays(14),
          Duration.ofDays(365),
          Duration.ZERO,
          Integer.MAX_VALUE,
          null,
          new OAuthFault(400, "invalid_grant", "The refresh token was used before."),
          new OAuthFault(400, "invalid_grant", "It is too early."));

  private final MoneybirdCompany company;
  private final MoneybirdHooks hooks;
  private final MoneybirdApi api;

  private MoneybirdProgram(
      Books books,
      MoneybirdCompany company,
      AuthorisationServer authorisation,
      MoneybirdHooks hooks,
      MoneybirdApi api,
      ProgramServer server) {
    super(books, authorisation, hooks.notices(), server);
    this.company = company;
    this.hooks = hooks;
    this.api = api;
    api.servedAt(server.address());
  }

  /**
   * Opens it.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static MoneybirdProgram open(
      Books books, MoneybirdCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    AuthorisationServer authorisation =
        new AuthorisationServer(clock, "Moneybird", company.name(), app, RULES);
    MoneybirdHooks hooks = new MoneybirdHooks(books, company, clock);
    Routes routes = new Routes();
    authorisation.serve(routes, AUTHORISE, TOKEN);
    MoneybirdApi api = new MoneybirdApi(routes, company);
    serve(api, routes, books, clock);
    hooks.serve(api);
    Limits limits = new Limits(clock, Integer.MAX_VALUE, List.of(MoneybirdManners.FIVE_MINUTES));
    ProgramServer server =
        new ProgramServer(port, routes, new MoneybirdManners(), limits, authorisation);
    return new MoneybirdProgram(books, company, authorisation, hooks, api, server);
  }

  private static void serve(MoneybirdApi api, Routes routes, Books books, Clock clock) {
    api.administrations();
    new MoneybirdContacts(books, api).serve(api);
    new MoneybirdPapers(books, clock).serve(api, routes);
    new MoneybirdInvoices(books, api, clock).serve(api);
    new MoneybirdPayments(books, api).serve(api);
    new MoneybirdNotes(books, api.company()).serve(api);
    new MoneybirdCredits(books, api, clock).serve(api);
    new MoneybirdReports(books, api, clock).serve(api);
  }

  @Override
  public void knownAs(URI name) {
    api.servedAt(name);
  }

  public MoneybirdCompany company() {
    return company;
  }

  public MoneybirdHooks hooks() {
    return hooks;
  }
}
