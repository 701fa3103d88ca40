package org.dunlin.connectors.csv;

import java.util.List;
import java.util.Locale;

/** What a description must be beyond its form. */
final class DescriptionRules {
  private static final String ENDING = ".yaml";

  private final Description description;
  private final Form form;

  private DescriptionRules(Description description, Form form) {
    this.description = description;
    this.form = form;
  }

  static void check(Description description, Form form) {
    new DescriptionRules(description, form).check();
  }

  private void check() {
    String file = form.fileName();
    if (!file.toLowerCase(Locale.ROOT).equals(description.name() + ENDING)) {
      form.fault("/description", "the description is called as its file, without .yaml.");
    }
    for (Target target : description.targets()) {
      if (!target.isOf(description.kind())) {
        String kind = description.kind().name().toLowerCase(Locale.ROOT);
        form.fault("/columns/" + target.word(), "a file of kind " + kind + " has no such column.");
      }
    }
    separators();
    header();
    dates();
    switch (description.kind()) {
      case STATEMENT -> statement();
      case INVOICES -> invoices();
      case CUSTOMERS -> wanted(Target.NAME);
    }
  }

  private void separators() {
    for (char delimiter : description.delimiters()) {
      Character quote = description.quote();
      if (quote != null && delimiter == quote) {
        form.fault("/delimiter", "delimiter and quote are not the same character.");
      }
    }
    NumberStyle numbers = description.numbers();
    if (numbers.groups().contains(numbers.decimal())) {
      form.fault("/numbers", "one mark is not both before decimals and between groups.");
    }
  }

  private void header() {
    boolean numbered = description.width() > 0;
    if (form.says("header") && !form.says("width") && !named()) {
      form.fault("/header", "width is missing: how many columns a file without header has.");
    }
    description
        .columns()
        .forEach(
            (target, source) -> {
              String pointer = "/columns/" + target.word();
              if (numbered && (source.number() < 1 || source.number() > description.width())) {
                form.fault(pointer, "without header a column is a number from 1 to the width.");
              }
              if (!numbered && source.number() > 0) {
                form.fault(pointer, "a number is only for files without header; name the column.");
              }
            });
    if (numbered && !description.filters().isEmpty()) {
      form.fault("", "only and without need a header; leave them out.");
    }
  }

  private boolean named() {
    return description.columns().values().stream().allMatch(each -> each.number() == 0);
  }

  private void dates() {
    List<String> patterns = form.patterns();
    for (String pattern : patterns) {
      boolean whole = pattern.matches("[^y]*(yyyy|yy)[^y]*") && pattern.matches("[^M]*M{1,3}[^M]*");
      if (!whole || !pattern.matches("[^d]*d{1,2}[^d]*")) {
        form.fault("/dates", pattern + " does not say year, month and day once each.");
        return;
      }
    }
    if (patterns.isEmpty() && description.kind() != Kind.CUSTOMERS) {
      form.fault("/dates", "dates is missing: how days are written, such as dd-MM-yyyy.");
    } else if (DateStyle.contradict(patterns, form.language())) {
      form.fault(
          "/dates", "one text would be two days by these patterns; keep those of one order.");
    }
  }

  private void statement() {
    wanted(Target.BOOKING_DATE);
    boolean one = description.has(Target.AMOUNT);
    boolean two = description.has(Target.DEBIT) && description.has(Target.CREDIT);
    if (one == two) {
      form.fault("/columns", "name the column amount, or both debit and credit.");
    }
    if (description.has(Target.MARK) != form.says("marks") || two && form.says("marks")) {
      form.fault("/columns", "the column mark and marks: go together, beside the column amount.");
    }
    if (!form.says("numbers")) {
      form.fault("/columns", "numbers is missing: how amounts are written.");
    }
    boolean balanced =
        description.has(Target.BALANCE)
            || description.labels().containsKey(Label.OPENING_BALANCE)
                && description.labels().containsKey(Label.CLOSING_BALANCE);
    if (description.balances() != Balances.IGNORE && !balanced) {
      form.fault("/balances", "there is neither a column balance nor both balances as labels.");
    }
    if (form.says("fees") && !description.has(Target.FEE)) {
      form.fault("/fees", "fees says of which sign the column fee is; name that column.");
    }
    if (description.has(Target.KIND) != form.says("kinds")) {
      form.fault("/columns", "the column kind and kinds: go together.");
    }
  }

  private void invoices() {
    wanted(Target.NUMBER);
    wanted(Target.ISSUE_DATE);
    wanted(Target.CUSTOMER_NAME);
    if (description.has(Target.TOTAL) == description.has(Target.LINE_TOTAL)) {
      form.fault("/columns", "name the column total, or lineTotal where rows are lines.");
    }
    if (description.has(Target.LINE_TOTAL) != description.together()) {
      form.fault("/columns", "the column lineTotal and lines: true go together.");
    }
    if (description.has(Target.OUTSTANDING) && description.has(Target.PAID)) {
      form.fault("/columns", "outstanding and paid say the same; keep one.");
    }
    if (!form.says("numbers")) {
      form.fault("/columns", "numbers is missing: how amounts are written.");
    }
    if (description.has(Target.STATUS) != form.says("statuses")) {
      form.fault("/columns", "the column status and statuses: go together.");
    }
    if (description.has(Target.TYPE) != form.says("types")) {
      form.fault("/columns", "the column type and types: go together.");
    }
  }

  private void wanted(Target target) {
    ColumnSource source = description.columns().get(target);
    if (source == null) {
      form.fault("/columns", target.word() + " is missing.");
    } else if (source.optional()) {
      form.fault("/columns/" + target.word(), "this column is never optional.");
    }
  }
}
