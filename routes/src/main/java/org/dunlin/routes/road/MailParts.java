package org.dunlin.routes.road;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mail that may be files: attachments, those of a mail that was forwarded in it, and
 * what has no name but is no text of the mail (RFC 2045, RFC 2183). Deeper than ten levels, and
 * beyond a hundred parts, nothing is looked for.
 */
final class MailParts {
  private static final int DEEPEST = 10;
  private static final int MOST = 100;

  private final List<File> files = new ArrayList<>();

  /** A part, and its name for people. */
  record File(Part part, String name) {}

  static List<File> of(Part mail) throws MessagingException, IOException {
    MailParts parts = new MailParts();
    parts.collect(mail, 0);
    return List.copyOf(parts.files);
  }

  private void collect(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || files.size() >= MOST) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart several) {
        for (int i = 0; i < several.getCount(); i++) {
          collect(several.getBodyPart(i), depth + 1);
        }
      }
    } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part forwarded) {
      collect(forwarded, depth + 1);
    } else {
      String name = name(part);
      boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
      if (name != null || !text) {
        files.add(new File(part, name == null ? "attachment " + (files.size() + 1) : name));
      }
    }
  }

  private static @Nullable String name(Part part) throws MessagingException {
    String name = part.getFileName();
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException e) {
      return name;
    }
  }
}
