package org.dunlin.console.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.work.person.AllocateByHand.Line;
import org.jspecify.annotations.Nullable;

/** The lines of a suggestion as a page showed them and its form says them back. */
final class ShownLines {
  private static final Pattern REST = Pattern.compile("([A-Z_]+) ([0-9]{1,15}(?:\\.[0-9]{1,3})?)");
  private static final Pattern NOTE =
      Pattern.compile("-|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private ShownLines() {}

  /**
   * The lines; none where the form is not one of ours, so that nothing is done.
   *
   * @param rests a reason and an amount for each, or a dash; none at all where none has any
   * @param notes the credit note of each, or a dash; none at all where none has any
   */
  static List<Line> of(
      List<UUID> invoices, List<BigDecimal> amounts, List<String> rests, List<String> notes) {
    boolean whole =
        invoices.size() == amounts.size()
            && (rests.isEmpty() || rests.size() == invoices.size())
            && (notes.isEmpty() || notes.size() == invoices.size())
            && notes.stream().allMatch(note -> NOTE.matcher(note).matches());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; whole && i < invoices.size(); i++) {
      Matcher rest = REST.matcher(rests.isEmpty() ? "" : rests.get(i));
      AdjustmentReason reason = rest.matches() ? reason(rest.group(1)) : null;
      lines.add(
          new Line(
              invoices.get(i),
              amounts.get(i),
              reason,
              reason == null ? null : new BigDecimal(rest.group(2)),
              notes.isEmpty() || notes.get(i).equals("-") ? null : UUID.fromString(notes.get(i))));
    }
    return lines;
  }

  private static @Nullable AdjustmentReason reason(String name) {
    for (AdjustmentReason reason : AdjustmentReason.values()) {
      if (reason.name().equals(name)) {
        return reason;
      }
    }
    return null;
  }
}
