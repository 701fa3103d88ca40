package org.dunlin.routes.road;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.work.dialogue.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a mail what it answers to: the Message-IDs of the hub name their effects, and a report
 * of a server (RFC 3464) brings back the message that it is about.
 */
final class MailAnswer {
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;
  private static final int MOST_NAMED = 20;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern NAMED =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", Pattern.CASE_INSENSITIVE);

  private final Message mail;
  private final Set<UUID> effects = new LinkedHashSet<>();
  private @Nullable Part words;
  private @Nullable Part html;
  private int parts;
  private final List<String> failed = new ArrayList<>();
  private @Nullable UUID returned;
  private boolean report;
  private boolean delivery;

  private MailAnswer(Message mail) {
    this.mail = mail;
  }

  /**
   * What it answers to; empty where it names no message of a hub. A part that cannot be read is one
   * without words.
   *
   * @throws MessagingException when the server is gone meanwhile, as {@link IOException}
   */
  static Optional<Answer> of(Message mail) throws MessagingException, IOException {
    MailAnswer answer = new MailAnswer(mail);
    answer.headers("In-Reply-To").forEach(answer::named);
    answer.headers("References").reversed().forEach(answer::named);
    answer.report = mail.isMimeType("multipart/report");
    if (answer.effects.isEmpty() && !answer.report) {
      return Optional.empty();
    }
    answer.delivery = answer.report && ofDelivery(mail);
    answer.read(mail, 0);
    return answer.told();
  }

  private Optional<Answer> told() throws MessagingException, IOException {
    if (returned != null && !failed.isEmpty()) {
      return Optional.of(
          new Answer(name(), List.of(returned), Answer.Kind.BOUNCED, text(), failed));
    }
    if (returned != null) {
      effects.add(returned);
    }
    return effects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(name(), List.copyOf(effects), kind(), text(), List.of()));
  }

  /** By its Message-ID, and by more where that is missing or always the same. */
  private UUID name() throws MessagingException {
    StringBuilder named = new StringBuilder();
    for (String header : List.of("Message-ID", "Date", "From")) {
      named.append(headers(header)).append('\n');
    }
    return UUID.nameUUIDFromBytes(named.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean ofDelivery(Message mail) throws MessagingException {
    try {
      return "delivery-status"
          .equalsIgnoreCase(new ContentType(mail.getContentType()).getParameter("report-type"));
    } catch (ParseException e) {
      return false;
    }
  }

  private Answer.Kind kind() throws MessagingException {
    if (report) {
      return Answer.Kind.REPORTED;
    }
    return automatic() ? Answer.Kind.AUTOMATIC : Answer.Kind.PERSON;
  }

  /** RFC 3834, and what mailboxes said before it. */
  private boolean automatic() throws MessagingException {
    for (String value : headers("Auto-Submitted")) {
      if (!value.strip().toLowerCase(Locale.ROOT).startsWith("no")) {
        return true;
      }
    }
    for (String value : headers("Precedence")) {
      if (List.of("auto_reply", "bulk", "junk").contains(value.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return !headers("X-Autoreply").isEmpty() || !headers("X-Autorespond").isEmpty();
  }

  private void read(Part part, int depth) throws MessagingException, IOException {
    parts++;
    if (depth <= DEEPEST && parts <= MOST_PARTS) {
      unlessBroken(
          () -> {
            readWhole(part, depth);
            return null;
          });
    }
  }

  private void readWhole(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount() && parts < MOST_PARTS; i++) {
        read(several.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/delivery-status")) {
      if (delivery && depth == 1 && failed.isEmpty()) {
        failed.addAll(FailureReport.failed(head(part)));
      }
    } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
      if (report && depth == 1 && returned == null) {
        returned = FailureReport.returned(head(part)).orElse(null);
      }
    } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      words = words == null && part.isMimeType("text/plain") ? part : words;
      html = html == null && part.isMimeType("text/html") ? part : html;
    }
  }

  /** In plain text; what is only said in HTML without its marks. */
  private @Nullable String text() throws MessagingException, IOException {
    Part plain = words;
    Part marked = html;
    String text = plain == null ? null : unlessBroken(() -> plain(plain));
    return marked == null || text != null && !text.isEmpty()
        ? text
        : unlessBroken(() -> HtmlWords.of(plain(marked)));
  }

  /** PostgreSQL takes no character zero. */
  private static String plain(Part part) throws MessagingException, IOException {
    return new String(bytes(part), charset(part)).replace("\0", "").strip();
  }

  /** UTF-8 where it is one that nobody knows. */
  private static Charset charset(Part part) {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (MessagingException | IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** What of a mail is read. */
  private interface Reading {
    @Nullable String read() throws MessagingException, IOException;
  }

  /** Whoever writes to the mailbox may break a part, which must not keep the rest of the mail. */
  private @Nullable String unlessBroken(Reading reading) throws MessagingException, IOException {
    try {
      return reading.read();
    } catch (MessagingException | IOException e) {
      Folder folder = mail.getFolder();
      if (folder != null && !folder.isOpen()) {
        throw e;
      }
      return null;
    }
  }

  private void named(String text) {
    Matcher named = NAMED.matcher(text);
    while (effects.size() < MOST_NAMED && named.find()) {
      effects.add(UUID.fromString(named.group(1)));
    }
  }

  /** No more than can be of use: a mail may be of any size. */
  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return content.readNBytes(MOST_BYTES);
    }
  }

  private static String head(Part part) throws MessagingException, IOException {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  private List<String> headers(String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }
}
