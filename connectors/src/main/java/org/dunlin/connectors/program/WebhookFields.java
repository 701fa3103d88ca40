package org.dunlin.connectors.program;

import java.time.Duration;
import org.dunlin.connectors.program.Webhooks.Handshake;
import org.dunlin.connectors.program.Webhooks.Standing;
import org.dunlin.connectors.program.Webhooks.Subscription;
import org.jspecify.annotations.Nullable;

/** Notices. */
final class WebhookFields {
  private static final Scope SECRET = Scope.EVERYWHERE.secret().with("hook.secret");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Scope everywhere;

  WebhookFields(Scope everywhere) {
    this.everywhere = everywhere;
  }

  @Nullable Webhooks webhooks(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    return new Webhooks(
        verification(part.part("verify")),
        part.optionalSelector("events"),
        part.optionalSelector("event"),
        part.parts("wants").stream().map(StreamFields::wanting).toList(),
        handshake(part.optionalPart("handshake")),
        subscription(part.optionalPart("subscribe")));
  }

  private static Verification verification(Part part) {
    return switch (part.text("kind")) {
      case "hmac-sha256" -> hmac(part);
      case "hmac-sha256-of-values" ->
          new Verification.HmacOfValues(
              part.optionalSelector("each"),
              part.selector("text"),
              part.selector("signature"),
              AuthorisationFields.encoding(part),
              part.template("secret", SECRET));
      case "timestamped" ->
          new Verification.Timestamped(
              part.text("header"),
              part.duration("tolerance", TOLERANCE),
              part.template("secret", SECRET));
      case "rsa-sha512" ->
          new Verification.RsaSha512(part.text("header"), part.template("publicKey", SECRET));
      case "secret" -> secret(part);
      default -> new Verification.None();
    };
  }

  private static Verification hmac(Part part) {
    Template secret = part.template("secret", SECRET);
    Encoding encoding = AuthorisationFields.encoding(part);
    boolean inBody = part.has("over") && part.has("signature");
    if (part.has("header") == inBody || part.has("over") != part.has("signature")) {
      part.fault("a signature is in a header, or in the body: then over and signature say where.");
    }
    return inBody
        ? new Verification.HmacInBody(
            part.part("over").text("field"), part.selector("signature"), encoding, secret)
        : new Verification.Hmac(part.text("header"), encoding, part.text("prefix"), secret);
  }

  private static Verification secret(Part part) {
    if (part.has("header") == part.has("field")) {
      part.fault("a secret is in a header, or in a field of the body.");
    }
    return new Verification.Secret(
        part.optionalText("header"),
        part.optionalSelector("field"),
        part.template("secret", SECRET));
  }

  private @Nullable Handshake handshake(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    return switch (part.text("kind")) {
      case "signature" -> new Handshake.Signature();
      case "verifier" ->
          new Handshake.Verifier(
              part.text("field"),
              RequestFields.request(
                  part.part("request"), everywhere.with("hook.verifier", "hook.url", "hook.id")));
      case "ping" -> new Handshake.Ping();
      default -> new Handshake.Echo(part.text("header"));
    };
  }

  private @Nullable Subscription subscription(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    Scope making = everywhere.with("hook.url", "hook.secret");
    Scope each = part.has("each") ? making.with("each") : making;
    Scope made = each.with("hook.id");
    if (part.has("lookup") && part.has("secret") && !part.has("remove")) {
      part.fault(
          "lookup",
          "a subscription whose secret came with an answer that was lost is removed before another"
              + " is made: remove says how.");
    }
    return new Subscription(
        RequestFields.request(part.part("request"), each),
        part.texts("each"),
        part.selector("id"),
        part.optionalSelector("secret"),
        part.optionalDuration("lasts"),
        part.has("renew") ? RequestFields.request(part.part("renew"), made) : null,
        part.has("remove") ? RequestFields.request(part.part("remove"), made) : null,
        standing(part.optionalPart("lookup"), part.has("each")));
  }

  private @Nullable Standing standing(@Nullable Part part, boolean several) {
    if (part == null) {
      return null;
    }
    if (part.has("each") != several) {
      part.fault("each is there where there is one subscription for each, to tell them apart.");
    }
    return new Standing(
        RequestFields.request(part.part("request"), everywhere),
        part.selector("records"),
        part.selector("url"),
        part.optionalSelector("each"),
        part.selector("id"));
  }
}
