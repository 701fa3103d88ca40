package org.dunlin.connectors.dossier;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What whoever collects says of a case.
 *
 * @param line of the file, from 1
 * @param caseNumber as the dossier names it: {@code case-ID}, or the id alone
 * @param on the day of which it is; absent: not said
 * @param amount that was paid to them; absent: not said
 */
public record CaseStatus(
    int line,
    String caseNumber,
    Word word,
    @Nullable LocalDate on,
    @Nullable Money amount,
    @Nullable String note) {

  /** How far it has come. */
  public enum Word {
    ACCEPTED,
    IN_PROGRESS,
    IN_COURT,
    PAID_IN_PART,
    /** All was paid to them. */
    PAID,
    /** They do not expect anything, and keep the case. */
    UNCOLLECTABLE,
    /** They expect nothing and give the case back. */
    CLOSED_UNCOLLECTABLE,
    /** They know that it was taken back. */
    RECALLED,
    /** They give it back. */
    CLOSED
  }
}
