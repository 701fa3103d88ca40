package org.dunlin.routes;

import java.util.Properties;
import org.apache.camel.component.mail.JavaMailSender;

/** Makes the sender that the registry holds, so that no password stands in an endpoint's URI. */
public final class MailSenders {
  private static final String CONNECT_MILLIS = "10000";
  private static final String TALK_MILLIS = "30000";

  private MailSenders() {}

  /** A sender over this server. */
  public static JavaMailSender of(SmtpSettings settings) {
    String protocol = settings.implicitTls() ? "smtps" : "smtp";
    Properties properties = new Properties();
    for (String each : new String[] {"smtp", "smtps"}) {
      String prefix = "mail." + each;
      properties.put(prefix + ".connectiontimeout", CONNECT_MILLIS);
      properties.put(prefix + ".timeout", TALK_MILLIS);
      properties.put(prefix + ".writetimeout", TALK_MILLIS);
      properties.put(prefix + ".ssl.checkserveridentity", "true");
      properties.put(prefix + ".starttls.enable", String.valueOf(settings.startTls()));
      properties.put(prefix + ".starttls.required", String.valueOf(settings.startTls()));
      properties.put(prefix + ".auth", String.valueOf(settings.user() != null));
    }
    ConnectingSender sender = new ConnectingSender();
    sender.setJavaMailProperties(properties);
    sender.setProtocol(protocol);
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setUsername(settings.user());
    sender.setPassword(settings.password());
    return sender;
  }
}
