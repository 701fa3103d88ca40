package org.dunlin.connectors.program.hook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Placeholder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Template;
import org.dunlin.connectors.program.Verification;
import org.dunlin.connectors.program.Webhooks;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * Calls with which a program tries an address. They are not signed with a secret that the hub
 * knows, so nothing that they bring is believed, and once a secret is known they are notices like
 * others.
 */
record Handshakes(Program program, Webhooks webhooks) {
  private static final String SECRET = "hook.secret";
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,512}");

  /** The handshake that the call is, where it is one. */
  Optional<HookVerdict> of(HookCall call, Facts facts) {
    Webhooks.Handshake handshake = webhooks.handshake();
    if (handshake == null) {
      return Optional.empty();
    }
    return switch (handshake) {
      // Genuine or not is all that the program wants to see: as with every notice.
      case Webhooks.Handshake.Signature signature -> Optional.empty();
      case Webhooks.Handshake.Ping ping -> ping(call, facts);
      case Webhooks.Handshake.Echo echo -> echo(call, echo.header(), facts);
      case Webhooks.Handshake.Verifier verifier -> verifier(call, verifier, facts);
    };
  }

  private Optional<HookVerdict> ping(HookCall call, Facts facts) {
    boolean early = isSignedWithOurSecret() && !knowsSecret(facts);
    return call.body().length == 0 || early
        ? Optional.of(new HookVerdict.Handshake(Map.of(), null, null))
        : Optional.empty();
  }

  private Optional<HookVerdict> echo(HookCall call, String header, Facts facts) {
    if (knowsSecret(facts)) {
      return Optional.empty();
    }
    return call.header(header).stream()
        .filter(value -> TOKEN.matcher(value).matches())
        .findFirst()
        .map(value -> new HookVerdict.Handshake(Map.of(header, value), null, value));
  }

  private Optional<HookVerdict> verifier(
      HookCall call, Webhooks.Handshake.Verifier verifier, Facts facts) {
    if (knowsSecret(facts)) {
      return Optional.empty();
    }
    return field(call, verifier.field())
        .filter(value -> TOKEN.matcher(value).matches())
        .map(
            value -> {
              HttpCall back =
                  program.call(verifier.request(), facts.withSecret("hook.verifier", value));
              return new HookVerdict.Handshake(Map.of(), back, value);
            });
  }

  private static Optional<String> field(HookCall call, String field) {
    try {
      return Json.text(HookBody.of(call).path(field));
    } catch (NotJson e) {
      return Optional.empty();
    }
  }

  private static boolean knowsSecret(Facts facts) {
    return facts.value(SECRET).isPresent();
  }

  /** Whether notices are known by the secret that the subscription gives. */
  private boolean isSignedWithOurSecret() {
    Template secret = secret(webhooks.verify());
    return secret != null
        && secret.placeholders().stream().map(Placeholder::name).anyMatch(SECRET::equals);
  }

  private static @Nullable Template secret(Verification verification) {
    return switch (verification) {
      case Verification.None none -> null;
      case Verification.Hmac hmac -> hmac.secret();
      case Verification.HmacInBody hmac -> hmac.secret();
      case Verification.HmacOfValues hmac -> hmac.secret();
      case Verification.Timestamped timestamped -> timestamped.secret();
      case Verification.RsaSha512 rsa -> rsa.publicKey();
      case Verification.Secret repeated -> repeated.secret();
    };
  }
}
