package org.dunlin.routes.road;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static final int DEEPEST = 5;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern NAMED =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", Pattern.CASE_INSENSITIVE);

  private final Message mail;
  private final List<UUID> effects = new ArrayList<>();
  private @Nullable String text;
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
    for (String header : List.of("In-Reply-To", "References")) {
      for (String line : headers(mail, header)) {
        answer.named(line);
      }
    }
    answer.report = mail.isMimeType("multipart/report");
    answer.delivery = answer.report && ofDelivery(mail);
    answer.read(mail, 0);
    return answer.told();
  }

  private Optional<Answer> told() throws MessagingException {
    if (returned != null && !failed.isEmpty()) {
      return Optional.of(new Answer(List.of(returned), Answer.Kind.BOUNCED, text, failed));
    }
    if (returned != null && !effects.contains(returned)) {
      effects.add(returned);
    }
    return effects.isEmpty()
        ? Optional.empty()
        : Optional.of(new Answer(effects, kind(), text, List.of()));
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
    return automatic(mail) ? Answer.Kind.AUTOMATIC : Answer.Kind.PERSON;
  }

  /** RFC 3834, and what mailboxes said before it. */
  private static boolean automatic(Message mail) throws MessagingException {
    for (String value : headers(mail, "Auto-Submitted")) {
      if (!value.strip().toLowerCase(Locale.ROOT).startsWith("no")) {
        return true;
      }
    }
    for (String value : headers(mail, "Precedence")) {
      if (List.of("auto_reply", "bulk", "junk").contains(value.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return !headers(mail, "X-Autoreply").isEmpty() || !headers(mail, "X-Autorespond").isEmpty();
  }

  /** Whoever writes to the mailbox may break a part, which must not keep the rest of the mail. */
  private void read(Part part, int depth) throws MessagingException, IOException {
    try {
      if (depth <= DEEPEST) {
        readWhole(part, depth);
      }
    } catch (MessagingException | IOException e) {
      Folder folder = mail.getFolder();
      if (folder != null && !folder.isOpen()) {
        throw e;
      }
    }
  }

  private void readWhole(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        read(each, depth + 1);
      }
    } else if (part.isMimeType("message/delivery-status")) {
      if (delivery && depth == 1 && failed.isEmpty()) {
        failed.addAll(FailureReport.failed(bytes(part)));
      }
    } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
      if (report && depth == 1 && returned == null) {
        returned = FailureReport.returned(bytes(part)).orElse(null);
      }
    } else if (part.isMimeType("text/plain")
        && text == null
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      text = plain(part).strip();
    }
  }

  /** In UTF-8 where its own encoding is one that nobody knows. */
  private static String plain(Part part) throws MessagingException, IOException {
    try {
      return part.getContent() instanceof String said ? said : bytes(part);
    } catch (UnsupportedEncodingException e) {
      return bytes(part);
    }
  }

  private void named(String text) {
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      UUID id = UUID.fromString(named.group(1));
      if (!effects.contains(id)) {
        effects.add(id);
      }
    }
  }

  private static String bytes(Part part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static List<String> headers(Message mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? List.of() : List.of(values);
  }
}
