package org.dunlin.connectors.program.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.hook.Callers.call;
import static org.dunlin.connectors.program.hook.Callers.hooks;
import static org.dunlin.connectors.program.hook.Callers.keyed;

import java.time.Instant;
import org.dunlin.connectors.program.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification, against signatures that openssl made of the same bytes. */
class VerificationTest {
  private static final String SECRET = "own-secret-ü";
  private static final String BODY =
      "{\"events\":[{\"id\":\"e-1\",\"type\":\"INVOICE\",\"resourceId\":\"i-1\"}],"
          + "\"name\":\"Müller\"}";
  private static final String HEX =
      "c5f2236774e66be9e42db37d43fc27888a571b3806f28f3d51b32c080096127e";
  private static final String BASE64 = "xfIjZ3Tma+nkLbN9Q/wniIpXGzgG8o89UbMsCACWEn4=";
  private static final String TIMED =
      "f46effbb29429ca4d8a230af16c8dc999a36b84cbebf8519507c65ec034b71a8";
  private static final String PUBLIC_KEY =
      """
      -----BEGIN PUBLIC KEY-----
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApFIcGfe8GyFNfB7NX3om
      TRekakuoGzhDS/szVVHjguoKU8z7qumNaY6yp1c7jzvcoAMG+Kok0aHfTxGFGBXh
      7Vh/pTL7H/R4XzAP2BAJTC/sYt0A0H3NSGpQ/m3gclGjTKZn40+izJpbH1r3DWzH
      t73V5nBT0OJi6Z5jUHbwTfqReRSm8AOtTylVBX0gqDz2/O62PZnQfORhvK4fT/D+
      Sm1IbX5rSxtpCcY/2gHMe+Z6DliYHEUH7+Jph8edq9z3GwRggJVYNqQKQrA4X09p
      oR1JfWJv8WcPr1ua2swmT2j1EPhZC2QUkjE+vxrtOROs6FamkFF03QGoErE3O6dy
      CwIDAQAB
      -----END PUBLIC KEY-----
      """;
  private static final String RSA =
      "PmIBYaK3rQ2Nba/EV1Wd5RHvk9Pbxka2/51SmQ+Mmi/5XWRkcPBhC5uzgjVy2L7tG9uKdBzJ/gNM"
          + "N04yeoP9Vg7OxxZZCrr8+JOGTBPGvmpmS03YcGt4NCp6w15bb0VBJWThU/pgvkCl8R6V/VN1/0hs"
          + "JB5JJHKMQXIeC61/Kb4JHyZJUyxC371Tr1fZwXM8hh2gmIs0rBSYMrr9QPJ6qL3aanzMEp8v0bZ6"
          + "+cjAaJzRF1+ZtBJxbMwqlVXslq8KbDEORFeAPP4sERI5v3YdF2WIdx2Gs8RWvs/ruWbU9/ZP1fqE"
          + "xJpSCDU57hsK7YwRizPfIyrR50ILA/nl0OebgA==";

  @ParameterizedTest
  @CsvSource({
    "hex, ''," + HEX,
    "hex, sha256=, sha256=" + HEX,
    "hex, sha256=," + HEX,
    "hex-upper, '', C5F2236774E66BE9E42DB37D43FC27888A571B3806F28F3D51B32C080096127E",
    "base64, ''," + BASE64
  })
  void anHmacIsOverTheBytesAsTheyCame(String encoding, String prefix, String signature) {
    Hooks hooks = hooks(hmac(encoding, prefix));
    assertThat(hooks.read(call(BODY, "X-Sig", signature), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Notices.class);
    assertThat(hooks.read(call(BODY + " ", "X-Sig", signature), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
    assertThat(hooks.read(call(BODY, "X-Sig", signature), keyed("other"), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "zz", "c5f2", HEX + "00", BASE64})
  void anythingElseInTheHeaderIsWrong(String signature) {
    assertThat(
            hooks(hmac("hex", "")).read(call(BODY, "X-Sig", signature), keyed(SECRET), Callers.NOW))
        .isEqualTo(new HookVerdict.Wrong("The signature of the call is wrong."));
  }

  @Test
  void aCallWithoutASignatureOrASecretIsWrong() {
    Hooks hooks = hooks(hmac("hex", ""));
    assertThat(hooks.read(call(BODY), keyed(SECRET), Callers.NOW))
        .isEqualTo(new HookVerdict.Wrong("The call carries no signature."));
    assertThat(hooks.read(call(BODY, "X-Sig", HEX), Facts.NONE, Callers.NOW))
        .isInstanceOfSatisfying(
            HookVerdict.Wrong.class,
            wrong -> assertThat(wrong.sentence()).contains("not filled in"));
    assertThat(hooks.read(call(BODY, "X-Sig", HEX), keyed(""), Callers.NOW))
        .as("an empty secret is none")
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "301, false", "-300, true", "-301, false"})
  void aTimestampedCallIsGoodForFiveMinutes(int later, boolean good) {
    String header = "t=1795161600,v1=" + "0".repeat(64) + ",v1=" + TIMED + ",v0=x";
    Instant now = Instant.ofEpochSecond(1795161600).plusSeconds(later);
    assertThat(hooks(timestamped()).read(call(BODY, "X-Sig", header), keyed(SECRET), now))
        .isInstanceOf(good ? HookVerdict.Notices.class : HookVerdict.Wrong.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=1795161601,v1=" + TIMED,
        "t=,v1=" + TIMED,
        "t=99999999999999999999,v1=" + TIMED,
        "v1=" + TIMED,
        "t=1795161600,v0=" + TIMED,
        "t=1795161600",
        ""
      })
  void aTimeThatWasNotSignedIsWrong(String header) {
    assertThat(hooks(timestamped()).read(call(BODY, "X-Sig", header), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void anRsaSignatureIsCheckedWithThePublicKey() {
    Hooks hooks =
        hooks("verify: {kind: rsa-sha512, header: X-Sig, publicKey: \"{settings.hookKey}\"}\n");
    assertThat(hooks.read(call(BODY, "X-Sig", RSA), keyed(PUBLIC_KEY), Callers.NOW))
        .isInstanceOf(HookVerdict.Notices.class);
    assertThat(hooks.read(call(BODY + "\n", "X-Sig", RSA), keyed(PUBLIC_KEY), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
    assertThat(hooks.read(call(BODY, "X-Sig", "no base64!"), keyed(PUBLIC_KEY), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
    assertThat(hooks.read(call(BODY, "X-Sig", RSA), keyed("no key"), Callers.NOW))
        .isInstanceOfSatisfying(
            HookVerdict.Wrong.class, wrong -> assertThat(wrong.sentence()).contains("public key"));
  }

  @Test
  void aSecretMayBeRepeatedInAHeaderOrInTheBody() {
    Hooks header =
        hooks("verify: {kind: secret, header: X-Secret, secret: \"{settings.hookKey}\"}\n");
    assertThat(header.read(call(BODY, "X-Secret", SECRET), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Notices.class);
    assertThat(header.read(call(BODY, "X-Secret", "other"), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
    Hooks field = hooks("verify: {kind: secret, field: .token, secret: \"{settings.hookKey}\"}\n");
    assertThat(field.read(call("{\"token\":\"own-secret-ü\"}"), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Notices.class);
    assertThat(field.read(call("{\"token\":\"own-secret-u\"}"), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
    assertThat(field.read(call("no json"), keyed(SECRET), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void whereNothingVerifiesTheAddressAloneProtects() {
    assertThat(hooks("verify: {kind: none}\n").read(call(BODY), Facts.NONE, Callers.NOW))
        .isInstanceOf(HookVerdict.Notices.class);
  }

  @Test
  void noSentenceTellsWhatCameOrWhatWouldBeRight() {
    HookVerdict verdict =
        hooks(hmac("hex", "")).read(call(BODY, "X-Sig", "s3cret"), keyed(SECRET), Callers.NOW);
    assertThat(verdict.toString())
        .doesNotContain("s3cret")
        .doesNotContain(HEX)
        .doesNotContain(SECRET);
  }

  private static String hmac(String encoding, String prefix) {
    String before = prefix.isEmpty() ? "" : ", prefix: \"" + prefix + "\"";
    return """
        verify: {kind: hmac-sha256, header: X-Sig, encoding: %s%s, secret: "{settings.hookKey}"}
        """
        .formatted(encoding, before);
  }

  private static String timestamped() {
    return "verify: {kind: timestamped, header: X-Sig, tolerance: PT5M,"
        + " secret: \"{settings.hookKey}\"}\n";
  }
}
