package org.dunlin.connectors.program.authorise;

import java.util.Map;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Template;
import org.dunlin.core.port.HttpCall;

/** Puts credentials into requests: the last step before they are sent, since some are signed. */
public final class Authorising {
  /** The name by which facts know the cookies of a session: {@code session.cookie}. */
  public static final String COOKIE = "cookie";

  private Authorising() {}

  /**
   * The request with what shows that it may ask.
   *
   * @param facts with settings and secrets; with {@code token} for OAuth 2, {@code session.NAME}
   *     for a session, and {@code now} where requests are signed
   * @throws NoValue where something is missing
   */
  public static HttpCall authorised(Program program, HttpCall call, Facts facts) {
    return switch (program.manifest().authorisation()) {
      case Authorisation.None none -> call;
      case Authorisation.Bearer bearer -> bearing(call, bearer.token().filled(facts));
      case Authorisation.Basic basic ->
          with(call, "authorization", BasicCredentials.of(basic, facts));
      case Authorisation.Header header -> with(call, header.headers(), facts);
      case Authorisation.OAuth2 oauth -> bearing(call, token(facts));
      case Authorisation.Session session -> inSession(session, call, facts);
      case Authorisation.Signed signed -> Signing.signed(signed, call, facts);
    };
  }

  /** The request with these headers. */
  static HttpCall with(HttpCall call, Map<String, Template> headers, Facts facts) {
    HttpCall more = call;
    for (Map.Entry<String, Template> header : headers.entrySet()) {
      more = with(more, header.getKey(), header.getValue().filled(facts));
    }
    return more;
  }

  /** The request with this header, whose value may not reach into the next one. */
  static HttpCall with(HttpCall call, String name, String value) {
    if (value.chars().anyMatch(each -> (each < ' ' && each != '\t') || each == 0x7f)) {
      throw new NoValue(
          "The value for the header "
              + name
              + " holds a line break or another control character; enter it anew.");
    }
    return call.with(name, value);
  }

  private static HttpCall inSession(Authorisation.Session session, HttpCall call, Facts facts) {
    HttpCall more = with(call, session.headers(), facts);
    if (!session.cookies()) {
      return more;
    }
    return with(more, "cookie", known(facts, "session." + COOKIE, "has not signed in yet"));
  }

  private static HttpCall bearing(HttpCall call, String token) {
    return with(call, "authorization", "Bearer " + token);
  }

  private static String token(Facts facts) {
    return known(facts, "token", "is not authorised yet");
  }

  private static String known(Facts facts, String name, String lack) {
    return facts.value(name).orElseThrow(() -> new NoValue("The connection " + lack + ".")).plain();
  }
}
