package org.dunlin.core.port;

import org.jspecify.annotations.Nullable;

/** Something that is handed to the outside world, ready to leave. */
public sealed interface Dispatch {

  /**
   * A message by SMTP.
   *
   * @param messageId names the message in the hub; it goes along in a header of its own
   * @param fromName the company in whose name it goes
   * @param replyTo where answers go; the sender's address when absent
   */
  record Email(
      String messageId,
      String fromName,
      String to,
      @Nullable String replyTo,
      String subject,
      String text,
      String html)
      implements Dispatch {}

  /**
   * A file in the {@code out} folder of a connection. Writing the same name with the same content
   * again changes nothing; it appears under its name only when it is whole.
   */
  record StatusFile(String folder, String name, String content) implements Dispatch {}
}
