package org.dunlin.core.port;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is handed to the outside world, ready to leave. */
public sealed interface Dispatch {

  /**
   * A message by SMTP.
   *
   * @param messageId names the message in the hub; it goes along in a header of its own
   * @param fromName the company in whose name it goes
   * @param replyTo where answers go; the sender's address when absent
   * @param pictures what the HTML shows by content id
   * @param attachments documents that go along
   */
  record Email(
      String messageId,
      String fromName,
      String to,
      @Nullable String replyTo,
      String subject,
      String text,
      String html,
      List<Picture> pictures,
      List<Attachment> attachments)
      implements Dispatch {
    public Email {
      // A payload that was kept before messages had them does not name them.
      pictures = List.copyOf(Objects.requireNonNullElse(pictures, List.of()));
      attachments = List.copyOf(Objects.requireNonNullElse(attachments, List.of()));
    }

    /** The same message to another address, with another subject. */
    public Email readdressed(String other, String otherSubject) {
      return new Email(
          messageId, fromName, other, replyTo, otherSubject, text, html, pictures, attachments);
    }
  }

  /**
   * A picture within a message.
   *
   * @param contentId by which the HTML names it, without brackets
   * @param mediaType {@code image/png} or {@code image/jpeg}
   * @param value the text of the QR code, or the id of the logo
   */
  record Picture(String contentId, String mediaType, PictureKind kind, String value) {}

  /** Where the bytes of a picture come from. */
  enum PictureKind {
    /** Drawn from its text. */
    QR_CODE,
    /** A logo of the company, kept by the hub. */
    LOGO
  }

  /**
   * A document beside a message.
   *
   * @param documentId of a document that the hub keeps
   * @param name a file name without a path, safe for any system
   * @param size in bytes
   */
  record Attachment(UUID documentId, String name, String mediaType, long size) {}

  /**
   * A file in the {@code out} folder of a connection. Writing the same name with the same content
   * again changes nothing; it appears under its name only when it is whole.
   */
  record StatusFile(String folder, String name, String content) implements Dispatch {}

  /**
   * Something that a program is told by its own interface.
   *
   * @param effectId the same at each try
   * @param payload what the request is made from, as JSON (docs/programs.md, Effects)
   */
  record WriteBack(String companyId, String connectionId, UUID effectId, String payload)
      implements Dispatch {}

  /**
   * A file for another program, by the road that its connection names. Writing the same name with
   * the same content again changes nothing.
   *
   * @param effectId the same at each try
   * @param payload how the file is made up, as JSON
   */
  record OutgoingFile(String companyId, String connectionId, UUID effectId, String payload)
      implements Dispatch {}

  /**
   * A letter to be printed, as a PDF with a file that says whose it is, by the road that its
   * connection names.
   *
   * @param effectId names its files
   * @param payload what stands in it, as JSON
   */
  record Letter(String companyId, String connectionId, UUID effectId, String payload)
      implements Dispatch {}

  /**
   * A text to a phone, through a gateway for texts.
   *
   * @param effectId the same at each try
   * @param to the number in the form of E.164
   */
  record Text(String companyId, String connectionId, UUID effectId, String to, String text)
      implements Dispatch {
    /** Other words to another number. */
    public Text readdressed(String other, String otherText) {
      return new Text(companyId, connectionId, effectId, other, otherText);
    }
  }

  /**
   * What happened, to a program that wants to be told.
   *
   * @param effectId the same at each try; the program knows it again by this
   * @param endpointId which program
   * @param body what it is told, as JSON
   */
  record Event(String companyId, UUID effectId, UUID endpointId, String body) implements Dispatch {}

  /**
   * A case for who collects it, or that it is taken back, by the road that its connection names.
   *
   * @param effectId names its file
   * @param payload the facts of the case, as JSON
   */
  record HandOver(String companyId, String connectionId, UUID effectId, String payload)
      implements Dispatch {}
}
