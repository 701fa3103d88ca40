package org.dunlin.core.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The payment id of a Danish inpayment form (FIK; Finans Danmark): the kind of form, 15 digits (71)
 * or 16 (04, 15, 75) of which the last is a check digit of modulus 10 (Luhn), and often the
 * creditor: {@code +71<000000000000018+81234567<}. Form 73 has no id. The normal form is {@code
 * 71:000000000000018}, without the creditor.
 */
final class DanishReference {
  private static final Pattern SHAPE =
      Pattern.compile("\\+?(04|15|71|75)[<:/ ] *([0-9 ]+)(?:[+>][0-9 ]{7,9})?<?");

  private DanishReference() {}

  static @Nullable StructuredReference read(String written) {
    Matcher shape = SHAPE.matcher(written.strip());
    if (!shape.matches()) {
      return null;
    }
    int length = shape.group(1).equals("71") ? 15 : 16;
    String digits = shape.group(2).replace(" ", "");
    if (!Digits.are(digits, 2, length) || !Digits.endsWithLuhn(digits)) {
      return null;
    }
    String filled = "0".repeat(length - digits.length()) + digits;
    return new StructuredReference(ReferenceScheme.DANISH_FIK, shape.group(1) + ":" + filled, true);
  }
}
