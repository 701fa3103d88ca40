package org.dunlin.store.debit;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One instalment that is collected on one day.
 *
 * @param dueDate of the instalment
 * @param announced what the customer was told
 * @param amount what is collected; never more than was announced
 * @param attempt from 1; one more each time that it is tried again
 * @param noticeId the announcement, an effect
 * @param tested of a company in test mode, so that nobody is debited
 * @param place in a file; absent until there is one
 * @param reason a code of the bank's, or the hub's word of why it was withdrawn
 * @param paymentId the money that settled it
 * @param endedOn when it became what it is
 * @param said what the file says of the debtor; absent until the file was approved, and once the
 *     customer was erased
 */
public record Debit(
    UUID id,
    UUID customerId,
    UUID mandateId,
    UUID invoiceId,
    LocalDate dueDate,
    DebitState state,
    Money announced,
    Money amount,
    LocalDate collectOn,
    int attempt,
    UUID noticeId,
    boolean tested,
    String endToEndId,
    @Nullable Place place,
    @Nullable String reason,
    @Nullable UUID paymentId,
    @Nullable LocalDate endedOn,
    LocalDate madeOn,
    @Nullable Said said) {

  /**
   * Where it stands in a file.
   *
   * @param batch from 1
   * @param told up to which amendment of the mandate the bank is told
   */
  public record Place(
      UUID collectionId, int batch, MandateScheme scheme, SequenceType sequence, int told) {}

  /**
   * What the file says of the debtor.
   *
   * @param wasReference the mandate's former reference, where the bank is told of it
   * @param wasIban the mandate's former account, where the bank is told of it
   */
  public record Said(
      String reference,
      LocalDate signedOn,
      String holder,
      String iban,
      @Nullable String bic,
      @Nullable String wasReference,
      @Nullable String wasIban,
      String remittance) {}
}
