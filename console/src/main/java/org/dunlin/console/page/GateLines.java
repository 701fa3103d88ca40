package org.dunlin.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.words.Words;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.outbox.GateAskings.Asking;
import org.joda.money.Money;

/** What was found as a message was to leave, as its page says it. */
public final class GateLines {
  private final Asking asking;
  private final Words words;

  GateLines(Asking asking, Words words) {
    this.asking = asking;
    this.words = words;
  }

  /**
   * One check.
   *
   * @param what what was asked
   * @param detail what was looked at; empty where the check says all
   */
  public record Line(String what, String detail, GateFinding.Found found) {}

  /** What came of it, with its moment. */
  public String means() {
    return words.say("gate.means." + asking.answer().name(), words.time(asking.at()));
  }

  /** Check by check, in the order in which they were asked. */
  public List<Line> lines() {
    return asking.findings().stream()
        .map(each -> new Line(words.name(each.check()), detail(each), each.found()))
        .toList();
  }

  private String detail(GateFinding finding) {
    Map<String, String> of = finding.of();
    return switch (finding.check()) {
      case SWITCHES ->
          text(of, "mode").map(mode -> words.name(DunningMode.valueOf(mode))).orElse("");
      case FACTS, PAYMENTS, HOURS ->
          date(of, "day")
              .map(day -> words.say("gate.day", day))
              .or(() -> text(of, "opens").map(opens -> hours(opens, of)))
              .orElse("");
      case SOURCES -> text(of, "connection").map(name -> source(name, of)).orElse("");
      case ACCOUNTS -> text(of, "account").map(name -> account(name, of)).orElse("");
      case AMOUNTS -> text(of, "invoice").map(number -> amount(number, of)).orElse("");
      case DOCUMENTS ->
          text(of, "documents")
              .map(number -> words.say("gate.documents", Integer.valueOf(number)))
              .orElse("");
      case CONTACT ->
          date(of, "last")
              .map(day -> words.say("gate.last", day))
              .orElseGet(() -> words.say("gate.no-contact"));
      case APPROVAL ->
          text(of, "by")
              .map(by -> words.say("gate.approved", by, date(of, "on").orElse("")))
              .orElseGet(() -> words.say("gate.not-needed"));
      case HOLDS, ADDRESS -> "";
    };
  }

  private String hours(String opens, Map<String, String> of) {
    return words.say("gate.hours", opens, text(of, "closes").orElse(""));
  }

  private String source(String name, Map<String, String> of) {
    Optional<String> read = text(of, "readAt").map(at -> words.time(Instant.parse(at)));
    boolean again = Boolean.parseBoolean(of.getOrDefault("refetched", "false"));
    return read.map(at -> words.say(again ? "gate.read-again" : "gate.read", name, at))
        .orElseGet(() -> words.say("gate.files", name));
  }

  private String account(String name, Map<String, String> of) {
    return date(of, "coveredTo")
        .map(to -> words.say("gate.covered", name, to))
        .orElseGet(() -> words.say("gate.not-covered", name));
  }

  private String amount(String number, Map<String, String> of) {
    return words.say("gate.open", number, money(of, "open"), money(of, "said"));
  }

  private String money(Map<String, String> of, String name) {
    return text(of, name).map(text -> words.amount(Money.parse(text))).orElse("");
  }

  private Optional<String> date(Map<String, String> of, String name) {
    return text(of, name).map(day -> words.date(LocalDate.parse(day)));
  }

  private static Optional<String> text(Map<String, String> of, String name) {
    return Optional.ofNullable(of.get(name));
  }
}
