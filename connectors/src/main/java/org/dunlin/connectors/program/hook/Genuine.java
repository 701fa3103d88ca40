package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Template;
import org.dunlin.connectors.program.Verification;
import org.dunlin.connectors.program.signature.Hmac;
import org.dunlin.connectors.program.signature.Rsa;
import org.jspecify.annotations.Nullable;

/** Whether a call comes from the program. Secrets and signatures are compared in constant time. */
final class Genuine {
  private static final String UNSIGNED = "The call carries no signature.";
  private static final String WRONG = "The signature of the call is wrong.";
  private static final String NO_SECRET =
      "The secret by which calls are known is not filled in; take it over from the program.";

  private final HookCall call;
  private final Facts facts;
  private final Instant now;

  Genuine(HookCall call, Facts facts, Instant now) {
    this.call = call;
    this.facts = facts;
    this.now = now;
  }

  /** Why it is not; empty where it is. */
  Optional<String> fault(Verification verification) {
    return switch (verification) {
      case Verification.None none -> Optional.empty();
      case Verification.Hmac hmac -> secret(hmac.secret(), secret -> hmac(hmac, secret));
      case Verification.HmacInBody hmac -> secret(hmac.secret(), secret -> inBody(hmac, secret));
      case Verification.HmacOfValues hmac ->
          secret(hmac.secret(), secret -> ofValues(hmac, secret));
      case Verification.Timestamped timestamped ->
          secret(timestamped.secret(), secret -> timestamped(timestamped, secret));
      case Verification.RsaSha512 rsa -> secret(rsa.publicKey(), key -> rsa(rsa, key));
      case Verification.Secret repeated ->
          secret(repeated.secret(), secret -> repeated(repeated, secret));
    };
  }

  private Optional<String> secret(Template template, Check check) {
    String secret = template.fill(facts).orElse("");
    return Optional.ofNullable(secret.isEmpty() ? NO_SECRET : check.fault(secret));
  }

  private @Nullable String hmac(Verification.Hmac hmac, String secret) {
    boolean fits = false;
    List<String> signatures = call.header(hmac.header());
    for (String signature : signatures) {
      String bare = withoutPrefix(signature.strip(), hmac.prefix());
      fits |= Hmac.fits(bare, hmac.encoding(), secret, call.body());
    }
    return fits ? null : signatures.isEmpty() ? UNSIGNED : WRONG;
  }

  private @Nullable String inBody(Verification.HmacInBody hmac, String secret) {
    Optional<byte[]> signed = SignedField.of(call.body(), hmac.field());
    Optional<String> signature = field(hmac.signature());
    if (signed.isEmpty() || signature.isEmpty()) {
      return UNSIGNED;
    }
    return Hmac.fits(signature.get(), hmac.encoding(), secret, signed.get()) ? null : WRONG;
  }

  private @Nullable String ofValues(Verification.HmacOfValues hmac, String secret) {
    try {
      JsonNode body = HookBody.of(call);
      Selector each = hmac.each();
      JsonNode found = each == null ? body : each.of(body, facts);
      List<JsonNode> parts = new ArrayList<>();
      if (found.isArray()) {
        found.forEach(parts::add);
      } else if (found.isObject()) {
        parts.add(found);
      }
      if (parts.isEmpty()) {
        return UNSIGNED;
      }
      boolean fits = true;
      for (JsonNode part : parts) {
        String signature = hmac.signature().text(part, facts).orElse("");
        String text = hmac.text().text(part, facts).orElse("");
        fits &= Hmac.fitsByHexKey(signature, hmac.encoding(), secret, text);
      }
      return fits ? null : WRONG;
    } catch (NotJson | MappingFailed e) {
      return UNSIGNED;
    } catch (IllegalArgumentException e) {
      return "The key by which calls are known has no hexadecimal digits; take it over from the"
          + " program.";
    }
  }

  private @Nullable String timestamped(Verification.Timestamped timestamped, String secret) {
    List<TimestampedSignature> signatures =
        call.header(timestamped.header()).stream()
            .flatMap(header -> TimestampedSignature.of(header).stream())
            .toList();
    List<TimestampedSignature> right =
        signatures.stream().filter(each -> each.fits(secret, call.body())).toList();
    if (right.isEmpty()) {
      return signatures.isEmpty() ? UNSIGNED : WRONG;
    }
    return right.stream().anyMatch(each -> each.isRecent(timestamped.tolerance(), now))
        ? null
        : "The call was signed too long ago, or by a clock that is wrong; it may be an old one that"
            + " somebody sends again.";
  }

  private @Nullable String rsa(Verification.RsaSha512 rsa, String key) {
    List<String> signatures = call.header(rsa.header());
    try {
      boolean fits =
          signatures.stream().anyMatch(signature -> Rsa.fits(signature, key, call.body()));
      return fits ? null : signatures.isEmpty() ? UNSIGNED : WRONG;
    } catch (IllegalArgumentException e) {
      return "The public key by which calls are known is none; take it over from the program.";
    }
  }

  private @Nullable String repeated(Verification.Secret repeated, String secret) {
    String header = repeated.header();
    Selector field = repeated.field();
    List<String> given =
        header != null
            ? call.header(header)
            : field == null ? List.of() : field(field).stream().toList();
    boolean fits = false;
    for (String each : given) {
      fits |=
          MessageDigest.isEqual(
              each.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
    return fits ? null : given.isEmpty() ? "The call carries no secret." : "Its secret is wrong.";
  }

  private Optional<String> field(Selector selector) {
    try {
      JsonNode body = HookBody.of(call);
      return selector.text(body, facts);
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  private static String withoutPrefix(String signature, String prefix) {
    return signature.startsWith(prefix) ? signature.substring(prefix.length()) : signature;
  }

  /** A check that needs a secret. */
  @FunctionalInterface
  private interface Check {
    @Nullable String fault(String secret);
  }
}
