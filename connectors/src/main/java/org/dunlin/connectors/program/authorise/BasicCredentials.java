package org.dunlin.connectors.program.authorise;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;

/** The value of the header Authorization for a user and a password (RFC 7617). */
final class BasicCredentials {
  private BasicCredentials() {}

  static String of(Authorisation.Basic basic, Facts facts) {
    String user = basic.user().filled(facts);
    if (user.indexOf(':') >= 0) {
      throw new NoValue("The user holds a colon, with which it cannot be sent; enter it anew.");
    }
    return of(user, basic.password().filled(facts));
  }

  static String of(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
