package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.Objects;
import org.dunlin.core.debit.Refused;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.Debits.Asks;
import org.dunlin.store.debit.KeptMandate;

/**
 * Sees to what a refusal means: another try where that makes sense, else the mandate ends or waits,
 * and a person is asked. The instalment itself goes on where its plan says.
 */
final class FollowUp {
  private static final String ACTOR = "collect";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  FollowUp(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** Another try, where there may be one. */
  interface Again {
    /** Whether it is tried again. */
    boolean of(Debit debit);
  }

  void of(Debit debit, Again again) {
    String code = Objects.requireNonNullElse(debit.reason(), "");
    switch (Refused.of(code)) {
      case TRY_AGAIN -> {
        if (again.of(debit)) {
          new Noting(stores, companyId, today).of(debit, "DEBIT_TRIED_AGAIN", ACTOR, code);
        }
      }
      case NO_MANDATE -> {
        move(debit, MandateState.REVOKED, code);
        ask(debit, Asks.NEW_MANDATE);
      }
      case WRONG_ACCOUNT -> {
        move(debit, MandateState.PENDING, code);
        ask(debit, Asks.NEW_ACCOUNT);
      }
      case ASK -> {
        move(debit, MandateState.PENDING, code);
        ask(debit, Asks.LOOK);
      }
      case MEND -> ask(debit, Asks.MEND);
    }
  }

  private void ask(Debit debit, Asks asks) {
    stores.debits().debits().ask(companyId, debit.id(), asks);
  }

  /**
   * A mandate in force waits or ends; nothing more is collected by it until a person has looked.
   */
  private void move(Debit debit, MandateState to, String code) {
    KeptMandate kept = stores.debits().mandates().lock(companyId, debit.mandateId()).orElseThrow();
    if (kept.mandate().state() == MandateState.ACTIVE) {
      new MandateMoves(stores).stopped(companyId, kept, to, code, ACTOR, today);
    }
  }
}
