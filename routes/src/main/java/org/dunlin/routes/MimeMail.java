package org.dunlin.routes;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;

/**
 * An e-mail as a MIME message: the plain text and the HTML as alternatives (RFC 2046, 5.1.4), the
 * HTML together with its pictures (RFC 2387), and documents beside both. A level that would hold
 * one part is left out.
 *
 * <p>Pictures and documents are read while the message is made, before the mail server is called:
 * one that breaks off while the message is on its way would leave it unknown what has left. How
 * large they may be is limited where they are chosen.
 */
final class MimeMail {
  /** Names the effect, so that a person can find a message of the mailbox in the hub. */
  static final String EFFECT = "X-Dunlin-Effect";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Dispatch.Email email;
  private final Enclosures enclosures;

  MimeMail(Dispatch.Email email, Enclosures enclosures) {
    this.email = email;
    this.enclosures = enclosures;
  }

  /**
   * The message, to be sent through a session.
   *
   * @throws AddressException when the receiver is not exactly one address
   * @throws Incomplete when a picture or document is there no more or cannot be read
   */
  MimeMessage message(Session session, InternetAddress sender)
      throws MessagingException, Incomplete, UnsupportedEncodingException {
    MimeMessage message =
        new NamedMessage(session, "<" + email.messageId() + "@" + domain(sender) + ">");
    message.setFrom(new InternetAddress(sender.getAddress(), oneLine(email.fromName()), UTF_8));
    message.setRecipient(MimeMessage.RecipientType.TO, one(email.to()));
    if (email.replyTo() != null) {
      message.setReplyTo(new InternetAddress[] {one(email.replyTo())});
    }
    message.setSubject(oneLine(email.subject()), UTF_8);
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(EFFECT, email.messageId());
    message.setContent(email.attachments().isEmpty() ? alternative() : mixed());
    return message;
  }

  private static String domain(InternetAddress sender) {
    String address = sender.getAddress();
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private MimeMultipart mixed() throws MessagingException, Incomplete {
    MimeMultipart mixed = new MimeMultipart("mixed", holding(alternative()));
    for (Dispatch.Attachment attachment : email.attachments()) {
      mixed.addBodyPart(document(attachment));
    }
    return mixed;
  }

  private MimeMultipart alternative() throws MessagingException, Incomplete {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(email.text(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(email.html(), UTF_8, "html");
    return new MimeMultipart(
        "alternative", text, email.pictures().isEmpty() ? html : related(html));
  }

  private MimeBodyPart related(MimeBodyPart html) throws MessagingException, Incomplete {
    MimeMultipart related = new MimeMultipart("related", html);
    for (Dispatch.Picture picture : email.pictures()) {
      MimeBodyPart part =
          binary(enclosures.open(picture), picture.mediaType(), "a picture of the message");
      part.setContentID("<" + picture.contentId() + ">");
      part.setDisposition(Part.INLINE);
      related.addBodyPart(part);
    }
    return holding(related);
  }

  private MimeBodyPart document(Dispatch.Attachment attachment)
      throws MessagingException, Incomplete {
    MimeBodyPart part =
        binary(
            enclosures.open(attachment), attachment.mediaType(), "document " + attachment.name());
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(attachment.name());
    return part;
  }

  private static MimeBodyPart holding(MimeMultipart parts) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  private static MimeBodyPart binary(Optional<InputStream> content, String mediaType, String what)
      throws MessagingException, Incomplete {
    try (InputStream stream =
        content.orElseThrow(() -> new Incomplete(what + " is there no more", null))) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new ByteArrayDataSource(stream, mediaType)));
      part.setHeader("Content-Transfer-Encoding", "base64");
      return part;
    } catch (IOException | RuntimeException e) {
      throw new Incomplete(what + " cannot be read", e);
    }
  }

  /** A line break would begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  /** Exactly one plain address: a list would send the message to others, too. */
  private static InternetAddress one(String address) throws AddressException {
    InternetAddress parsed = new InternetAddress(address, true);
    if (parsed.isGroup()) {
      throw new AddressException("a group is no address", address);
    }
    return new InternetAddress(parsed.getAddress());
  }
}
