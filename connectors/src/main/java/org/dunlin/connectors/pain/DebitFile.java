package org.dunlin.connectors.pain;

import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A file of direct debits.
 *
 * @param messageId at most 35 characters, of which the bank has taken no file before
 * @param createdAt in the creditor's time zone
 * @param initiatorId the creditor's number in the trade register; absent where none is known
 * @param batches at least one
 */
public record DebitFile(
    String messageId,
    LocalDateTime createdAt,
    Creditor creditor,
    @Nullable String initiatorId,
    List<DebitBatch> batches) {
  public DebitFile {
    batches = List.copyOf(batches);
  }

  /**
   * Who collects.
   *
   * @param iban the account that gets the money
   * @param bic absent where the IBAN alone says which bank it is
   * @param identifier the SEPA creditor identifier
   */
  public record Creditor(String name, String iban, @Nullable String bic, String identifier) {}

  /** How many debits it has. */
  public int count() {
    return batches.stream().mapToInt(batch -> batch.lines().size()).sum();
  }

  /** What it comes to. */
  public Money sum() {
    return Money.total(batches.stream().map(DebitBatch::sum).toList());
  }
}
