package org.dunlin.sandbox.program.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Forms;
import org.dunlin.sandbox.program.Gatekeeper;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.TokenState;

/** Lets a person consent, and gives out tokens. */
public final class AuthorisationServer implements Gatekeeper {
  private final Clock clock;
  private final String program;
  private final String company;
  private final AppCredentials app;
  private final Grants grants;
  private LocalDate countedOn = LocalDate.MIN;
  private int counted;

  /**
   * @param program its name, for the consent page
   * @param company whose books they are
   */
  public AuthorisationServer(
      Clock clock, String program, String company, AppCredentials app, TokenRules rules) {
    this.clock = clock;
    this.program = program;
    this.company = company;
    this.app = app;
    this.grants = new Grants(clock, rules);
  }

  /** Adds the consent page and the giver of tokens. */
  public void serve(Routes routes, String authorise, String token) {
    routes.open("GET", authorise, this::ask);
    routes.open("POST", authorise, this::decide);
    routes.open("POST", token, this::token);
  }

  /** Gives out tokens by other rules from now on. */
  public void rules(TokenRules rules) {
    grants.rules(rules);
  }

  public TokenRules rules() {
    return grants.rules();
  }

  /** Lets access tokens given out from now on last so long. */
  public void accessLasts(Duration duration) {
    rules(rules().lasting(duration));
  }

  /** Ends all access tokens; they can be renewed. */
  public void expire() {
    grants.expire();
  }

  /** Takes back what was consented to: no token is good any more. */
  public void revoke() {
    grants.revokeAll();
  }

  /**
   * Says yes for a person who was sent here, and gives the address to which the browser goes back.
   *
   * @throws Refusal when the page would refuse
   */
  public URI allow(URI question) {
    return URI.create(back(Forms.read(question.getRawQuery()), true));
  }

  /** An access token without the way through a browser, as a personal token would be. */
  public String personalToken() {
    return grants.begin("").access();
  }

  @Override
  public TokenState state(Ask ask) {
    return ask.bearer().map(grants::state).orElse(TokenState.MISSING);
  }

  private Reply ask(Ask ask) {
    check(ask.query());
    Map<String, String> fields = new LinkedHashMap<>(ask.query());
    return Reply.html(200, ConsentPage.html(program, company, ask.path(), fields))
        .with("Content-Security-Policy", ConsentPage.policy())
        .with("Referrer-Policy", "no-referrer");
  }

  private Reply decide(Ask ask) {
    Map<String, String> form = ask.form();
    return Reply.redirect(back(form, "allow".equals(form.get("decision"))));
  }

  private String back(Map<String, String> form, boolean allowed) {
    URI redirect = check(form);
    Map<String, String> back = new LinkedHashMap<>(Forms.read(redirect.getRawQuery()));
    if (allowed) {
      back.put(
          "code",
          grants.code(
              redirect.toString(),
              form.getOrDefault("scope", ""),
              Optional.ofNullable(form.get("code_challenge"))));
    } else {
      back.put("error", "access_denied");
    }
    Optional.ofNullable(form.get("state")).ifPresent(state -> back.put("state", state));
    return redirect.toString().replaceFirst("[?#].*", "") + "?" + Forms.write(back);
  }

  /** What is wrong is said on the page: nobody is sent to an address that is not to be trusted. */
  private URI check(Map<String, String> fields) {
    if (!app.clientId().equals(fields.get("client_id"))) {
      throw new Refusal(400, "The client_id is not that of an app of " + program + ".");
    }
    if (!"code".equals(fields.get("response_type"))) {
      throw new Refusal(400, "The response_type must be code.");
    }
    if (fields.containsKey("code_challenge")
        && !"S256".equals(fields.get("code_challenge_method"))) {
      throw new Refusal(400, "The code_challenge_method must be S256.");
    }
    try {
      URI redirect = URI.create(fields.getOrDefault("redirect_uri", ""));
      if ("http".equals(redirect.getScheme()) || "https".equals(redirect.getScheme())) {
        return redirect;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as of any other that is none.
    }
    throw new Refusal(400, "The redirect_uri must be an address of the app.");
  }

  private Reply token(Ask ask) {
    try {
      count();
      Map<String, String> form = ask.form();
      ClientCheck.of(ask, form, app);
      return reply(
          switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> grants.renew(form.getOrDefault("refresh_token", ""));
            default ->
                throw new OAuthFault(400, "unsupported_grant_type", "Not that grant type.")
                    .refused();
          });
    } catch (OAuthFault.Refused refused) {
      return refused.fault().reply();
    }
  }

  private Grants.Pair exchange(Map<String, String> form) {
    Code code =
        grants
            .take(form.getOrDefault("code", ""))
            .orElseThrow(
                () -> OAuthFault.grant("The code is not known, was used or has ended.").refused());
    if (!code.redirectUri().equals(form.get("redirect_uri"))) {
      throw OAuthFault.grant("The redirect_uri is not the one of the consent.").refused();
    }
    if (!Pkce.holds(code.challenge(), form.get("code_verifier"))) {
      throw OAuthFault.grant("The code_verifier is not that of the challenge.").refused();
    }
    return grants.begin(code.scope());
  }

  private synchronized void count() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    counted = today.equals(countedOn) ? counted + 1 : 1;
    countedOn = today;
    if (counted > rules().callsPerDay()) {
      throw new OAuthFault(429, "access_denied", "Too many requests for tokens today.").refused();
    }
  }

  private static Reply reply(Grants.Pair pair) {
    ObjectNode body = Json.object();
    body.put("access_token", pair.access());
    body.put("token_type", "Bearer");
    body.put("expires_in", pair.lasts().toSeconds());
    pair.refresh().ifPresent(token -> body.put("refresh_token", token));
    body.put("scope", pair.scope());
    return Reply.json(body);
  }
}
