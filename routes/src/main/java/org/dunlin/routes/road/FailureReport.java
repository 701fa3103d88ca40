package org.dunlin.routes.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report of a server says (RFC 3464): for whom a message failed for good, and which message
 * came back. Whoever got a message may write a report, so that only what belongs together counts:
 * the failure and its status in the block of one recipient, and the message's own Message-ID.
 */
final class FailureReport {
  private static final int MOST = 20;
  private static final Pattern FAILED = field("Action", "failed");
  private static final Pattern FOR_GOOD =
      field("Status", "5\\.\\d{1,3}\\.\\d{1,3}(?:[ \\t][^\\n]*)?");
  private static final Pattern RECIPIENT =
      Pattern.compile(
          "(?im)^(?:Final|Original)-Recipient[ \\t]*:[^;\\n]*;[ \\t]*<?([^\\s<>]++)>?[ \\t]*$");
  private static final Pattern RETURNED =
      field("Message-ID", "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^\\n]*");

  private FailureReport() {}

  /** The addresses that failed for good, of the part with the states of the recipients. */
  static List<String> failed(String states) {
    List<String> failed = new ArrayList<>();
    for (String block : unfolded(states).split("\\n[ \\t]*\\n")) {
      if (FAILED.matcher(block).find() && FOR_GOOD.matcher(block).find()) {
        Matcher recipient = RECIPIENT.matcher(block);
        while (recipient.find() && failed.size() < MOST) {
          failed.add(recipient.group(1));
        }
      }
    }
    return failed;
  }

  /** The message of the hub that came back, by the Message-ID of its head. */
  static Optional<UUID> returned(String message) {
    String text = unfolded(message.stripLeading());
    int end = text.indexOf("\n\n");
    Matcher id = RETURNED.matcher(end < 0 ? text : text.substring(0, end));
    return id.find() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
  }

  private static Pattern field(String name, String value) {
    return Pattern.compile("(?im)^" + name + "[ \\t]*:[ \\t]*" + value + "[ \\t]*$");
  }

  /** With one line a field (RFC 5322, 2.2.3). */
  private static String unfolded(String text) {
    return text.replace("\r\n", "\n").replaceAll("\\n[ \\t]+(?=\\S)", " ");
  }
}
