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
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a MIME message shows; the first plain text and the first HTML of its parts count. */
final class MailReader {
  private static final int DEEPEST = 10;
  private static final int LONGEST = 200_000;
  private static final int LONGEST_PICTURE = 300_000;

  private String text = "";
  private String html = "";
  private final Map<String, String> pictures = new LinkedHashMap<>();
  private final List<String> attachments = new ArrayList<>();

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
    return new Mail(
        id, received, to, from, subject, headers, reader.text, reader.shown(), reader.attachments);
  }

  private void part(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST) {
      return;
    }
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      attachments.add(decoded(part.getFileName()));
    } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        part(inner, depth + 1);
      }
    } else if (part.isMimeType("text/html") && html.isEmpty()) {
      html = content(part);
    } else if (part.isMimeType("text/plain") && text.isEmpty()) {
      text = content(part);
    } else if (part.isMimeType("image/png") || part.isMimeType("image/jpeg")) {
      picture(part);
    }
  }

  private void picture(Part part) throws MessagingException, IOException {
    String[] id = part.getHeader("Content-ID");
    byte[] content = part.getInputStream().readNBytes(LONGEST_PICTURE + 1);
    if (id != null && content.length <= LONGEST_PICTURE) {
      String type = part.isMimeType("image/png") ? "image/png" : "image/jpeg";
      pictures.put(
          "cid:" + id[0].replaceAll("[<>\\s]", ""),
          "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
    }
  }

  /** The HTML with its pictures in it. */
  private String shown() {
    String shown = html;
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      shown = shown.replace("\"" + picture.getKey() + "\"", "\"" + picture.getValue() + "\"");
    }
    return shown;
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
