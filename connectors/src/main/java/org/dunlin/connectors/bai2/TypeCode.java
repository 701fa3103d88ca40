package org.dunlin.connectors.bai2;

import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentKind;

/** What a type code of three digits says (Uniform BAI balance reporting codes, appendix A). */
final class TypeCode {
  static final String OPENING_LEDGER = "010";
  static final String CLOSING_LEDGER = "015";

  private static final Map<String, PaymentKind> KINDS =
      Map.ofEntries(
          Map.entry("142", PaymentKind.TRANSFER), // ACH credit received
          Map.entry("164", PaymentKind.TRANSFER), // corporate trade payment credit
          Map.entry("165", PaymentKind.TRANSFER), // preauthorised ACH credit
          Map.entry("169", PaymentKind.TRANSFER), // miscellaneous ACH credit
          Map.entry("191", PaymentKind.TRANSFER), // incoming internal transfer
          Map.entry("195", PaymentKind.TRANSFER), // incoming money transfer
          Map.entry("201", PaymentKind.TRANSFER), // automatic transfer credit
          Map.entry("206", PaymentKind.TRANSFER), // book transfer credit
          Map.entry("208", PaymentKind.TRANSFER), // international money transfer credit
          Map.entry("491", PaymentKind.TRANSFER), // outgoing internal transfer
          Map.entry("495", PaymentKind.TRANSFER), // outgoing money transfer
          Map.entry("501", PaymentKind.TRANSFER), // automatic transfer debit
          Map.entry("506", PaymentKind.TRANSFER), // book transfer debit
          Map.entry("508", PaymentKind.TRANSFER), // international money transfer debit
          Map.entry("451", PaymentKind.DIRECT_DEBIT), // ACH debit received
          Map.entry("455", PaymentKind.DIRECT_DEBIT), // preauthorised ACH debit
          Map.entry("115", PaymentKind.CHEQUE), // lockbox deposit
          Map.entry("116", PaymentKind.CHEQUE), // item in a lockbox deposit
          Map.entry("175", PaymentKind.CHEQUE), // check deposit package
          Map.entry("472", PaymentKind.CHEQUE), // cumulative checks paid
          Map.entry("475", PaymentKind.CHEQUE), // check paid
          Map.entry("252", PaymentKind.RETURN), // debit reversal
          Map.entry("255", PaymentKind.RETURN), // check posted and returned
          Map.entry("257", PaymentKind.RETURN), // ACH return item
          Map.entry("266", PaymentKind.RETURN), // return item
          Map.entry("452", PaymentKind.RETURN), // individual credit reversal
          Map.entry("555", PaymentKind.RETURN), // deposited item returned
          Map.entry("557", PaymentKind.RETURN), // ACH return item
          Map.entry("558", PaymentKind.RETURN), // ACH reversal
          Map.entry("661", PaymentKind.FEE), // account analysis fee
          Map.entry("698", PaymentKind.FEE)); // miscellaneous fees

  private TypeCode() {}

  /**
   * Which way an entry of this code goes. The specification has credits in 100 to 399 and debits in
   * 400 to 699, of banks' own codes 920 to 959 and 960 to 999; no other code tells.
   */
  static Optional<Direction> direction(String code) {
    if (!code.matches("[0-9]{3}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(code);
    if (number >= 100 && number <= 399 || number >= 920 && number <= 959) {
      return Optional.of(Direction.IN);
    }
    boolean debit = number >= 400 && number <= 699 || number >= 960;
    return debit ? Optional.of(Direction.OUT) : Optional.empty();
  }

  static PaymentKind kind(String code) {
    return KINDS.getOrDefault(code, PaymentKind.OTHER);
  }

  /** Whether the customer's reference of such an entry is the number of a cheque. */
  static boolean isCheque(String code) {
    return code.equals("475");
  }
}
