package org.dunlin.sandbox.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** A program that sends mail over real SMTP. */
record Sender(Mailbox mailbox) {
  void text(String subject, String text, String... recipients) throws MessagingException {
    MimeMessage message = message(subject, recipients);
    message.setText(text, "UTF-8");
    Transport.send(message);
  }

  void both(String subject, String text, String html, String recipient) throws MessagingException {
    MimeMessage message = message(subject, recipient);
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    MimeBodyPart rich = new MimeBodyPart();
    rich.setContent(html, "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", plain, rich));
    Transport.send(message);
  }

  private MimeMessage message(String subject, String... recipients) throws MessagingException {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", mailbox.host());
    settings.setProperty("mail.smtp.port", Integer.toString(mailbox.port()));
    settings.setProperty("mail.smtp.timeout", "5000");
    settings.setProperty("mail.smtp.connectiontimeout", "5000");
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom(new InternetAddress("debiteuren@voorbeeldhandel.example"));
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(subject, "UTF-8");
    return message;
  }
}
