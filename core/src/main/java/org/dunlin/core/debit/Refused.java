package org.dunlin.core.debit;

import java.util.Locale;
import java.util.Map;

/**
 * What is to be done where a bank refuses or gives back a debit, by its reason (ISO 20022
 * ExternalStatusReason and ExternalReturnReason codes; EPC173-14, guidance on reason codes for SEPA
 * direct debit R-transactions).
 */
public enum Refused {
  /** There was no money, or no reason is told that lies in the mandate: it may be tried again. */
  TRY_AGAIN,
  /** The mandate is not good, or was never given: it ends, and a new one is asked for. */
  NO_MANDATE,
  /** The account is closed, blocked or wrong: it is to be amended, or a new mandate signed. */
  WRONG_ACCOUNT,
  /** The debtor is dead, or wants no debit from this creditor any more: a person is to look. */
  ASK,
  /** The file or the debit was wrong itself: a person is to mend what is. */
  MEND;

  private static final Map<String, Refused> BY_CODE =
      Map.ofEntries(
          Map.entry("AM04", TRY_AGAIN),
          Map.entry("MS03", TRY_AGAIN),
          Map.entry("MD01", NO_MANDATE),
          Map.entry("MD02", NO_MANDATE),
          Map.entry("SL01", NO_MANDATE),
          Map.entry("AC01", WRONG_ACCOUNT),
          Map.entry("AC04", WRONG_ACCOUNT),
          Map.entry("AC06", WRONG_ACCOUNT),
          Map.entry("AC13", WRONG_ACCOUNT),
          Map.entry("AG01", WRONG_ACCOUNT),
          Map.entry("RC01", WRONG_ACCOUNT),
          Map.entry("CNOR", WRONG_ACCOUNT),
          Map.entry("DNOR", WRONG_ACCOUNT),
          Map.entry("BE05", MEND),
          Map.entry("AG02", MEND),
          Map.entry("AM05", MEND),
          Map.entry("DT01", MEND),
          Map.entry("ED05", MEND),
          Map.entry("FF01", MEND),
          Map.entry("FF05", MEND),
          Map.entry("RR01", ASK),
          Map.entry("RR02", ASK),
          Map.entry("RR03", ASK),
          Map.entry("RR04", ASK),
          Map.entry("MD06", ASK),
          Map.entry("MD07", ASK),
          Map.entry("MS02", ASK));

  /** What a code asks for; what nobody knows, a person looks at. */
  public static Refused of(String code) {
    return BY_CODE.getOrDefault(code.toUpperCase(Locale.ROOT), ASK);
  }

  /** Whether a code is one that is known. */
  public static boolean isKnown(String code) {
    return BY_CODE.containsKey(code.toUpperCase(Locale.ROOT));
  }
}
