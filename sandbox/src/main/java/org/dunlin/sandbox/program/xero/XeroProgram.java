package org.dunlin.sandbox.program.xero;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.dunlin.sandbox.program.Call;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.ProgramServer;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.Trouble;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.oauth.AuthorisationServer;
import org.dunlin.sandbox.program.oauth.OAuthFault;
import org.dunlin.sandbox.program.oauth.TokenRules;

/** Xero with the books of one organisation. */
public final class XeroProgram implements AutoCloseable {
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

  private final Books books;
  private final AuthorisationServer authorisation;
  private final XeroHooks hooks;
  private final ProgramServer server;
  private final XeroCompany company;

  private XeroProgram(Books books, XeroCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    this.books = books;
    this.company = company;
    this.authorisation = new AuthorisationServer(clock, "Xero", company.name(), app, RULES);
    this.hooks = new XeroHooks(books, company);
    Limits limits =
        new Limits(clock, 5, List.of(XeroManners.MINUTE, XeroManners.DAY, XeroManners.APP_MINUTE));
    this.server =
        new ProgramServer(port, routes(clock), new XeroManners(clock), limits, authorisation);
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
    return new XeroProgram(books, company, app, clock, port);
  }

  private Routes routes(Clock clock) {
    Routes routes = new Routes();
    authorisation.serve(routes, AUTHORISE, TOKEN);
    XeroApi api = new XeroApi(routes, company.tenant());
    XeroEnvelope envelope = new XeroEnvelope(clock);
    XeroDrafts drafts = new XeroDrafts(books, company);
    new XeroConnections(company, api).serve(routes);
    new XeroSettings(company, envelope).serve(api);
    new XeroContacts(books, company, envelope, clock).serve(api);
    new XeroInvoices(books, envelope, drafts).serve(api);
    new XeroCreditNotes(books, envelope, drafts).serve(api);
    new XeroPayments(books, company, envelope).serve(api);
    new XeroDeposits(books, company, envelope).serve(api);
    new XeroHistory(books, envelope).serve(api);
    new XeroPaymentServices(company, envelope).serve(api);
    return routes;
  }

  /** Where it listens, without a slash at the end: for login, identity and API alike. */
  public URI address() {
    return server.address();
  }

  /**
   * Lets what leads back here, such as the address in a notice, name another address than the one
   * at which this listens: the vendor's own, where whoever asks finds the way here by that name.
   */
  public void knownAs(URI name) {
    hooks.servedAt(name);
  }

  public Books books() {
    return books;
  }

  public XeroCompany company() {
    return company;
  }

  public AuthorisationServer authorisation() {
    return authorisation;
  }

  public XeroHooks hooks() {
    return hooks;
  }

  public Trouble trouble() {
    return server.trouble();
  }

  public Limits limits() {
    return server.limits();
  }

  /** What was asked until now. */
  public List<Call> calls() {
    return server.calls();
  }

  @Override
  public void close() {
    server.close();
    hooks.notices().close();
  }
}
