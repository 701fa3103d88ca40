package org.dunlin.sandbox.program.xero;

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

/** Xero with the books of one organisation. */
public final class XeroProgram extends AuthorisedProgram {
  /** The path of the page on which a person consents. */
  public static final String AUTHORISE = "/identity/connect/authorize";

  /** The path at which tokens are given out. */
  public static final String TOKEN = "/connect/token";

  private static final TokenRules RULES =
      new TokenRules(
          Duration.ofMinutes(30),
          Duration.ofDays(60),
          Duration.ZERO,
          Integer.MAX_VALUE,
          "offline_access",
          new OAuthFault(400, "invalid_grant", "The refresh token was used before."),
          new OAuthFault(400, "invalid_grant", "It is too early."));

  private final XeroHooks hooks;
  private final XeroCompany company;

  private XeroProgram(
      Books books,
      XeroCompany company,
      AuthorisationServer authorisation,
      XeroHooks hooks,
      ProgramServer server) {
    super(books, authorisation, hooks.notices(), server);
    this.company = company;
    this.hooks = hooks;
    hooks.servedAt(server.address());
  }

  /**
   * Opens it.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static XeroProgram open(
      Books books, XeroCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    AuthorisationServer authorisation =
        new AuthorisationServer(clock, "Xero", company.name(), app, RULES);
    Routes routes = new Routes();
    authorisation.serve(routes, AUTHORISE, TOKEN);
    serve(routes, books, company, clock);
    Limits limits =
        new Limits(clock, 5, List.of(XeroManners.MINUTE, XeroManners.DAY, XeroManners.APP_MINUTE));
    ProgramServer server =
        new ProgramServer(port, routes, new XeroManners(clock), limits, authorisation);
    return new XeroProgram(books, company, authorisation, new XeroHooks(books, company), server);
  }

  private static void serve(Routes routes, Books books, XeroCompany company, Clock clock) {
    XeroApi api = new XeroApi(routes, company.tenant());
    XeroEnvelope envelope = new XeroEnvelope(clock);
    XeroDrafts drafts = new XeroDrafts(books, company);
    new XeroConnections(company, api).serve(routes);
    new XeroSettings(company, envelope).serve(api);
    new XeroContacts(books, company, envelope, clock).serve(api);
    new XeroInvoices(books, envelope, drafts).serve(api);
    new XeroCreditNotes(books, envelope, drafts).serve(api);
    new XeroPayments(books, company, envelope).serve(api);
    new XeroBankTransactions(company, envelope).serve(api);
    new XeroDeposits(books, company, envelope).serve(api);
    new XeroHistory(books, envelope).serve(api);
    new XeroPaymentServices(company, envelope).serve(api);
  }

  @Override
  public void knownAs(URI name) {
    hooks.servedAt(name);
  }

  public XeroCompany company() {
    return company;
  }

  public XeroHooks hooks() {
    return hooks;
  }
}
