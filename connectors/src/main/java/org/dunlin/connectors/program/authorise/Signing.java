package org.dunlin.connectors.program.authorise;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.signature.Hmac;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/** Requests that carry an HMAC of themselves. */
final class Signing {
  private Signing() {}

  static HttpCall signed(Authorisation.Signed signed, HttpCall call, Facts facts) {
    Value now =
        facts
            .value("now")
            .orElseThrow(() -> new NoValue("The request is signed and needs the time."));
    URI address = call.address();
    Facts known =
        facts
            .with("method", call.method())
            .with("path", text(address.getRawPath()))
            .with("query", text(address.getRawQuery()))
            .with("body", new String(call.body(), StandardCharsets.UTF_8))
            .with("timestamp", now);
    byte[] over = signed.over().filled(known).getBytes(StandardCharsets.UTF_8);
    String signature = Hmac.written(signed.encoding(), signed.secret().filled(facts), over);
    return Authorising.with(call, signed.headers(), known.with("signature", signature));
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
