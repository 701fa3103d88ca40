package org.dunlin.core.claim;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What may be claimed beside a principal on a date.
 *
 * @param lines interest in the order of its days, then fixed sums, costs and fees
 * @param coming sums that will be owed from a later day, unless what they are reckoned of is paid
 *     before
 * @param notes what is not owed, or not yet, and why; what is to be verified
 * @param problems what could not be reckoned and is not in the lines; codes RATE_MISSING,
 *     LAW_MISSING, CURRENCY_OF_LAW
 * @param remarks what the law's entry says that the computation supposes, in English
 * @param attribution the same facts as the law attributes payments; null where nothing was paid
 *     late, or where no rule of law is carried
 */
public record Reckoning(
    List<Line> lines,
    List<Line> coming,
    List<Note> notes,
    List<Problem> problems,
    List<String> remarks,
    @Nullable Attribution attribution) {
  /** Keeps its lists. */
  public Reckoning {
    lines = List.copyOf(lines);
    coming = List.copyOf(coming);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** The claims alone. */
  public List<Claim> claims() {
    return lines.stream().map(Line::claim).toList();
  }

  /** What the lines add up to, by currency: a law may name a sum in a currency of its own. */
  public Map<CurrencyUnit, Money> totals() {
    Map<CurrencyUnit, Money> totals = new TreeMap<>();
    for (Claim claim : claims()) {
      totals.merge(claim.amount().getCurrencyUnit(), claim.amount(), Money::plus);
    }
    return totals;
  }
}
