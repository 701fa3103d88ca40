package org.dunlin.routes;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Tells a failure to connect, TLS and login included, from one while a message is on its way. */
final class ConnectingSender extends DefaultJavaMailSender {
  @Override
  public void send(MimeMessage message) throws MessagingException {
    Session session = getSession();
    try (Transport transport = session.getTransport(getProtocol())) {
      connect(transport);
      if (message.getSentDate() == null) {
        message.setSentDate(Date.from(Instant.now()));
      }
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
      if (message instanceof NamedMessage named && transport instanceof SMTPTransport smtp) {
        named.taken(String.valueOf(smtp.getLastServerResponse()));
      }
    }
  }

  private void connect(Transport transport) throws NotConnected {
    try {
      transport.connect(getHost(), getPort(), getUsername(), getPassword());
    } catch (MessagingException e) {
      throw new NotConnected(e);
    }
  }
}
