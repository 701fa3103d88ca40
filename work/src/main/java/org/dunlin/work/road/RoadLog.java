package org.dunlin.work.road;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.DeliveryOrigins.In;
import org.dunlin.work.dialogue.Answer;
import org.dunlin.work.dialogue.Answers;
import org.dunlin.work.program.ConnectionNotes;

/** What is noted of a road while it is gone: how each look went, and what was taken. */
public final class RoadLog {
  /** The flow that says how looks go. */
  public static final String FLOW = "look";

  private final Stores stores;
  private final ConnectionNotes notes;
  private final Answers answers;

  /** Over these stores. */
  public RoadLog(Stores stores) {
    this.stores = stores;
    this.notes = new ConnectionNotes(stores);
    this.answers = new Answers(stores);
  }

  /** Whether a mail answers a reminder of the company. */
  public boolean isAnswer(Road road, Answer answer) {
    return answers.about(road.companyId(), answer).isPresent();
  }

  /** Takes what a mail answers to a reminder; false where it answers none. */
  public boolean answered(Road road, Optional<Answer> answer) {
    return answer
        .filter(each -> answers.take(road.companyId(), each, road.connectionId()))
        .isPresent();
  }

  /** A look went well. */
  public void looked(Road road) {
    stores.flows().succeeded(road.companyId(), road.connectionId(), FLOW);
  }

  /** A look, or the way of one file, failed; the sentence is shown to people. */
  public void failed(Road road, String sentence) {
    stores.flows().failed(road.companyId(), road.connectionId(), FLOW, sentence);
  }

  /**
   * The mark of something that lies there.
   *
   * @param place where it lies, with all that tells it from what may lie there later
   */
  public static byte[] mark(String... place) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : place) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether it was taken already, and only lies there still. */
  public boolean wasTaken(Road road, byte[] mark) {
    return stores.takenFiles().has(road.companyId(), road.connectionId(), mark);
  }

  /** It was taken. */
  public void taken(Road road, byte[] mark) {
    stores.takenFiles().add(road.companyId(), road.connectionId(), mark);
  }

  /** A mail brought nothing to read, and is filed for a person to look at. */
  public void nothingToRead(Road road, String messageId, List<String> left, String folder) {
    String sentence =
        "The mail "
            + messageId
            + " brings no file that can be read"
            + (left.isEmpty() ? "" : " (" + String.join(", ", left) + ")")
            + "; it is in the folder "
            + folder
            + ".";
    stores.flows().failed(road.companyId(), road.connectionId(), "intake", sentence);
    note(road, "MAIL_WITHOUT_FILE", sentence);
  }

  /** A mail brought something to read, and other files, too. */
  public void leftOut(Road road, String messageId, List<String> left) {
    note(
        road,
        "ATTACHMENT_LEFT_OUT",
        "Of the mail " + messageId + " was not taken: " + String.join(", ", left) + ".");
  }

  private void note(Road road, String event, String reason) {
    stores
        .transactions()
        .run(() -> notes.add(road.companyId(), road.connectionId(), event, "intake", reason));
  }

  /** A delivery came in the mail of this Message-ID. */
  public void cameInMail(Road road, UUID delivery, String messageId) {
    stores.deliveryOrigins().put(road.companyId(), delivery, new In(messageId, null));
  }
}
