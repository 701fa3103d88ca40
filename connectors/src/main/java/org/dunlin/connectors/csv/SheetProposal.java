package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.core.sheet.SheetMapping;
import org.joda.money.CurrencyUnit;

/**
 * What the columns of a file seem to mean: by their names in four languages and more, else by what
 * stands in them. What the first rows leave open stays empty, so that a person says it.
 */
final class SheetProposal {
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern VAT = Pattern.compile("[A-Z]{2}[0-9A-Z.]{8,14}");
  private static final Pattern CURRENCY = Pattern.compile("\\b([A-Z]{3})\\b");
  private static final Set<String> CREDIT_NOTES =
      Set.of(
          "credit note",
          "credit",
          "credit memo",
          "creditnota",
          "creditfactuur",
          "gutschrift",
          "rechnungskorrektur",
          "stornorechnung",
          "avoir",
          "note de crédit",
          "cn",
          "cr",
          "gs");
  private static final Set<String> PAID =
      Set.of("paid", "betaald", "voldaan", "bezahlt", "payé", "payée", "réglée", "acquittée");
  private static final Set<String> VOID =
      Set.of(
          "void",
          "voided",
          "cancelled",
          "canceled",
          "vervallen",
          "geannuleerd",
          "storniert",
          "annulé",
          "annulée");

  private final Sheet sheet;
  private final SampleTable table;
  private final Kind kind;
  private final Map<Integer, String> columns = new TreeMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();

  SheetProposal(Sheet sheet, SampleTable table, Kind kind) {
    this.sheet = sheet;
    this.table = table;
    this.kind = kind;
  }

  SheetMapping mapping() {
    ProposedColumns named = new ProposedColumns(table, kind);
    named.single().forEach((target, column) -> put(column, target));
    named.joined().forEach((target, several) -> several.forEach(column -> put(column, target)));
    byContent();
    plainer();
    currency();
    said();
    SheetMapping mapping = mapping("", "");
    List<String> patterns = sheet.datePatterns(mapping);
    return mapping(patterns.size() == 1 ? patterns.getFirst() : "", decimal(mapping));
  }

  private SheetMapping mapping(String dates, String decimal) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return new SheetMapping(word, columns, dates, decimal, constants, words);
  }

  private void put(SampleColumn column, Target target) {
    if (Sheet.targets(kind.name().toLowerCase(Locale.ROOT)).contains(target.word())) {
      columns.put(column.number(), target.word());
    }
  }

  private void byContent() {
    found(Target.EMAIL, each -> MAIL.matcher(each).matches());
    found(Target.CURRENCY, SheetProposal::isCurrency);
    found(Target.IBAN, each -> Ibans.holds(each.replaceAll("\\s", "")));
    found(Target.VAT_NUMBER, each -> VAT.matcher(each.replaceAll("[\\s.]", "")).matches());
    found(Target.TYPE, each -> isCreditNote(each) || isInvoice(each));
  }

  /** The first column that is nothing yet and in which each cell is such a one. */
  private void found(Target target, Predicate<String> such) {
    if (!target.isOf(kind) || columns.containsValue(target.word())) {
      return;
    }
    table.columns().stream()
        .filter(each -> !columns.containsKey(each.number()) && !each.samples().isEmpty())
        .filter(each -> each.samples().stream().allMatch(such))
        .findFirst()
        .ifPresent(each -> columns.put(each.number(), target.word()));
  }

  /** Where a file says one thing in two ways, one of them is enough. */
  private void plainer() {
    if (columns.containsValue(Target.OUTSTANDING.word())) {
      drop(Target.PAID);
    }
    if (columns.containsValue(Target.TOTAL.word())) {
      drop(Target.LINE_TOTAL);
    }
    if (columns.containsValue(Target.DEBIT.word()) && columns.containsValue(Target.CREDIT.word())) {
      drop(Target.AMOUNT);
      drop(Target.MARK);
    } else if (columns.containsValue(Target.AMOUNT.word())) {
      drop(Target.DEBIT);
      drop(Target.CREDIT);
    }
    if (kind == Kind.INVOICES
        && !columns.containsValue(Target.TOTAL.word())
        && !columns.containsValue(Target.LINE_TOTAL.word())) {
      columns.replaceAll(
          (number, target) ->
              target.equals(Target.OUTSTANDING.word()) ? Target.TOTAL.word() : target);
    }
  }

  private void drop(Target target) {
    columns.values().removeIf(target.word()::equals);
  }

  /** The code that stands in the name of a column of amounts. */
  private void currency() {
    if (kind == Kind.CUSTOMERS || columns.containsValue(Target.CURRENCY.word())) {
      return;
    }
    for (SampleColumn column : table.columns()) {
      var code = CURRENCY.matcher(column.name());
      while (code.find()) {
        if (isCurrency(code.group(1))) {
          constants.putIfAbsent(Target.CURRENCY.word(), code.group(1));
        }
      }
      boolean euros = column.samples().stream().anyMatch(each -> each.contains("€"));
      if (euros || column.name().contains("€")) {
        constants.putIfAbsent(Target.CURRENCY.word(), "EUR");
      }
    }
  }

  private void said() {
    for (SampleColumn column : table.columns()) {
      String target = columns.getOrDefault(column.number(), "");
      if (target.equals(Target.TYPE.word())) {
        divide(column, "CREDIT_NOTE", SheetProposal::isCreditNote, "INVOICE");
      } else if (target.equals(Target.STATUS.word())) {
        divide(column, "PAID", each -> PAID.contains(plain(each)), "OPEN");
        divide(column, "VOID", each -> VOID.contains(plain(each)), "OPEN");
        words
            .getOrDefault("OPEN", new ArrayList<>())
            .removeIf(each -> PAID.contains(plain(each)) || VOID.contains(plain(each)));
      } else if (target.equals(Target.MARK.word())) {
        UsualWords.marks(Sheet.distinct(column))
            .ifPresent(
                marks -> {
                  words.put("debit", List.of(marks.debit()));
                  words.put("credit", List.of(marks.credit()));
                });
      }
    }
  }

  private void divide(SampleColumn column, String one, Predicate<String> such, String other) {
    Map<Boolean, List<String>> parts =
        Sheet.distinct(column).stream().collect(Collectors.partitioningBy(such));
    words.put(one, parts.get(true));
    words.put(other, new ArrayList<>(parts.get(false)));
  }

  /**
   * That of the amounts that are written in one way only; a cell that is no amount says nothing.
   */
  private String decimal(SheetMapping mapping) {
    Set<Character> marks = new HashSet<>();
    for (SampleColumn column : table.columns()) {
      if (Sheet.isOf(mapping, column, Sheet.AMOUNTS)) {
        for (String sample : column.samples()) {
          String amount = sample.replaceAll("[()€-]", "").strip();
          List<NumberStyle> fitting =
              SampleColumn.NUMBER_STYLES.stream()
                  .filter(style -> style.read(amount).isPresent())
                  .toList();
          if (fitting.size() == 1) {
            marks.add(fitting.getFirst().decimal());
          }
        }
      }
    }
    return marks.size() == 1 ? String.valueOf(marks.iterator().next()) : "";
  }

  private static boolean isCurrency(String code) {
    return code.length() == 3
        && CurrencyUnit.registeredCurrencies().stream()
            .anyMatch(each -> each.getCode().equals(code));
  }

  private static boolean isCreditNote(String word) {
    return CREDIT_NOTES.contains(plain(word));
  }

  private static boolean isInvoice(String word) {
    return Set.of("invoice", "factuur", "rechnung", "facture", "inv", "re").contains(plain(word));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
