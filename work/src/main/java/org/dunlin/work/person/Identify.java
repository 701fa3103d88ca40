package org.dunlin.work.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.FurtherSource;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.work.match.OneTruth;

/**
 * What a person says of records of two connections: that they are one invoice or customer, or that
 * they are not. No rule undoes it, and another word of a person does.
 */
public final class Identify {
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
    stores
        .transactions()
        .run(
            () -> {
              stores.furtherSources().change(companyId);
              stores.identities().decide(companyId, pair, state, by);
              LocalDate today =
                  stores.companies().businessDate(stores.companies().profile(companyId));
              note(companyId, pair, same, by, today);
              if (pair.kind() == Kind.INVOICE) {
                new OneTruth(stores, companyId, today).settle(pair, state);
              }
              stores.companies().addWorkDue(companyId, WorkDue.MATCH);
            });
    stores.wakeups().wake(Stage.MATCH);
  }

  /** Names the connection whose figures count for the company's invoices. */
  public void nameOfRecord(String companyId, String connectionId, String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.furtherSources().change(companyId);
              stores.ofRecord().setInvoices(companyId, connectionId, by);
              LocalDate today =
                  stores.companies().businessDate(stores.companies().profile(companyId));
              OneTruth truth = new OneTruth(stores, companyId, today);
              stores.furtherSources().changed(companyId, Instant.EPOCH).stream()
                  .map(FurtherSource::invoiceId)
                  .distinct()
                  .forEach(truth::letCount);
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "connection", connectionId, "NAMED_OF_RECORD", by, today, "invoices"));
              stores.companies().addWorkDue(companyId, WorkDue.MATCH);
            });
    stores.wakeups().wake(Stage.MATCH);
  }

  private void note(String companyId, Pair pair, boolean same, String by, LocalDate today) {
    stores
        .invoices()
        .id(companyId, pair.one().connectionId(), pair.one().sourceId())
        .or(
            () ->
                stores
                    .invoices()
                    .id(companyId, pair.other().connectionId(), pair.other().sourceId()))
        .filter(invoice -> pair.kind() == Kind.INVOICE)
        .ifPresent(
            invoice ->
                stores
                    .journal()
                    .append(
                        companyId,
                        Happening.to(
                            "invoice",
                            invoice,
                            same ? "SAID_TO_BE_ONE" : "SAID_TO_DIFFER",
                            by,
                            today,
                            by
                                + " says what "
                                + pair.one().connectionId()
                                + " and "
                                + pair.other().connectionId()
                                + " have is "
                                + (same ? "one" : "not one"))));
  }
}
