package org.dunlin.store.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer, invoice, payment or delivery.
 *
 * @param actor who or what did it: a user's name, or a stage such as {@code translate}
 * @param subjectKind customer, invoice, payment, delivery, action, effect, connection, stage,
 *     company, hub
 * @param event upper-case words, such as INVOICE_CHANGED
 * @param reason why, as a sentence
 * @param deliveryId what brought the fact, where a delivery did
 */
public record Happening(
    LocalDate businessDate,
    String actor,
    String subjectKind,
    String subjectId,
    String event,
    @Nullable String reason,
    @Nullable CanonicalRecord before,
    @Nullable CanonicalRecord after,
    @Nullable UUID deliveryId) {

  /** Something that happened without a change of a record. */
  public static Happening to(
      String subjectKind, Object subjectId, String event, String actor, LocalDate on, String why) {
    return new Happening(
        on, actor, subjectKind, subjectId.toString(), event, why, null, null, null);
  }
}
