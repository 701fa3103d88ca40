package org.dunlin.routes;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.JavaMailSender;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;

/** Turns an e-mail into the MIME message that the mail component sends as it is. */
final class Composing implements Processor {
  /** The exchange property with the address from which the hub sends. */
  static final String SENDER = "sender";

  /** The exchange property that gives the bytes of pictures and documents. */
  static final String ENCLOSURES = "enclosures";

  @Override
  public void process(Exchange exchange)
      throws MessagingException, Incomplete, UnsupportedEncodingException {
    Session session =
        Objects.requireNonNull(
                exchange
                    .getContext()
                    .getRegistry()
                    .lookupByNameAndType(OutwardRoutes.MAIL_SENDER, JavaMailSender.class))
            .getSession();
    Dispatch.Email email = exchange.getMessage().getBody(Dispatch.Email.class);
    Enclosures enclosures = exchange.getProperty(ENCLOSURES, Enclosures.class);
    InternetAddress sender = exchange.getProperty(SENDER, InternetAddress.class);
    exchange.getMessage().setBody(new MimeMail(email, enclosures).message(session, sender));
  }
}
