package org.dunlin.core.call;

import java.util.regex.Pattern;

/** Which names of headers, parameters and fields say that their value is a secret. */
final class SecretNames {
  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "passw|passphrase|passcode|pwd|secret|token|credential|cookie|authori[sz]ation|bearer|jwt"
              + "|hmac|assertion|session|signature"
              + "|(?:api|access|private|client|subscription|app|auth|consumer|account|signing|shared"
              + "|hook|encryption|master)[-_.]?key"
              + "|^key$|^hook|webhook[-_.]?(?:url|uri|address)|^encryption|^master"
              + "|-auth$|^x-auth|otp$|^pin$",
          Pattern.CASE_INSENSITIVE);

  /** Short names, which mean other things in the fields of records. */
  private static final Pattern IN_ADDRESSES =
      Pattern.compile("^(?:auth|sign|sig|sid|code|nonce|hash)$", Pattern.CASE_INSENSITIVE);

  private SecretNames() {}

  /** Whether the value of a field of this name is a secret. */
  static boolean field(String name) {
    return EVERYWHERE.matcher(name).find();
  }

  /** Whether the value of a header or a parameter of this name is, or may be, a secret. */
  static boolean parameter(String name) {
    return field(name) || IN_ADDRESSES.matcher(name).find();
  }
}
