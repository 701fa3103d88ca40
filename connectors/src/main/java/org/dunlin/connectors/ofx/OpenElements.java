package org.dunlin.connectors.ofx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of OFX 1 are open. Aggregates have end tags; an element with a text ends where the
 * next tag begins, and one without anything in it is an aggregate only by its name.
 */
final class OpenElements {
  private static final Set<String> AGGREGATES =
      Set.of(
          "OFX",
          "STATUS",
          "FI",
          "PAYEE",
          "EXTDPAYEE",
          "BANKACCTTO",
          "CCACCTTO",
          "CURRENCY",
          "ORIGCURRENCY",
          "STMTTRNP",
          "BANKTRANLISTP",
          "IMAGEDATA",
          "BAL",
          "SEGMENT");

  private static final Pattern AGGREGATE_ENDING =
      Pattern.compile(".*(?:RSV[0-9]|RS|LIST|FROM|INFO|BAL|TRN)");

  private static final String TRANSACTION = "STMTTRN";

  private final Deque<String> open = new ArrayDeque<>();
  private @Nullable String begun;
  private boolean hasText;

  /** Takes note of a text that was written from there on. */
  void text(CharSequence xml, int from) {
    for (int i = from; i < xml.length() && !hasText; i++) {
      hasText = !Character.isWhitespace(xml.charAt(i));
    }
  }

  /**
   * Takes a tag.
   *
   * @param ends whether it is an end tag
   * @param empty whether the tag ends its element itself
   */
  void tag(String written, boolean ends, boolean empty, StringBuilder xml) {
    String name = written.toUpperCase(Locale.ROOT);
    boolean itself = ends && name.equals(begun);
    settle(itself, xml);
    if (itself) {
      return;
    }
    if (ends) {
      end(name, xml);
    } else {
      xml.append('<').append(name).append('>');
      begun = name;
      hasText = false;
      if (empty) {
        settle(true, xml);
      }
    }
  }

  /** Closes an element that needs no end tag; what needs one stays open. */
  void endOfFile(StringBuilder xml) {
    settle(false, xml);
  }

  private void settle(boolean ended, StringBuilder xml) {
    String name = begun;
    if (name == null) {
      return;
    }
    if (ended || hasText || !isAggregate(name)) {
      close(name, xml);
    } else {
      open.push(name);
    }
    begun = null;
  }

  private boolean isAggregate(String name) {
    boolean inTransaction = TRANSACTION.equals(open.peek());
    return AGGREGATES.contains(name)
        || (!inTransaction && AGGREGATE_ENDING.matcher(name).matches());
  }

  /** An end tag also ends what was left open within; one of nothing that is open says nothing. */
  private void end(String name, StringBuilder xml) {
    if (!open.contains(name)) {
      return;
    }
    String last;
    do {
      last = open.pop();
      close(last, xml);
    } while (!last.equals(name));
  }

  private static void close(String name, StringBuilder xml) {
    xml.append("</").append(name).append('>');
  }
}
