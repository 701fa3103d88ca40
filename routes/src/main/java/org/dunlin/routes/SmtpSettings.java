package org.dunlin.routes;

import org.jspecify.annotations.Nullable;

/**
 * The mail server through which the hub sends.
 *
 * @param host absent: no message leaves, and each waits with that reason
 * @param from the sender's address; the company's name stands before it
 * @param startTls whether the server must offer STARTTLS; off only for servers on this machine
 * @param implicitTls whether the connection is TLS from its first byte (port 465)
 */
public record SmtpSettings(
    @Nullable String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    String from,
    boolean startTls,
    boolean implicitTls) {

  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", from " + from + "]";
  }
}
