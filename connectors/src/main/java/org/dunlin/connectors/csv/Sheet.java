package org.dunlin.connectors.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.csv.DescriptionLoader.Loaded;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.core.sheet.SheetColumn;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetFault.Code;
import org.dunlin.core.sheet.SheetMapping;

/**
 * A file with a first row of names whose columns a person is asked about: what they seem to mean,
 * and the description that the answers make.
 */
public final class Sheet {
  /** Columns with amounts. */
  static final Set<Target> AMOUNTS =
      EnumSet.of(
          Target.AMOUNT,
          Target.DEBIT,
          Target.CREDIT,
          Target.FEE,
          Target.BALANCE,
          Target.TOTAL,
          Target.LINE_TOTAL,
          Target.OUTSTANDING,
          Target.PAID);

  /** Columns with days. */
  static final Set<Target> DAYS =
      EnumSet.of(Target.BOOKING_DATE, Target.VALUE_DATE, Target.ISSUE_DATE, Target.DUE_DATE);

  /** Texts that may stand in several columns. */
  private static final Set<Target> JOINED =
      EnumSet.of(
          Target.NAME,
          Target.CUSTOMER_NAME,
          Target.PAYER_NAME,
          Target.STREET,
          Target.CITY,
          Target.REMITTANCE);

  /** What no form asks for: words of kinds of payments, and the other side where it has its own. */
  private static final Set<Target> UNASKED =
      EnumSet.of(Target.KIND, Target.PAYEE_NAME, Target.PAYEE_ACCOUNT, Target.PAYEE_BIC);

  private static final int SHOWN = 3;
  private static final DescriptionLoader LOADER = new DescriptionLoader(CarriedDescriptions::form);

  private final SampleTable table;
  private final Row header;

  private Sheet(SampleTable table, Row header) {
    this.table = table;
    this.header = header;
  }

  /**
   * The table of a file that begins so; empty where it is none, or has no row of names.
   *
   * @param head at most {@link org.dunlin.connectors.Formats#HEAD_BYTES}
   */
  public static Optional<Sheet> of(byte[] head) {
    Optional<SampleTable> found = SampleTable.of(new FileHead(head));
    Row header = found.map(SampleTable::header).orElse(null);
    return header == null ? Optional.empty() : Optional.of(new Sheet(found.get(), header));
  }

  /** The encoding that the text of a file seems to have that begins so, as people call it. */
  public static String encoding(byte[] head) {
    try {
      Reader text = DecodedText.of(new ByteArrayInputStream(head), null);
      text.transferTo(Writer.nullWriter());
      return TextEncoding.named(DecodedText.encoding(text, null));
    } catch (IOException | Refusal e) {
      return "";
    }
  }

  /** By which files with the same names in their first row are known. */
  public byte[] print() {
    return MappedSheets.print(header, table.delimiter());
  }

  /** What stands between its columns. */
  public char delimiter() {
    return table.delimiter();
  }

  /** Its columns that have a name. */
  public List<SheetColumn> columns() {
    return table.columns().stream()
        .map(
            each ->
                new SheetColumn(
                    each.number(),
                    each.name(),
                    each.samples().stream().limit(SHOWN).toList(),
                    each.datePatterns()))
        .toList();
  }

  /** What a column of a file of this kind may be, in the order of a form. */
  public static List<String> targets(String kind) {
    Kind of = Kind.of(kind);
    return Arrays.stream(Target.values())
        .filter(each -> each.isOf(of) && !UNASKED.contains(each))
        .filter(each -> each != Target.ACCOUNT || of == Kind.STATEMENT)
        .map(Target::word)
        .toList();
  }

  /** The patterns by which every column of days can be read, as far as the first rows show. */
  public List<String> datePatterns(SheetMapping mapping) {
    Set<String> patterns = new LinkedHashSet<>();
    boolean first = true;
    for (SampleColumn column : table.columns()) {
      if (isOf(mapping, column, DAYS) && !column.samples().isEmpty()) {
        if (first) {
          patterns.addAll(column.datePatterns());
        } else {
          patterns.retainAll(column.datePatterns());
        }
        first = false;
      }
    }
    return List.copyOf(patterns);
  }

  /** What the file seems to be. */
  public SheetMapping proposed() {
    return new SheetProposal(this, table, Proposal.kind(table)).mapping();
  }

  /** What its columns seem to mean where it is of this kind. */
  public SheetMapping proposed(String kind) {
    return new SheetProposal(this, table, Kind.of(kind)).mapping();
  }

  /** The description that a mapping makes, as YAML. */
  public String description(SheetMapping mapping) {
    return new SheetText(table.delimiter(), table.columns(), mapping).yaml();
  }

  /** What keeps the file from being read so; nothing where it can be. */
  public List<SheetFault> faults(SheetMapping mapping) {
    List<SheetFault> faults = new ArrayList<>();
    Kind kind = Kind.of(mapping.kind());
    needed(kind).stream()
        .filter(each -> !mapping.has(each.word()))
        .forEach(each -> faults.add(new SheetFault(Code.MISSING, each.word())));
    twice(mapping, faults);
    if (kind != Kind.CUSTOMERS) {
      asked(kind, mapping, faults);
    }
    if (faults.isEmpty()
        && LOADER.load(SheetText.NAME + ".yaml", MappedSheets.bytes(description(mapping)))
            instanceof Loaded.Faulty faulty) {
      faulty.faults().forEach(each -> faults.add(new SheetFault(Code.OTHER, each.sentence())));
    }
    return List.copyOf(faults);
  }

  private static List<Target> needed(Kind kind) {
    return switch (kind) {
      case CUSTOMERS -> List.of(Target.NAME);
      case INVOICES -> List.of(Target.NUMBER, Target.ISSUE_DATE, Target.CUSTOMER_NAME);
      case STATEMENT -> List.of(Target.BOOKING_DATE);
    };
  }

  private static void twice(SheetMapping mapping, List<SheetFault> faults) {
    Map<String, Integer> times = new TreeMap<>();
    mapping.columns().values().forEach(each -> times.merge(each, 1, Integer::sum));
    times.forEach(
        (target, count) -> {
          if (count > 1 && !JOINED.contains(Target.of(target))) {
            faults.add(new SheetFault(Code.TWICE, target));
          }
        });
  }

  private void asked(Kind kind, SheetMapping mapping, List<SheetFault> faults) {
    when(mapping.dates().isEmpty(), Code.DATES, faults);
    when(mapping.decimal().isEmpty(), Code.DECIMAL, faults);
    when(!says(mapping, Target.CURRENCY), Code.CURRENCY, faults);
    boolean whole = mapping.has(Target.TOTAL.word()) || mapping.has(Target.AMOUNT.word());
    boolean parts =
        kind == Kind.INVOICES
            ? mapping.has(Target.LINE_TOTAL.word())
            : mapping.has(Target.DEBIT.word()) && mapping.has(Target.CREDIT.word());
    when(whole == parts, Code.AMOUNTS, faults);
    when(kind == Kind.STATEMENT && !says(mapping, Target.ACCOUNT), Code.ACCOUNT, faults);
    when(
        mapping.has(Target.OUTSTANDING.word()) && mapping.has(Target.PAID.word()),
        Code.OPEN_AND_PAID,
        faults);
    unclear(mapping, Target.STATUS, List.of("OPEN", "PAID", "VOID"), faults);
    unclear(mapping, Target.TYPE, List.of("CREDIT_NOTE"), faults);
    unclear(mapping, Target.MARK, List.of("debit", "credit"), faults);
  }

  private static void unclear(
      SheetMapping mapping, Target target, List<String> meanings, List<SheetFault> faults) {
    boolean said =
        target == Target.STATUS
            ? meanings.stream().anyMatch(each -> !mapping.words(each).isEmpty())
            : meanings.stream().noneMatch(each -> mapping.words(each).isEmpty());
    if (mapping.has(target.word()) && !said) {
      faults.add(new SheetFault(Code.WORDS, target.word()));
    }
  }

  private static void when(boolean wrong, Code code, List<SheetFault> faults) {
    if (wrong) {
      faults.add(new SheetFault(code, ""));
    }
  }

  private static boolean says(SheetMapping mapping, Target target) {
    return mapping.has(target.word()) || !mapping.constant(target.word()).isEmpty();
  }

  static boolean isOf(SheetMapping mapping, SampleColumn column, Set<Target> such) {
    String target = mapping.columns().get(column.number());
    return target != null && such.contains(Target.of(target));
  }

  /** Whether an amount is below zero, however that is written. */
  static boolean isNegative(String sample) {
    String text = sample.strip();
    return text.startsWith("-")
        || text.startsWith("\u2212")
        || text.endsWith("-")
        || text.startsWith("(");
  }

  /** The distinct words of a column, in their order, as far as the first rows show. */
  static List<String> distinct(SampleColumn column) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> words = new ArrayList<>();
    for (String each : column.samples()) {
      if (seen.add(each.strip().toLowerCase(Locale.ROOT))) {
        words.add(each.strip());
      }
    }
    return words;
  }
}
