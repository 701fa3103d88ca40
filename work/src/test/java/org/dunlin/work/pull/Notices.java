package org.dunlin.work.pull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dunlin.work.hook.HookAnswer;

/** Notices as a program sends them to the hook. */
public final class Notices {
  private Notices() {}

  /** A notice with the signature that this key makes. */
  public static HookAnswer signed(PullHub hub, String key, String body) {
    return sent(hub, body, hmac(key, body));
  }

  /** A notice with this signature. */
  static HookAnswer sent(PullHub hub, String body, String signature) {
    return hub.process
        .notices
        .take(
            "acme",
            PullHub.SHOP,
            Map.of("X-Signature", List.of(signature)),
            body.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }

  static String hmac(String key, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
