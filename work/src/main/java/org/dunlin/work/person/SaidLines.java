package org.dunlin.work.person;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.work.person.AllocateByHand.Line;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of where a sum goes. What was suggested exactly so is confirmed and keeps its
 * rule and evidence; anything else is the person's own.
 *
 * @param lines what goes to which invoice
 * @param currency of the amounts
 */
record SaidLines(List<Line> lines, CurrencyUnit currency) {
  /** Whether each is said once, with amounts above zero that the currency has. */
  boolean sound() {
    Set<String> keys = new HashSet<>();
    return !lines.isEmpty()
        && lines.stream()
            .allMatch(
                line ->
                    keys.add(key(line))
                        && sound(line.amount())
                        && (line.restAmount() == null
                            || line.rest() != null && sound(line.restAmount()))
                        && (line.rest() == null || line.creditNoteId() == null));
  }

  private boolean sound(BigDecimal amount) {
    return amount.signum() > 0
        && amount.stripTrailingZeros().scale() <= currency.getDecimalPlaces();
  }

  /**
   * What is to be recorded for each line, those of credit notes first: only then it is known what
   * is left to be settled without money.
   *
   * @param sum what an amount is taken of where its line names no credit note
   * @param suggested the lines of all that is suggested for it
   */
  Map<Line, Allocation> decided(UUID sum, List<Allocation> suggested) {
    List<Allocation> confirmed = confirmed(suggested).orElse(List.of());
    Map<String, Allocation> byKey =
        confirmed.stream().collect(Collectors.toMap(SaidLines::key, line -> line));
    String match = confirmed.isEmpty() ? null : confirmed.getFirst().match();
    Map<Line, Allocation> decided = new LinkedHashMap<>();
    lines.stream()
        .sorted(Comparator.comparing((Line line) -> line.creditNoteId() == null))
        .forEach(line -> decided.put(line, allocation(sum, line, match, byKey.get(key(line)))));
    return decided;
  }

  /** The suggestion that says exactly this, if there is one. */
  private Optional<List<Allocation>> confirmed(List<Allocation> suggested) {
    Map<String, BigDecimal> said =
        lines.stream()
            .collect(Collectors.toMap(SaidLines::key, line -> line.amount().stripTrailingZeros()));
    return suggested.stream()
        .collect(Collectors.groupingBy(line -> String.valueOf(line.match())))
        .values()
        .stream()
        .filter(proposal -> proposal.size() == lines.size() && amounts(proposal).equals(said))
        .findFirst();
  }

  private static Map<String, BigDecimal> amounts(List<Allocation> proposal) {
    return proposal.stream()
        .collect(
            Collectors.toMap(
                SaidLines::key,
                line -> line.amount().getAmount().stripTrailingZeros(),
                BigDecimal::add));
  }

  private Allocation allocation(
      UUID sum, Line line, @Nullable String match, @Nullable Allocation suggested) {
    UUID note = line.creditNoteId();
    return new Allocation(
        note == null ? sum.toString() : null,
        note == null ? null : note.toString(),
        line.invoiceId().toString(),
        Money.of(currency, line.amount().stripTrailingZeros()),
        match,
        1,
        suggested == null ? Decision.MANUAL : Decision.CONFIRMED,
        suggested == null ? null : suggested.rule(),
        suggested == null ? null : suggested.confidence(),
        suggested == null ? List.of() : suggested.evidence());
  }

  private static String key(Line line) {
    return key(line.invoiceId(), line.creditNoteId());
  }

  private static String key(Allocation line) {
    return key(line.invoiceId(), line.creditNoteId());
  }

  private static String key(Object invoice, @Nullable Object note) {
    return invoice + (note == null ? "" : " by " + note);
  }
}
