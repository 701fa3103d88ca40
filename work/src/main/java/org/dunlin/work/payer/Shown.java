package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.store.company.Brand;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.payer.PaidLately;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that a payer sees of what it owes.
 *
 * @param owed those due first before
 * @param more how many further ones there are
 * @param credits what the company owes in credit notes that are not applied yet, a currency each
 * @param paid what was paid lately
 * @param said what was said, the latest first
 */
public record Shown(
    Payer payer,
    Customer customer,
    Brand brand,
    List<Owed> owed,
    int more,
    List<Money> credits,
    List<PaidLately.Line> paid,
    List<Said> said) {
  public Shown {
    owed = List.copyOf(owed);
    credits = List.copyOf(credits);
    paid = List.copyOf(paid);
    said = List.copyOf(said);
  }

  /** What is open in one currency, and what of it is overdue. */
  public record Sum(Money open, Money overdue, int invoices) {}

  /** The sums, by currency. */
  public List<Sum> sums() {
    Map<String, List<Owed>> byCurrency = new TreeMap<>();
    owed.forEach(
        each ->
            byCurrency
                .computeIfAbsent(each.open().getCurrencyUnit().getCode(), c -> new ArrayList<>())
                .add(each));
    List<Sum> sums = new ArrayList<>();
    byCurrency.forEach(
        (code, lines) -> {
          Money zero = Money.zero(CurrencyUnit.of(code));
          sums.add(
              new Sum(
                  lines.stream().map(Owed::open).reduce(zero, Money::plus),
                  lines.stream()
                      .filter(line -> line.daysOverdue() > 0)
                      .map(Owed::open)
                      .reduce(zero, Money::plus),
                  lines.size()));
        });
    return sums;
  }

  /** Whether nothing is open. */
  public boolean settled() {
    return owed.isEmpty();
  }

  /**
   * Something that was said, by the payer or with it.
   *
   * @param kind absent for a message of the payer's
   * @param text the payer's own words; what people of the company wrote is theirs
   * @param numbers of the invoices that it is about
   * @param record the promise, dispute or arrangement; absent for a message
   */
  public record Said(
      UUID id,
      LocalDate on,
      @Nullable StandstillKind kind,
      @Nullable StandstillState state,
      @Nullable Money amount,
      @Nullable LocalDate until,
      List<String> numbers,
      @Nullable CanonicalRecord record,
      @Nullable String text) {
    public Said {
      numbers = List.copyOf(numbers);
    }
  }
}
