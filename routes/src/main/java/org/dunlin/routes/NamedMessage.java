package org.dunlin.routes;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with a Message-ID that names the effect, so that an answer says what it answers; and
 * what the mail server said when it took it.
 */
final class NamedMessage extends MimeMessage {
  private final String id;
  private @Nullable String reply;

  NamedMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  /** The server took it, and said this. */
  void taken(String said) {
    reply = said.strip();
  }

  /** What the server said; empty where it has not taken it. */
  Optional<String> reply() {
    return Optional.ofNullable(reply);
  }
}
