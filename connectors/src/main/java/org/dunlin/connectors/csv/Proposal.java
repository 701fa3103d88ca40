package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The description that a file proposes. What the file leaves open stays a question, which the
 * loader refuses until somebody answers it: nothing is guessed.
 */
final class Proposal {
  static final String QUESTION = "?";
  private static final int NEAR = 2;
  private static final int SHOWN = 12;

  private final SampleTable table;
  private final Kind kind;
  private final Map<Target, SampleColumn> columns;
  private final Map<Target, List<SampleColumn>> joined;
  private final List<String> questions = new ArrayList<>();
  private final Map<String, String> answers = new LinkedHashMap<>();

  private Proposal(SampleTable table) {
    this.table = table;
    this.kind = kind(table);
    ProposedColumns proposed = new ProposedColumns(table, kind);
    this.columns = proposed.single();
    this.joined = proposed.joined();
    answer();
  }

  static Optional<Proposal> of(FileHead file) {
    return SampleTable.of(file).map(Proposal::new);
  }

  /** What a file is of which nobody says it. */
  static Kind kind(SampleTable table) {
    boolean dated = table.columns().stream().anyMatch(each -> !each.datePatterns().isEmpty());
    boolean customers =
        table.columns().stream()
            .anyMatch(each -> UsualNames.meaning(Kind.CUSTOMERS, each.name()).isPresent());
    if (!dated && customers) {
      return Kind.CUSTOMERS;
    }
    boolean numbers = meant(table, Kind.INVOICES, Target.NUMBER);
    boolean names = meant(table, Kind.INVOICES, Target.CUSTOMER_NAME);
    boolean remittance = meant(table, Kind.STATEMENT, Target.REMITTANCE);
    return numbers && names && !(remittance && meant(table, Kind.STATEMENT, Target.BALANCE))
        ? Kind.INVOICES
        : Kind.STATEMENT;
  }

  private static boolean meant(SampleTable table, Kind kind, Target target) {
    return table.columns().stream()
        .anyMatch(each -> UsualNames.meaning(kind, each.name()).filter(target::equals).isPresent());
  }

  private void answer() {
    if (kind == Kind.CUSTOMERS) {
      return;
    }
    Set<String> patterns = new LinkedHashSet<>();
    for (SampleColumn column : columns.values()) {
      patterns.addAll(column.datePatterns());
    }
    for (SampleColumn column : columns.values()) {
      if (!column.datePatterns().isEmpty()) {
        patterns.retainAll(column.datePatterns());
      }
    }
    answers.put("dates", one(patterns, "how days are written", sample(Target.BOOKING_DATE)));
    numbers();
    if (kind == Kind.STATEMENT) {
      statement();
    } else {
      needed("currency", Target.CURRENCY, "in which currency the amounts are");
    }
  }

  private String sample(Target target) {
    Target dated = kind == Kind.INVOICES ? Target.ISSUE_DATE : target;
    SampleColumn column = columns.get(dated);
    return column == null || column.samples().isEmpty() ? "" : column.samples().getFirst();
  }

  private String one(Set<String> choices, String question, String sample) {
    if (choices.size() == 1) {
      return choices.iterator().next();
    }
    questions.add(
        question
            + (sample.isEmpty() ? "" : ": " + sample + " stands there")
            + (choices.isEmpty() ? "" : ", which may be " + String.join(" or ", choices)));
    return QUESTION;
  }

  private void numbers() {
    List<NumberStyle> styles = null;
    String shown = "";
    for (Target target :
        List.of(
            Target.AMOUNT,
            Target.DEBIT,
            Target.CREDIT,
            Target.BALANCE,
            Target.TOTAL,
            Target.LINE_TOTAL,
            Target.OUTSTANDING)) {
      SampleColumn column = columns.get(target);
      if (column != null && !column.samples().isEmpty()) {
        List<NumberStyle> fitting = column.numberStyles();
        styles = styles == null ? fitting : styles.stream().filter(fitting::contains).toList();
        shown = shown.isEmpty() ? column.samples().getFirst() : shown;
      }
    }
    Set<String> decimals =
        styles == null
            ? Set.of()
            : styles.stream()
                .map(each -> String.valueOf(each.decimal()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    answers.put("decimal", one(decimals, "which mark is before decimals", shown));
  }

  private void statement() {
    needed("currency", Target.CURRENCY, "in which currency the account is");
    needed("account", Target.ACCOUNT, "which account it is (its IBAN)");
    SampleColumn amount = columns.get(Target.AMOUNT);
    boolean two = columns.containsKey(Target.DEBIT) && columns.containsKey(Target.CREDIT);
    if (two) {
      columns.remove(Target.AMOUNT);
      columns.remove(Target.MARK);
    } else if (amount == null) {
      questions.add("which column is the amount");
    } else if (columns.containsKey(Target.MARK)) {
      columns.remove(Target.DEBIT);
      columns.remove(Target.CREDIT);
      if (UsualWords.marks(columns.get(Target.MARK).samples()).isEmpty()) {
        questions.add("which words of the mark are debit and credit");
      }
    } else {
      columns.remove(Target.DEBIT);
      columns.remove(Target.CREDIT);
      if (amount.numberStyles().stream().noneMatch(style -> amount.any(style, -1))) {
        questions.add("whether a positive amount came in or went out, since none is negative");
        answers.put("positive", QUESTION);
      }
    }
  }

  /** A column, or a constant that somebody must fill in. */
  private void needed(String name, Target target, String question) {
    boolean inHeader =
        target == Target.CURRENCY
            && columns.values().stream()
                .anyMatch(each -> ProposalText.currency(each.name()) != null);
    if (!columns.containsKey(target) && !inHeader) {
      questions.add(question + ", which the file does not say");
      answers.put(name, QUESTION);
    }
  }

  /** What is told of a file that no description fits. */
  Problem problem(String source, List<Description> known, List<Fault> faults) {
    Row header = table.header();
    StringBuilder message =
        new StringBuilder("the file looks like CSV of a bank or program that nobody described");
    String near = header == null ? null : near(known, header);
    message.append(near == null ? "" : " (" + near + ")");
    message
        .append("; it proposes a description of kind ")
        .append(ProposalText.word(kind))
        .append(
            ". On the page of its delivery somebody says what its columns mean. Or whoever keeps"
                + " the")
        .append(
            " hub has ./dunlin read FILE --propose print it, completes it and puts it as NAME.yaml")
        .append(" into the hub's folder descriptions; the file is then read again with Replay. Or")
        .append(" export it in another format that the hub reads, such as CAMT.053 or MT940, and")
        .append(" bring in that");
    if (!questions.isEmpty()) {
      message.append(". To be answered in it: ").append(String.join("; ", questions));
    }
    if (!faults.isEmpty()) {
      message.append(". Descriptions that are refused: ");
      message.append(
          faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining(" ")));
    }
    String place = header == null ? null : "line " + header.line();
    return new Problem(source, place, "UNKNOWN_CSV", message.toString());
  }

  private static @Nullable String near(List<Description> known, Row header) {
    String near = null;
    int fewest = NEAR + 1;
    for (Description description : known) {
      List<String> missing = Layout.missing(description, header);
      boolean mostly = missing.size() * 2 < description.columns().size();
      if (description.width() == 0 && mostly && missing.size() < fewest) {
        fewest = missing.size();
        near =
            "it comes near to "
                + description.name()
                + (missing.isEmpty()
                    ? ", which has other delimiters"
                    : " but lacks the columns " + String.join(", ", missing));
      }
    }
    return near;
  }

  String yaml(String name) {
    return new ProposalText(table, kind, columns, joined, answers, questions).yaml(name);
  }
}
