package org.dunlin.store.debit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Mandate;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the hub keeps it.
 *
 * @param mandate as the canonical form has it; account and holder are absent once the customer was
 *     erased
 * @param connectionId the provider that holds it; absent: for the company's own bank
 * @param once for one debit alone
 * @param ends whether it is to end with the next debit
 * @param confirmedOn when the debtor's bank said that it knows a B2B mandate
 * @param lastCollectedOn the day of the last debit by it
 * @param collected how many debits a bank has taken by it
 * @param told the number of the last amendment that a bank was told of
 * @param amended the number of its last amendment; zero where there is none
 * @param proof of the signature, where the customer signed on the payer's page
 * @param endedReason why it is in force no more
 */
public record KeptMandate(
    Mandate mandate,
    @Nullable String connectionId,
    Origin origin,
    boolean once,
    boolean ends,
    @Nullable LocalDate confirmedOn,
    @Nullable LocalDate lastCollectedOn,
    int collected,
    int told,
    int amended,
    @Nullable Proof proof,
    @Nullable String endedReason,
    String madeBy,
    LocalDate madeOn) {

  /** Where it came from. */
  public enum Origin {
    /** Signed on the payer's page. */
    SIGNED,
    /** Entered by a person from paper. */
    ENTERED,
    /** Read from a file of mandates. */
    IMPORTED,
    /** Told by the provider that holds it. */
    PROVIDER
  }

  /**
   * What proves a signature.
   *
   * @param from the address of the browser
   * @param text what was agreed to, as it stood on the page
   * @param version of the text
   * @param language of the text, ISO 639-1
   */
  public record Proof(
      Instant signedAt, String from, String text, String version, String language) {}

  /**
   * What it was before an amendment.
   *
   * @param iban absent where the customer was erased
   */
  public record Amendment(
      int number,
      @Nullable String reference,
      @Nullable String iban,
      @Nullable String bic,
      @Nullable String holder,
      String by,
      LocalDate on) {}

  /** Its id. */
  public UUID id() {
    return UUID.fromString(mandate.id());
  }

  /** Whose it is. */
  public UUID customerId() {
    return UUID.fromString(mandate.customerId());
  }
}
