package org.dunlin.connectors.program;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How it is known that a notice comes from the program. */
public sealed interface Verification {
  /**
   * An HMAC-SHA256 of the body in a header.
   *
   * @param prefix before the signature in the header, such as {@code sha256=}
   */
  record Hmac(String header, Encoding encoding, String prefix, Template secret)
      implements Verification {}

  /**
   * An HMAC-SHA256 of one field of the body, in another field of it.
   *
   * @param field of the body that is signed, as its bytes came
   * @param signature where in the body the signature is
   */
  record HmacInBody(String field, Selector signature, Encoding encoding, Template secret)
      implements Verification {}

  /**
   * An HMAC-SHA256 of values of the body, put together as the program says; each part of the body
   * has its own.
   *
   * @param each the parts; absent where the body is one
   * @param text what is signed of a part
   * @param signature where in a part its signature is
   * @param secret the key, in hexadecimal digits
   */
  record HmacOfValues(
      @Nullable Selector each,
      Selector text,
      Selector signature,
      Encoding encoding,
      Template secret)
      implements Verification {}

  /**
   * An HMAC-SHA256 over time and body: a header with {@code t=} and {@code v1=}.
   *
   * @param tolerance how old a notice may be
   */
  record Timestamped(String header, Duration tolerance, Template secret) implements Verification {}

  /**
   * An RSA signature (SHA-512, PKCS #1 v1.5) of the body, in base64.
   *
   * @param publicKey in PEM
   */
  record RsaSha512(String header, Template publicKey) implements Verification {}

  /**
   * A secret that the program repeats, in a header or in a field of the body: one of the two is
   * given.
   */
  record Secret(@Nullable String header, @Nullable Selector field, Template secret)
      implements Verification {}

  /** Only the secret in the address protects it. */
  record None() implements Verification {}
}
