package org.dunlin.connectors.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.connectors.csv.UsualWords.Marks;
import org.jspecify.annotations.Nullable;

/** Writes a proposed description, with its questions as what they are. */
final class ProposalText {
  private static final Pattern CURRENCY = Pattern.compile("\\b(EUR|CHF|USD|GBP|SEK|NOK|DKK)\\b");
  private static final int SAMPLE_CHARACTERS = 40;

  private final SampleTable table;
  private final Kind kind;
  private final Map<Target, SampleColumn> columns;
  private final Map<Target, List<SampleColumn>> joined;
  private final Map<String, String> answers;
  private final List<String> questions;
  private final StringBuilder text = new StringBuilder();

  ProposalText(
      SampleTable table,
      Kind kind,
      Map<Target, SampleColumn> columns,
      Map<Target, List<SampleColumn>> joined,
      Map<String, String> answers,
      List<String> questions) {
    this.table = table;
    this.kind = kind;
    this.columns = columns;
    this.joined = joined;
    this.answers = answers;
    this.questions = questions;
  }

  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The currency that the name of a column holds; null where it holds none. */
  static @Nullable String currency(String name) {
    Matcher found = CURRENCY.matcher(name);
    return found.find() ? found.group(1) : null;
  }

  String yaml(String name) {
    line(
        "# Proposed from a file. Every \"?\" is a question; the hub refuses the description until");
    line("# all are answered. docs/formats/csv.md says what each line means.");
    questions.forEach(each -> line("# Question: " + comment(each)));
    line("description: " + name);
    line("title: " + quoted(name));
    line("kind: " + word(kind));
    line("delimiter: " + (table.delimiter() == '\t' ? "tab" : quoted("" + table.delimiter())));
    if (table.header() == null) {
      line("header: false");
      line("width: " + table.columns().size());
    }
    line("columns:");
    columns.forEach((target, column) -> line("  " + target.word() + ": " + named(target, column)));
    unread();
    constants();
    if (answers.containsKey("dates")) {
      line("dates: " + quoted(answers.get("dates")));
      String decimal = answers.getOrDefault("decimal", Proposal.QUESTION);
      line("numbers: {decimal: " + quoted(decimal) + ", group: " + groups(decimal) + "}");
    }
    rest();
    return text.toString();
  }

  private void constants() {
    if (answers.containsKey("currency") || answers.containsKey("account")) {
      line("constants:");
      for (String constant : List.of("account", "currency")) {
        if (answers.containsKey(constant)) {
          line("  " + constant + ": \"?\"");
        }
      }
    }
  }

  private void rest() {
    if (columns.containsKey(Target.MARK)) {
      Marks marks =
          UsualWords.marks(columns.get(Target.MARK).samples()).orElse(new Marks("?", "?"));
      line("marks: {debit: " + quoted(marks.debit()) + ", credit: " + quoted(marks.credit()) + "}");
    }
    SampleColumn debit = columns.get(Target.DEBIT);
    if (debit != null) {
      boolean negative = debit.numberStyles().stream().anyMatch(style -> debit.any(style, -1));
      line("debits: " + (negative ? "negative" : "positive"));
    }
    if (answers.containsKey("positive")) {
      line("positive: \"?\"");
    }
    if (kind == Kind.STATEMENT && table.header() != null) {
      only();
    }
    if (columns.containsKey(Target.BALANCE) && kind == Kind.STATEMENT) {
      line("balances: cover");
    }
    if (columns.containsKey(Target.STATUS) && kind == Kind.INVOICES) {
      line("statuses: {OPEN: \"?\", PAID: \"?\"}");
    }
    if (columns.containsKey(Target.LINE_TOTAL)) {
      line("lines: true");
    }
  }

  /** Of rows that may be not booked yet only those count that are. */
  private void only() {
    for (SampleColumn column : table.columns()) {
      if (!columns.containsValue(column)) {
        UsualWords.booked(column.samples())
            .ifPresent(word -> line("only: {" + quoted(column.name()) + ": " + quoted(word) + "}"));
      }
    }
  }

  private void unread() {
    for (SampleColumn column : table.columns()) {
      if (!columns.containsValue(column)
          && joined.values().stream().noneMatch(each -> each.contains(column))) {
        String sample = column.samples().isEmpty() ? "" : column.samples().getFirst();
        line(
            "  # not read: "
                + comment(column.name().isEmpty() ? "column " + column.number() : column.name())
                + (sample.isEmpty() ? "" : ", such as " + comment(sample)));
      }
    }
  }

  private String named(Target target, SampleColumn column) {
    List<SampleColumn> several = joined.getOrDefault(target, List.of());
    return several.size() > 1
        ? several.stream().map(this::named).collect(Collectors.joining(", ", "{join: [", "]}"))
        : named(column);
  }

  private String named(SampleColumn column) {
    if (table.header() == null) {
      return Integer.toString(column.number());
    }
    String currency = answers.containsKey("currency") ? null : currency(column.name());
    return quoted(currency == null ? column.name() : column.name().replace(currency, "{currency}"));
  }

  private static String groups(String decimal) {
    return switch (decimal) {
      case "." -> "[\",\", \"'\", \" \"]";
      case "," -> "[\".\", \"'\", \" \"]";
      default -> "\"?\"";
    };
  }

  private static String comment(String value) {
    String line = ColumnName.normal(value).isEmpty() ? "" : value.replaceAll("[\\p{Cntrl}]+", " ");
    return line.length() <= SAMPLE_CHARACTERS * 4 ? line : line.substring(0, SAMPLE_CHARACTERS * 4);
  }

  /** A YAML text in double quotes. */
  private static String quoted(@Nullable String value) {
    String said = value == null ? "" : value;
    StringBuilder quoted = new StringBuilder("\"");
    for (char each : said.toCharArray()) {
      switch (each) {
        case '"', '\\' -> quoted.append('\\').append(each);
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(Character.isISOControl(each) ? ' ' : each);
      }
    }
    return quoted.append('"').toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
