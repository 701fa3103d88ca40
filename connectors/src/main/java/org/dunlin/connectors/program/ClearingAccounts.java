package org.dunlin.connectors.program;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which ledger account payments at each payment provider are booked: what they bring comes to
 * the bank later, in one sum and less the fees, and is booked against that account.
 */
public final class ClearingAccounts {
  /** The setting of every connection to a program that says where its payments are booked. */
  public static final Setting SETTING =
      new Setting(
          "clearingAccounts",
          "Accounts for payment providers",
          "Where payments at a provider are booked in place of the account for payments, by the name of"
              + " its connection here or of its program: a clearing account, against which you book its"
              + " payouts and fees. Several are separated by commas.",
          SettingType.TEXT,
          false,
          false,
          "\\s*[a-z][a-z0-9-]*\\s*=[^=,]+(,\\s*[a-z][a-z0-9-]*\\s*=[^=,]+)*",
          List.of(),
          null,
          "mollie=1120, stripe-payments=1121");

  /** The setting that says to which expense account the fees of each provider are booked. */
  public static final Setting FEES =
      new Setting(
          "feeAccounts",
          "Accounts for providers' fees",
          "To which expense account the fees of a provider are booked, out of its clearing account, by"
              + " the name of its connection here or of its program. Where none is named, none are"
              + " booked. Several are separated by commas.",
          SettingType.TEXT,
          false,
          false,
          SETTING.pattern(),
          List.of(),
          null,
          "mollie=4730, stripe-payments=4731");

  private static final Pattern ONE = Pattern.compile("\\s*([a-z][a-z0-9-]*)\\s*=([^=,]+)(?:,|$)");

  private ClearingAccounts() {}

  /**
   * The account of a provider.
   *
   * @param said what the connection says, in the form of the setting
   * @param names of the provider's connection and of its program: the first that is named counts
   */
  public static Optional<String> of(String said, List<String> names) {
    for (String name : names) {
      Matcher one = ONE.matcher(said);
      while (one.find()) {
        if (one.group(1).equals(name)) {
          return Optional.of(one.group(2).strip());
        }
      }
    }
    return Optional.empty();
  }
}
