package org.dunlin.routes.road;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailMessage;
import org.dunlin.core.road.Road;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.work.dialogue.Answer;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.intake.Reach;
import org.dunlin.work.intake.ReadableFile;
import org.dunlin.work.intake.WholeBody;
import org.dunlin.work.road.RoadLog;

/**
 * The route of one mailbox: each file that a mail brings goes the one way into the inbox, what it
 * answers to a reminder goes into the dialogue of the customer, and then the mail is filed; one
 * that brings neither is filed elsewhere. Whoever can send a mail brings what the company alone may
 * see, so that nothing of it reaches another.
 */
final class MailboxRoute extends RoadRoute {
  private final FiledMails filed;

  /**
   * @param id of the route
   * @param address of the endpoint, which the context has
   * @param filed to which mails are told that are about to be filed
   */
  MailboxRoute(
      String id, String address, Road road, RoadWatch watch, FiledMails filed, long mostBytes) {
    super(id, address, road, watch, mostBytes);
    this.filed = filed;
  }

  @Override
  public void configure() {
    begun().process(this::take);
  }

  /** What became of the files of a mail. */
  private record Found(List<UUID> taken, List<String> left) {}

  private void take(Exchange exchange) throws MessagingException, IOException {
    Message mail = exchange.getIn(MailMessage.class).getOriginalMessage();
    String messageId = messageId(mail);
    exchange.setProperty(AcceptRoute.NAME, messageId);
    String folder = folder(mail, messageId);
    exchange.setProperty(TAKEN, mark(mail, messageId, folder));
    filed.add(mail);
    // in the place of all that the mail brings: its sender could say copyTo and delete there
    exchange.getIn().setHeaders(new HashMap<>(Map.of(MailConstants.MAIL_MOVE_TO, folder)));
  }

  /** Where it is filed; one that could not be filed the last time is not taken again. */
  private String folder(Message mail, String messageId) throws MessagingException, IOException {
    for (String folder : List.of(road.needed("taken"), road.needed("unread"))) {
      if (watch.log().wasTaken(road, mark(mail, messageId, folder))) {
        return folder;
      }
    }
    return road.needed(takeFiles(mail, messageId) ? "taken" : "unread");
  }

  private static byte[] mark(Message mail, String messageId, String folder)
      throws MessagingException {
    return RoadLog.mark("mail", messageId, String.valueOf(mail.getSize()), folder);
  }

  private boolean takeFiles(Message mail, String messageId) throws MessagingException, IOException {
    Found found = new Found(new ArrayList<>(), new ArrayList<>());
    Optional<Answer> answer = MailAnswer.of(mail);
    try (ProducerTemplate accept = getContext().createProducerTemplate()) {
      for (MailParts.File file : files(mail, answer)) {
        take(file, accept, found);
      }
    }
    found.taken().forEach(delivery -> watch.log().cameInMail(road, delivery, messageId));
    boolean answers = watch.log().answered(road, answer);
    if (answers && found.taken().isEmpty()) {
      return true; // its words are what it brings
    }
    if (found.taken().isEmpty()) {
      watch.log().nothingToRead(road, messageId, found.left(), road.needed("unread"));
    } else if (!found.left().isEmpty()) {
      watch.log().leftOut(road, messageId, found.left());
    }
    return !found.taken().isEmpty();
  }

  /**
   * What a server or a mailbox sends back by itself brings what the hub sent, and no file; where
   * the hub sent nothing of the kind, it does.
   */
  private List<MailParts.File> files(Message mail, Optional<Answer> answer)
      throws MessagingException, IOException {
    return answer
            .filter(each -> each.kind() != Answer.Kind.PERSON)
            .filter(each -> watch.log().isAnswer(road, each))
            .isPresent()
        ? List.of()
        : MailParts.of(mail);
  }

  private void take(MailParts.File file, ProducerTemplate accept, Found found)
      throws MessagingException, IOException {
    try (InputStream content = new BufferedInputStream(file.part().getInputStream())) {
      content.mark(ReadableFile.HEAD_BYTES + 1);
      byte[] head = content.readNBytes(ReadableFile.HEAD_BYTES);
      if (!ReadableFile.begins(head)) {
        found.left().add(file.name());
        return;
      }
      content.reset();
      switch (accept(file.name(), content, accept)) {
        case Acceptance.Accepted(UUID delivery) -> found.taken().add(delivery);
        case Acceptance.CameBefore(UUID delivery) -> found.taken().add(delivery);
        case Acceptance.Refused refused -> found.left().add(file.name());
      }
    }
  }

  private Acceptance accept(String name, InputStream content, ProducerTemplate accept) {
    Exchange accepted =
        accept.request(
            AcceptRoute.ACCEPT,
            brought -> {
              brought.setProperty(AcceptRoute.COMPANY, road.companyId());
              brought.setProperty(AcceptRoute.CONNECTION, road.connectionId());
              brought.setProperty(AcceptRoute.NAME, name);
              brought.setProperty(AcceptRoute.REACH, Reach.COMPANY);
              brought.getMessage().setBody(new WholeBody(content, mostBytes));
            });
    if (accepted.getException() != null) {
      throw new IllegalStateException(accepted.getException());
    }
    return accepted.getMessage().getBody(Acceptance.class);
  }

  private static String messageId(Message mail) throws MessagingException {
    String id = mail instanceof MimeMessage mime ? mime.getMessageID() : null;
    return id == null || id.isBlank() ? "(a mail without Message-ID)" : id.strip();
  }
}
