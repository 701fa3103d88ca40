package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.work.match.OneCustomer;
import org.dunlin.work.match.OneTruth;

/**
 * What a person says of records of two connections: that they are one invoice or customer, or that
 * they are not. No rule undoes it, and another word of a person does.
 */
public final class Identify {
  /** For so many days a question that was put off is no task. */
  public static final int DAYS_PUT_OFF = 7;

  private final Stores stores;

  /** Over these stores. */
  public Identify(Stores stores) {
    this.stores = stores;
  }

  /** Answers a question; false when there is none of this id. */
  public boolean answer(String companyId, UUID questionId, boolean same, String by) {
    Optional<Question> question = stores.identities().find(companyId, questionId);
    question.ifPresent(asked -> say(companyId, asked.pair(), same, by));
    return question.isPresent();
  }

  /** Says of any pair what it is, asked or not: links, or parts what was linked. */
  public void say(String companyId, Pair pair, boolean same, String by) {
    State state = same ? State.SAME : State.DIFFERENT;
    change(
        companyId,
        today -> {
          stores.identities().decide(companyId, pair, state, by);
          String word = same ? "SAID_TO_BE_ONE" : "SAID_TO_DIFFER";
          note(companyId, pair, word, "is " + (same ? "one" : "not one"), by, today);
          settle(companyId, pair, state, today);
        });
  }

  /**
   * Takes an answer back, as if it had never been given: what it joined comes apart, and is asked
   * again unless all agrees; false when there is no answer of this id.
   */
  public boolean undo(String companyId, UUID questionId, String by) {
    Optional<Question> answered =
        stores.identities().find(companyId, questionId).filter(q -> q.state() != State.OPEN);
    answered.ifPresent(
        question ->
            change(
                companyId,
                today -> {
                  stores.identities().reopen(companyId, questionId);
                  Pair pair = question.pair();
                  note(companyId, pair, "ANSWER_TAKEN_BACK", "is not said any more", by, today);
                  settle(companyId, pair, State.OPEN, today);
                }));
    return answered.isPresent();
  }

  /** Lets a question wait for {@link #DAYS_PUT_OFF} days; false when it is not open. */
  public boolean putOff(String companyId, UUID questionId) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    return stores.identities().putOff(companyId, questionId, today.plusDays(DAYS_PUT_OFF));
  }

  /** Which of the two would lead, were they one. */
  public Named leading(String companyId, Pair pair) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    return switch (pair.kind()) {
      case INVOICE -> new OneTruth(stores, companyId, today).leading(pair.one(), pair.other());
      case CUSTOMER -> new OneCustomer(stores, companyId, today).leading(pair.one(), pair.other());
    };
  }

  private interface Change {
    void on(LocalDate today);
  }

  private void change(String companyId, Change change) {
    stores
        .transactions()
        .run(
            () -> {
              stores.furtherSources().change(companyId);
              change.on(stores.companies().businessDate(stores.companies().profile(companyId)));
              stores.companies().addWorkDue(companyId, WorkDue.MATCH);
            });
    stores.wakeups().wake(Stage.MATCH);
  }

  private void settle(String companyId, Pair pair, State state, LocalDate today) {
    switch (pair.kind()) {
      case INVOICE -> new OneTruth(stores, companyId, today).settle(pair, state);
      case CUSTOMER -> new OneCustomer(stores, companyId, today).settle(pair, state);
    }
  }

  private void note(
      String companyId, Pair pair, String event, String what, String by, LocalDate today) {
    String sentence =
        "%s says what %s and %s have %s"
            .formatted(by, pair.one().connectionId(), pair.other().connectionId(), what);
    id(companyId, pair.kind(), pair.one())
        .or(() -> id(companyId, pair.kind(), pair.other()))
        .ifPresent(
            subject ->
                stores
                    .journal()
                    .append(
                        companyId,
                        Happening.to(kind(pair.kind()), subject, event, by, today, sentence)));
  }

  private Optional<UUID> id(String companyId, Kind kind, Named named) {
    return switch (kind) {
      case INVOICE -> stores.invoices().id(companyId, named.connectionId(), named.sourceId());
      case CUSTOMER -> stores.customers().id(companyId, named.connectionId(), named.sourceId());
    };
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case INVOICE -> "invoice";
      case CUSTOMER -> "customer";
    };
  }
}
