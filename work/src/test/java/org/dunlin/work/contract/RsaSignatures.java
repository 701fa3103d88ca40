package org.dunlin.work.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Signs with a key of its own: base64 of RSA with SHA-512 over the bytes. */
final class RsaSignatures {
  private static final int BITS = 2048;

  private final KeyPair pair;

  private RsaSignatures(KeyPair pair) {
    this.pair = pair;
  }

  /** With a new key. */
  static RsaSignatures ofAKey() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(BITS);
      return new RsaSignatures(keys.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it is published: PEM. */
  String publicKey() {
    byte[] lf = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, lf).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  String of(byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA512withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
