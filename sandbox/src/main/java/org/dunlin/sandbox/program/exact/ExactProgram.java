package org.dunlin.sandbox.program.exact;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.ProgramServer;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.oauth.AuthorisationServer;
import org.dunlin.sandbox.program.oauth.AuthorisedProgram;
import org.dunlin.sandbox.program.oauth.OAuthFault;
import org.dunlin.sandbox.program.oauth.TokenRules;

/** Exact Online with the books of one division. */
public final class ExactProgram extends AuthorisedProgram {
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

  private final ExactCompany company;
  private final ExactHooks hooks;
  private final ExactApi api;

  private ExactProgram(
      Books books,
      ExactCompany company,
      AuthorisationServer authorisation,
      ExactHooks hooks,
      ExactApi api,
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
  public static ExactProgram open(
      Books books, ExactCompany company, AppCredentials app, Clock clock, int port)
      throws IOException {
    AuthorisationServer authorisation =
        new AuthorisationServer(clock, "Exact Online", company.name(), app, RULES);
    ExactHooks hooks = new ExactHooks(books, company, clock, app.clientId());
    Routes routes = new Routes();
    authorisation.serve(routes, AUTHORISE, TOKEN);
    ExactApi api = new ExactApi(routes, company, books);
    serve(api, routes, books, company);
    hooks.serve(api);
    Limits limits =
        new Limits(clock, Integer.MAX_VALUE, List.of(ExactManners.MINUTE, ExactManners.DAY));
    ProgramServer server =
        new ProgramServer(port, routes, new ExactManners(), limits, authorisation);
    return new ExactProgram(books, company, authorisation, hooks, api, server);
  }

  private static void serve(ExactApi api, Routes routes, Books books, ExactCompany company) {
    new ExactSettings(company).serve(api);
    new ExactAccounts(books, company).serve(api);
    new ExactInvoices(books, company).serve(api);
    new ExactReceivables(books, company).serve(api);
    ExactJournals journals = new ExactJournals();
    new ExactEntries(
            books, company, journals, "Bank", Set.of(ExactCompany.BANK, ExactCompany.CLEARING))
        .serve(api);
    new ExactEntries(books, company, journals, "Cash", Set.of(ExactCompany.CASH)).serve(api);
    new ExactTransactions(books, company, journals).serve(api);
    new ExactDeleted(books, company).serve(api);
    new ExactDocuments(books, company).serve(api, routes);
  }

  /** Lets lists of a resource come in smaller pages, such as {@code crm/Accounts}. */
  public void pageSize(String path, int size) {
    api.pageSize(path, size);
  }

  @Override
  public void knownAs(URI name) {
    api.servedAt(name);
  }

  public ExactCompany company() {
    return company;
  }

  public ExactHooks hooks() {
    return hooks;
  }
}
