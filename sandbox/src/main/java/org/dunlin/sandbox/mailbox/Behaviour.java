package org.dunlin.sandbox.mailbox;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the server is to misbehave; at first it does not. */
final class Behaviour {
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final AtomicInteger hangUps = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;

  void refuseRecipient(String email) {
    refused.add(email.toLowerCase(Locale.ROOT));
  }

  void hangUpAfterData(int mails) {
    hangUps.set(mails);
  }

  void answerAfter(Duration wait) {
    delay = wait;
  }

  void behave() {
    refused.clear();
    hangUps.set(0);
    delay = Duration.ZERO;
  }

  /** Whether a command {@code RCPT TO:<…>} names somebody refused. */
  boolean refuses(String command) {
    String lower = command.toLowerCase(Locale.ROOT);
    return lower.startsWith("rcpt to:")
        && refused.stream().anyMatch(email -> lower.contains("<" + email + ">"));
  }

  /** Whether to hang up now; counts. */
  boolean hangsUp() {
    return hangUps.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  Duration delay() {
    return delay;
  }
}
