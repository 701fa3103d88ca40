package org.dunlin.connectors.program.pull;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.dunlin.core.port.HttpReply;

/** What a program's own clock says: the header Date (RFC 9110, 6.6.1). */
final class ReplyClock {
  private ReplyClock() {}

  static Optional<Instant> of(HttpReply reply) {
    return reply.header("date").flatMap(ReplyClock::read);
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
