package org.dunlin.work;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;

/**
 * What the hub writes into what it books in a program, by which it knows that again: short enough
 * for the reference fields of the programs (19 characters).
 */
public final class Reference {
  private static final String PREFIX = "dunlin-";
  private static final int DIGITS = 12;
  private static final Pattern FORM =
      Pattern.compile("(?<![0-9A-Za-z])" + PREFIX + "[0-9a-f]{" + DIGITS + "}(?![0-9A-Za-z])");

  private Reference() {}

  /** The reference of an effect: of its id the last digits, which are random (RFC 9562, 5.7). */
  public static String of(UUID effectId) {
    String id = effectId.toString();
    return PREFIX + id.substring(id.length() - DIGITS);
  }

  /** The reference that a program's payment gives back. */
  public static Optional<String> in(Payment payment) {
    return Stream.concat(
            Stream.of(
                    payment.remittance(),
                    payment.creditorReference(),
                    payment.endToEndId(),
                    payment.details().bankText())
                .filter(Objects::nonNull),
            payment.references().stream().map(RemittanceReference::value))
        .map(FORM::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
