package org.dunlin.routes;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.dunlin.core.port.Dispatch;

/**
 * Turns an e-mail into the message that the mail component sends: HTML with its plain alternative.
 */
final class EmailHeaders implements Processor {
  /** Names the effect, so that a person can find a message of the mailbox in the hub. */
  static final String EFFECT = "X-Dunlin-Effect";

  @Override
  public void process(Exchange exchange) throws AddressException, UnsupportedEncodingException {
    Message message = exchange.getMessage();
    Dispatch.Email email = message.getBody(Dispatch.Email.class);
    InternetAddress sender = exchange.getProperty("sender", InternetAddress.class);
    InternetAddress named =
        new InternetAddress(sender.getAddress(), email.fromName(), StandardCharsets.UTF_8.name());
    message.setHeader("From", named.toString());
    message.setHeader("To", one(email.to()));
    if (email.replyTo() != null) {
      message.setHeader("Reply-To", one(email.replyTo()));
    }
    message.setHeader("Subject", email.subject());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(EFFECT, email.messageId());
    message.setHeader("CamelMailAlternativeBody", email.text());
    message.setBody(email.html());
  }

  /** Exactly one plain address: a list would send the message to others, too. */
  private static String one(String address) throws AddressException {
    InternetAddress parsed = new InternetAddress(address, true);
    if (parsed.isGroup()) {
      throw new AddressException("a group is no address", address);
    }
    return parsed.getAddress();
  }
}
