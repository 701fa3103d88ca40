package org.dunlin.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A permission to collect from a customer's account: a SEPA mandate, also one that a provider
 * holds.
 *
 * @param reference the unique mandate reference (EPC016-06, AT-01), at most 35 characters
 * @param iban of the account that is debited; absent where the provider keeps it to itself
 * @param bic of its bank; absent where the IBAN alone says which one it is
 * @param holder whose account it is
 * @param signedOn the day of the signature (AT-25)
 * @param source where a provider tells of it
 */
public record Mandate(
    String id,
    String customerId,
    String reference,
    MandateScheme scheme,
    @Nullable String iban,
    @Nullable String bic,
    @Nullable String holder,
    LocalDate signedOn,
    MandateState state,
    @Nullable Source source)
    implements CanonicalRecord {

  /** The same in another state. */
  public Mandate in(MandateState next) {
    return new Mandate(
        id, customerId, reference, scheme, iban, bic, holder, signedOn, next, source);
  }
}
