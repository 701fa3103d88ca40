package org.dunlin.core.model;

import org.jspecify.annotations.Nullable;

/** An account at a bank or provider: an IBAN, or a number with the scheme that it belongs to. */
public record AccountId(
    @Nullable String iban, @Nullable String accountNumber, @Nullable String accountScheme) {
  /**
   * The most characters of a {@link #key}; ISO 20022 needs 34 of the number and 35 of the scheme,
   * and payments are found by it.
   */
  public static final int LONGEST_KEY = 500;

  /** An account that has an IBAN. */
  public static AccountId ofIban(String iban) {
    return new AccountId(iban, null, null);
  }

  /** What names the account among all accounts: the IBAN, else scheme (if any) and number. */
  public String key() {
    if (iban != null) {
      return iban;
    }
    return (accountScheme == null ? "" : accountScheme + ":") + accountNumber;
  }
}
