package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request shows that it may ask. */
public sealed interface Authorisation {
  /** Nothing is shown. */
  record None() implements Authorisation {}

  /** {@code Authorization: Bearer …}. */
  record Bearer(Template token) implements Authorisation {}

  /** {@code Authorization: Basic …} (RFC 7617). */
  record Basic(Template user, Template password) implements Authorisation {}

  /** Headers of the program's own. */
  record Header(Map<String, Template> headers) implements Authorisation {
    public Header {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * OAuth 2 (RFC 6749). Every manifest with it has two settings for the connection's own app:
   * {@code clientId} and {@code clientSecret}.
   *
   * @param authorise where the person is sent; absent with client credentials
   * @param token where codes and refresh tokens are exchanged
   * @param pkce whether a code is bound to a verifier (RFC 7636)
   * @param client how the exchange shows the client's secret
   * @param parameters more of them in the address to which the person is sent
   * @param returned settings, and the parameters of the address to which the person comes back that
   *     fill them in
   * @param identify what is asked after the exchange
   */
  record OAuth2(
      Grant grant,
      @Nullable Template authorise,
      Template token,
      List<String> scopes,
      boolean pkce,
      ClientSecret client,
      Map<String, Template> parameters,
      Refresh refresh,
      Map<String, String> returned,
      @Nullable Identify identify)
      implements Authorisation {
    public OAuth2 {
      scopes = List.copyOf(scopes);
      parameters = Map.copyOf(parameters);
      returned = Map.copyOf(returned);
    }
  }

  /**
   * A sign-in whose answer later requests show.
   *
   * @param gives names and where in the answer their values are: {@code {session.NAME}}
   * @param cookies whether the cookies of the answer are sent along later
   * @param lasts after which the hub signs in anew without being told
   * @param headers of later requests
   */
  record Session(
      RequestTemplate request,
      Map<String, Selector> gives,
      boolean cookies,
      @Nullable Duration lasts,
      Map<String, Template> headers)
      implements Authorisation {
    public Session {
      gives = Map.copyOf(gives);
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Requests that carry an HMAC-SHA256 of themselves.
   *
   * @param over what is signed, with {@code {method}}, {@code {path}}, {@code {query}}, {@code
   *     {body}}, {@code {timestamp}}
   * @param headers of the request, with {@code {signature}} and {@code {timestamp}}
   */
  record Signed(Template secret, Template over, Encoding encoding, Map<String, Template> headers)
      implements Authorisation {
    public Signed {
      headers = Map.copyOf(headers);
    }
  }

  /** What a token is given for. */
  enum Grant {
    AUTHORISATION_CODE,
    CLIENT_CREDENTIALS
  }

  /** Where the client's id and secret stand in an exchange. */
  enum ClientSecret {
    BASIC,
    BODY
  }

  /**
   * How access tokens are renewed.
   *
   * @param rotates whether a refresh token is good only once
   * @param margin so long before its end an access token is renewed
   * @param earliest not sooner than this after the last renewal
   * @param lasts how long a refresh token lives unused
   * @param access how long an access token lives where its answer does not say so
   */
  record Refresh(
      boolean rotates,
      Duration margin,
      @Nullable Duration earliest,
      @Nullable Duration lasts,
      @Nullable Duration access) {}

  /**
   * A request after the exchange whose answer offers the values of a setting.
   *
   * @param choose the list of {@code {value, label}}
   */
  record Identify(RequestTemplate request, Selector choose, String setting) {}
}
