package org.dunlin.work.contract;

import static org.dunlin.work.contract.Carried.LEXWARE_OFFICE;
import static org.dunlin.work.contract.Carried.STRIPE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program does not have, and why a case therefore does not apply to it. */
final class Lacks {
  private static final Map<Need, Map<Carried, String>> REASONS = new EnumMap<>(Need.class);

  private Lacks() {}

  static {
    REASONS.put(
        Need.RENEWAL,
        Map.of(
            LEXWARE_OFFICE, "an API key that an admin makes and that is good until it is removed",
            STRIPE, "a secret key that is good until it is rolled"));
    REASONS.put(Need.ROTATION, Map.of(LEXWARE_OFFICE, "an API key", STRIPE, "a secret key"));
    REASONS.put(
        Need.DAYS,
        Map.of(
            LEXWARE_OFFICE, "two requests a second, and no limit of a day is published",
            STRIPE, "100 requests a second, and no limit of a day is published"));
    REASONS.put(Need.SIGNED_TIMES, Map.of(LEXWARE_OFFICE, "an RSA signature over the body alone"));
    REASONS.put(
        Need.PAYMENTS_IN,
        Map.of(LEXWARE_OFFICE, "payments can only be read: GET /payments/{id} is all there is"));
    REASONS.put(
        Need.TAKING_BACK,
        Map.of(STRIPE, "an invoice that is paid stays paid; money goes back with a credit note"));
    REASONS.put(
        Need.DELETION,
        Map.of(
            LEXWARE_OFFICE, "a final invoice can only be cancelled",
            STRIPE, "a final invoice can only be voided"));
  }

  /** Why the program lacks it; empty where it has it. */
  static Optional<String> reason(Need need, Carried program) {
    return Optional.ofNullable(REASONS.getOrDefault(need, Map.of()).get(program));
  }

  /** The programs that have it. */
  static Stream<Carried> with(Need need) {
    return Stream.of(Carried.values()).filter(each -> reason(need, each).isEmpty());
  }
}
