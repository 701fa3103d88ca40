package org.dunlin.sandbox.program.exact;

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

/** Exact Online with the books of one division. */
public final class ExactProgram implements AutoCloseable {
  /** The path of the page on which a person consents. */
  public static final String AUTHORISE = "/api/oauth2/auth";

  /** The path at which tokens are given out. */
  public static final String TOKEN = "/api/oauth2/token";

  private static final TokenRules RULES =
      new TokenRules(
          Duration.ofMinutes(10),
          Duration.ofDays(30),
          Duration.ofSeconds(570),
          200,
          null,
          new OAuthFault(401, "unauthorized_client", "Old refresh token used."),
          new OAuthFault(400, "access_denied", "Rate limit exceeded: access_token not expired"));

  private final Books books;
  private final ExactCompany company;
  private final AuthorisationServer authorisation;
  private final ExactHooks hooks;
  private final ExactApi api;
  private final ProgramServer server;

  private ExactProgram(Books books, ExactCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    this.books = books;
    this.company = company;
    this.authorisation = new AuthorisationServer(clock, "Exact Online", company.name(), app, RULES);
    this.hooks = new ExactHooks(books, company, clock, app.clientId());
    Routes routes = new Routes();
    this.api = new ExactApi(routes, company, books);
    serve(routes);
    Limits limits =
        new Limits(clock, Integer.MAX_VALUE, List.of(ExactManners.MINUTE, ExactManners.DAY));
    this.server = new ProgramServer(port, routes, new ExactManners(), limits, authorisation);
    api.servedAt(server.address());
  }

  /**
   * Opens it.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static ExactProgram open(
      Books books, ExactCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    return new ExactProgram(books, company, app, clock, port);
  }

  private void serve(Routes routes) {
    authorisation.serve(routes, AUTHORISE, TOKEN);
    new ExactSettings(company).serve(api);
    new ExactAccounts(books, company).serve(api);
    new ExactInvoices(books, company).serve(api);
    new ExactReceivables(books, company).serve(api);
    ExactJournals journals = new ExactJournals();
    new ExactEntries(books, company, journals, "Bank", ExactCompany.BANK).serve(api);
    new ExactEntries(books, company, journals, "Cash", ExactCompany.CASH).serve(api);
    new ExactTransactions(books, company, journals).serve(api);
    new ExactDeleted(books, company).serve(api);
    new ExactDocuments(books, company).serve(api, routes);
    hooks.serve(api);
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /** Lets lists of a resource come in smaller pages, such as {@code crm/Accounts}. */
  public void pageSize(String path, int size) {
    api.pageSize(path, size);
  }

  /**
   * Lets what leads back here, such as {@code __next}, name another address than the one at which
   * this listens: the vendor's own, where whoever asks finds the way here by that name.
   */
  public void knownAs(URI name) {
    api.servedAt(name);
  }

  public Books books() {
    return books;
  }

  public ExactCompany company() {
    return company;
  }

  public AuthorisationServer authorisation() {
    return authorisation;
  }

  public ExactHooks hooks() {
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
