package org.dunlin.sandbox.program.moneybird;

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

/** Moneybird with the books of one administration. */
public final class MoneybirdProgram implements AutoCloseable {
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

  private final Books books;
  private final MoneybirdCompany company;
  private final AuthorisationServer authorisation;
  private final MoneybirdHooks hooks;
  private final MoneybirdApi api;
  private final ProgramServer server;

  private MoneybirdProgram(
      Books books, MoneybirdCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    this.books = books;
    this.company = company;
    this.authorisation = new AuthorisationServer(clock, "Moneybird", company.name(), app, RULES);
    this.hooks = new MoneybirdHooks(books, company, clock);
    Routes routes = new Routes();
    this.api = new MoneybirdApi(routes, company);
    serve(routes, clock);
    Limits limits = new Limits(clock, Integer.MAX_VALUE, List.of(MoneybirdManners.FIVE_MINUTES));
    this.server = new ProgramServer(port, routes, new MoneybirdManners(), limits, authorisation);
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
    return new MoneybirdProgram(books, company, app, clock, port);
  }

  private void serve(Routes routes, Clock clock) {
    authorisation.serve(routes, AUTHORISE, TOKEN);
    api.administrations();
    new MoneybirdContacts(books, api).serve(api);
    new MoneybirdPapers(books, clock).serve(api, routes);
    new MoneybirdInvoices(books, api, clock).serve(api);
    new MoneybirdPayments(books, api).serve(api);
    new MoneybirdNotes(books, company).serve(api);
    new MoneybirdCredits(books, api, clock).serve(api);
    new MoneybirdReports(books, api, clock).serve(api);
    hooks.serve(api);
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /**
   * Lets what leads back here, such as the link to the next page, name another address than the one
   * at which this listens: the vendor's own, where whoever asks finds the way here by that name.
   */
  public void knownAs(URI name) {
    api.servedAt(name);
  }

  public Books books() {
    return books;
  }

  public MoneybirdCompany company() {
    return company;
  }

  public AuthorisationServer authorisation() {
    return authorisation;
  }

  public MoneybirdHooks hooks() {
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
