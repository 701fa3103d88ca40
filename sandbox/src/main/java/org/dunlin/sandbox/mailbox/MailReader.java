package org.dunlin.sandbox.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a MIME message shows; the first plain text and the first HTML of its parts count. */
final class MailReader {
  private static final int DEEPEST = 10;
  private static final int LONGEST = 200_000;

  private String text = "";
  private String html = "";

  private MailReader() {}

  static Mail read(long id, Instant received, String to, MimeMessage message) {
    MailReader reader = new MailReader();
    List<Mail.Header> headers = new ArrayList<>();
    try {
      for (var header : Collections.list(message.getAllHeaders())) {
        headers.add(new Mail.Header(header.getName(), decoded(header.getValue())));
      }
      reader.part(message, 0);
    } catch (MessagingException | IOException e) {
      reader.text += "\n[The rest of this mail cannot be read: " + e.getMessage() + "]";
    }
    String from = value(headers, "From");
    String subject = value(headers, "Subject");
    return new Mail(id, received, to, from, subject, headers, reader.text, reader.html);
  }

  private void part(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        part(inner, depth + 1);
      }
    } else if (part.isMimeType("text/html") && html.isEmpty()) {
      html = content(part);
    } else if (part.isMimeType("text/plain") && text.isEmpty()) {
      text = content(part);
    }
  }

  private static String content(Part part) throws MessagingException, IOException {
    String content = part.getContent() instanceof String string ? string : "";
    return content.length() > LONGEST ? content.substring(0, LONGEST) : content;
  }

  private static String value(List<Mail.Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Mail.Header::value)
        .findFirst()
        .orElse("");
  }

  private static String decoded(@Nullable String value) {
    String unfolded = value == null ? "" : MimeUtility.unfold(value);
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException e) {
      // An encoding that Java does not know is shown as it came.
      return unfolded;
    }
  }
}
