package org.dunlin.sandbox.program.mollie;

/**
 * Who pays.
 *
 * @param iban of the account that is paid from
 */
public record MolliePayer(String name, String iban) {
  /** Whoever plays the payer on the hosted page and gives no other name. */
  public static final MolliePayer SOMEBODY = new MolliePayer("T. Tester", "NL55INGB0000000000");

  String bic() {
    return iban.length() > 8 ? iban.substring(4, 8) + iban.substring(0, 2) + "2A" : "INGBNL2A";
  }
}
