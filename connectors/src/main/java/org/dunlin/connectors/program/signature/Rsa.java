package org.dunlin.connectors.program.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA signatures with SHA-512 and PKCS #1 v1.5 (RFC 8017, 8.2), in base64. */
public final class Rsa {
  private Rsa() {}

  /**
   * Whether the text is the signature of these bytes.
   *
   * @param publicKey in PEM, as SubjectPublicKeyInfo (RFC 7468, 13); its armour may be missing
   * @throws IllegalArgumentException where the key is none
   */
  public static boolean fits(String text, String publicKey, byte[] bytes) {
    PublicKey key = key(publicKey);
    try {
      Signature signature = Signature.getInstance("SHA512withRSA");
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(Base64.getDecoder().decode(text.strip()));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey key(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IllegalArgumentException("This is not a public RSA key in PEM.", e);
    }
  }
}
