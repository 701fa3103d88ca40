package org.dunlin.routes.road;

import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.dunlin.core.road.Road;

/** The mailbox of a road as Camel reaches it: always by TLS, with the server's name checked. */
final class Mailbox {
  private static final int MOST_AT_ONCE = 100;

  private Mailbox() {}

  /**
   * The mailbox.
   *
   * @param address under which Camel finds the endpoint; it names neither host nor user
   */
  static MailEndpoint of(
      CamelContext camel, String address, Road road, RoadWatch watch, FiledMails filed) {
    MailConfiguration mailbox = new MailConfiguration(camel);
    mailbox.configureProtocol(protocol(road));
    mailbox.setHost(road.needed("host"));
    mailbox.setPort(Integer.parseInt(road.needed("port")));
    mailbox.setUsername(road.needed("user"));
    mailbox.setPassword(road.secret("password").orElse(""));
    mailbox.setFolderName(road.needed("folder"));
    mailbox.setUnseen(false);
    mailbox.setPeek(true);
    mailbox.setDelete(false);
    mailbox.setMapMailMessage(false);
    mailbox.setDisconnect(true);
    mailbox.setAdditionalJavaMailProperties(properties(road, Patience.OF_ROADS));
    MailEndpoint endpoint =
        new MailEndpoint(address, camel.getComponent("imaps", MailComponent.class), mailbox);
    endpoint.setDelay(Servers.millis(road));
    endpoint.setInitialDelay(0);
    endpoint.setMaxMessagesPerPoll(MOST_AT_ONCE);
    endpoint.setPollStrategy(watch.polls());
    endpoint.setExceptionHandler(watch.notPutAway());
    endpoint.setPostProcessAction(filed::leave);
    return endpoint;
  }

  static String protocol(Road road) {
    return startsTls(road) ? "imap" : "imaps";
  }

  private static boolean startsTls(Road road) {
    return road.setting("security").filter("starttls"::equals).isPresent();
  }

  /** For Angus Mail, whose names begin with the protocol. */
  static Properties properties(Road road, Patience patience) {
    String prefix = "mail." + protocol(road) + ".";
    Properties properties = new Properties();
    properties.put(prefix + "ssl.socketFactory", Trust.of(road).getSocketFactory());
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "connectiontimeout", String.valueOf(patience.connectMillis()));
    properties.put(prefix + "timeout", String.valueOf(patience.silenceMillis()));
    properties.put(prefix + "writetimeout", String.valueOf(patience.silenceMillis()));
    properties.put(prefix + "partialfetch", "true");
    properties.put(prefix + "fetchsize", "262144");
    if (startsTls(road)) {
      properties.put(prefix + "starttls.enable", "true");
      properties.put(prefix + "starttls.required", "true");
    }
    return properties;
  }
}
