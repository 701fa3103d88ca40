package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Authorisation.ClientSecret;
import org.dunlin.connectors.program.Authorisation.Grant;
import org.dunlin.connectors.program.Authorisation.Identify;
import org.dunlin.connectors.program.Authorisation.Refresh;
import org.jspecify.annotations.Nullable;

/** How requests show that they may ask. */
final class AuthorisationFields {
  private static final Scope PLAIN = Scope.EVERYWHERE;
  private static final Scope SECRET = PLAIN.secret();
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private AuthorisationFields() {}

  static Authorisation authorisation(Part part) {
    return switch (part.text("kind")) {
      case "bearer" -> new Authorisation.Bearer(part.template("token", SECRET));
      case "basic" ->
          new Authorisation.Basic(part.template("user", SECRET), part.template("password", SECRET));
      case "header" -> new Authorisation.Header(part.templates("headers", SECRET));
      case "oauth2" -> oauth2(part);
      case "session" -> session(part);
      case "signed" -> signed(part);
      default -> new Authorisation.None();
    };
  }

  static Encoding encoding(Part part) {
    String word = part.text("encoding", "base64");
    return Encoding.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Authorisation oauth2(Part part) {
    Grant grant = Grant.valueOf(word(part.text("grant")));
    Template authorise = part.optionalTemplate("authorise", PLAIN);
    Template token = part.template("token", PLAIN);
    if ((authorise != null) != (grant == Grant.AUTHORISATION_CODE)) {
      part.fault("authorise is needed with authorisation-code, and with nothing else.");
    }
    if (authorise != null) {
      RequestFields.https(part, "authorise", authorise);
    }
    RequestFields.https(part, "token", token);
    return new Authorisation.OAuth2(
        grant,
        authorise,
        token,
        part.texts("scopes"),
        part.flag("pkce", true),
        ClientSecret.valueOf(word(part.text("client"))),
        part.templates("parameters", PLAIN),
        refresh(part.part("refresh")),
        returned(part),
        identify(part.optionalPart("identify")));
  }

  private static Refresh refresh(Part part) {
    return new Refresh(
        part.flag("rotates", false),
        part.duration("margin", MARGIN),
        part.optionalDuration("earliest"),
        part.optionalDuration("lasts"),
        part.optionalDuration("access"));
  }

  private static Map<String, String> returned(Part part) {
    Part inner = part.part("returned");
    return part.named(
        "returned",
        (all, setting) -> {
          known(inner, setting, setting);
          return all.text(setting);
        });
  }

  private static @Nullable Identify identify(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    String setting = part.text("setting");
    known(part, "setting", setting);
    return new Identify(
        RequestFields.request(
            part.part("request"), PLAIN.with("token"), withoutSettings(part.reading().headers())),
        part.selector("choose"),
        setting);
  }

  /** Before the person has chosen, a header cannot hold what is chosen; such a one is left out. */
  private static Map<String, Template> withoutSettings(Map<String, Template> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getValue().placeholders().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void known(Part part, String name, String setting) {
    if (!part.reading().settings().containsKey(setting)) {
      part.fault(name, "there is no setting " + setting + ".");
    }
  }

  private static Authorisation session(Part part) {
    return new Authorisation.Session(
        RequestFields.request(part.part("request"), PLAIN, Map.of()),
        part.selectors("gives"),
        part.flag("cookies", false),
        part.optionalDuration("lasts"),
        part.templates("headers", SECRET.with("session.*")));
  }

  private static Authorisation signed(Part part) {
    return new Authorisation.Signed(
        part.template("secret", SECRET),
        part.template("over", SECRET.with("method", "path", "query", "body", "timestamp")),
        encoding(part),
        part.templates("headers", SECRET.with("signature", "timestamp")));
  }

  private static String word(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What the sign-in adds to the placeholders of all requests. */
  static Scope added(Part manifest, Scope scope) {
    Part part = manifest.part("authorisation");
    return switch (part.text("kind")) {
      case "oauth2" -> scope.with("token");
      case "session" ->
          scope.with(
              part.selectors("gives").keySet().stream()
                  .map(name -> "session." + name)
                  .collect(Collectors.toSet()));
      default -> scope;
    };
  }
}
