package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.core.sheet.SheetMapping;

/** Writes what a person said of the columns of a file as a description of such files. */
final class SheetText {
  /** Of the description, which is called as its file. */
  static final String NAME = "mapped";

  private final char delimiter;
  private final List<SampleColumn> columns;
  private final SheetMapping mapping;
  private final StringBuilder text = new StringBuilder();

  SheetText(char delimiter, List<SampleColumn> columns, SheetMapping mapping) {
    this.delimiter = delimiter;
    this.columns = columns;
    this.mapping = mapping;
  }

  String yaml() {
    line("description: " + NAME);
    line("title: " + quoted("As somebody said on the page"));
    line("kind: " + mapping.kind());
    line("delimiter: " + (delimiter == '\t' ? "tab" : quoted("" + delimiter)));
    line("columns:");
    byTarget().forEach((target, of) -> line("  " + target.word() + ": " + named(of)));
    constants();
    if (!mapping.dates().isEmpty()) {
      line("dates: " + quoted(mapping.dates()));
    }
    if (!mapping.decimal().isEmpty()) {
      line("numbers: {decimal: " + quoted(mapping.decimal()) + ", " + signs() + "}");
    }
    words();
    if (mapping.has(Target.LINE_TOTAL.word())) {
      line("lines: true");
    }
    if (mapping.has(Target.BALANCE.word())) {
      line("balances: cover");
    }
    return text.toString();
  }

  private Map<Target, List<SampleColumn>> byTarget() {
    Map<Target, List<SampleColumn>> found = new EnumMap<>(Target.class);
    for (SampleColumn column : columns) {
      String target = mapping.columns().get(column.number());
      if (target != null) {
        found.computeIfAbsent(Target.of(target), each -> new ArrayList<>()).add(column);
      }
    }
    return found;
  }

  private void constants() {
    if (!mapping.constants().isEmpty()) {
      line("constants:");
      mapping.constants().forEach((name, value) -> line("  " + name + ": " + quoted(value)));
    }
  }

  /** A sign behind the number and parentheses are there or not; nobody needs to be asked. */
  private String signs() {
    String groups =
        mapping.decimal().equals(",") ? "[\".\", \"'\", \" \"]" : "[\",\", \"'\", \" \"]";
    List<String> samples = amounts();
    boolean behind = samples.stream().anyMatch(each -> each.endsWith("-"));
    boolean parentheses = samples.stream().anyMatch(each -> each.startsWith("("));
    return "group: "
        + groups
        + (behind ? ", sign: behind" : "")
        + (parentheses ? ", parentheses: true" : "");
  }

  private List<String> amounts() {
    return byTarget().entrySet().stream()
        .filter(each -> Sheet.AMOUNTS.contains(each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .flatMap(each -> each.samples().stream())
        .toList();
  }

  private void words() {
    if (mapping.has(Target.STATUS.word())) {
      line("statuses: " + lists(List.of("OPEN", "PAID", "VOID")));
    }
    if (mapping.has(Target.TYPE.word())) {
      line("types: " + lists(List.of("INVOICE", "CREDIT_NOTE")));
    }
    if (mapping.has(Target.MARK.word())) {
      line("marks: " + lists(List.of("debit", "credit")));
    }
    List<SampleColumn> debit = byTarget().getOrDefault(Target.DEBIT, List.of());
    if (!debit.isEmpty()) {
      boolean negative =
          debit.stream().flatMap(each -> each.samples().stream()).anyMatch(Sheet::isNegative);
      line("debits: " + (negative ? "negative" : "positive"));
    }
  }

  private String lists(List<String> meanings) {
    return meanings.stream()
        .filter(each -> !mapping.words().getOrDefault(each, List.of()).isEmpty())
        .map(each -> each + ": " + list(mapping.words().getOrDefault(each, List.of())))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String list(Collection<String> words) {
    return words.stream().map(SheetText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String named(List<SampleColumn> of) {
    String names = of.stream().map(each -> quoted(each.name())).collect(Collectors.joining(", "));
    return of.size() == 1 ? names : "{join: [" + names + "]}";
  }

  /** A YAML text in double quotes. */
  static String quoted(String said) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char each : said.toCharArray()) {
      switch (each) {
        case '"', '\\' -> quoted.append('\\').append(each);
        default -> quoted.append(Character.isISOControl(each) ? ' ' : each);
      }
    }
    return quoted.append('"').toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
