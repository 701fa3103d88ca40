package org.dunlin.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owes: the debtor.
 *
 * @param consumer absent where unknown; then the customer is treated as a consumer wherever law
 *     differs
 * @param plan the dunning plan of this customer; {@code none} is never dunned
 * @param stub whether this is only what a document tells of its customer: it makes one who is not
 *     there yet and changes none who is
 */
public record Customer(
    String id,
    @Nullable String number,
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Address address,
    @Nullable String language,
    @Nullable String vatNumber,
    @Nullable String registrationNumber,
    List<String> ibans,
    @Nullable Boolean consumer,
    List<String> segments,
    @Nullable String plan,
    @Nullable Integer paymentTermDays,
    boolean stub,
    @Nullable Source source)
    implements CanonicalRecord {
  public Customer {
    ibans = List.copyOf(ibans);
    segments = List.copyOf(segments);
  }

  /** A customer of whom its source itself tells. */
  public Customer(
      String id,
      @Nullable String number,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable Address address,
      @Nullable String language,
      @Nullable String vatNumber,
      @Nullable String registrationNumber,
      List<String> ibans,
      @Nullable Boolean consumer,
      List<String> segments,
      @Nullable String plan,
      @Nullable Integer paymentTermDays,
      @Nullable Source source) {
    this(
        id,
        number,
        name,
        email,
        phone,
        address,
        language,
        vatNumber,
        registrationNumber,
        ibans,
        consumer,
        segments,
        plan,
        paymentTermDays,
        false,
        source);
  }
}
