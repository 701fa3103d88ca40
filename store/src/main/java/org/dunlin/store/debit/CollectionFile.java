package org.dunlin.store.debit;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;

/**
 * A file of direct debits.
 *
 * @param head who collects, by which account and in which form, as JSON
 * @param effect how far it has come on its way; absent until a person approved it
 * @param answer what the bank said of it as a whole: a status of ISO 20022
 * @param answerReason why, a code
 */
public record CollectionFile(
    UUID id,
    String connectionId,
    State state,
    String head,
    @Nullable String decidedBy,
    @Nullable LocalDate decidedOn,
    @Nullable EffectState effect,
    @Nullable String answer,
    @Nullable String answerReason,
    LocalDate madeOn) {

  /** Whether a person has looked at it. */
  public enum State {
    /** It waits for a person. */
    WAITING,
    /** It may leave. */
    APPROVED,
    /** It never leaves. */
    REFUSED
  }
}
