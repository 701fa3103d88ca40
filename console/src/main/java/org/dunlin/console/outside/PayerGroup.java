package org.dunlin.console.outside;

import java.util.List;
import org.dunlin.work.payer.Owed;
import org.dunlin.work.payer.Shown;
import org.dunlin.work.payer.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * What is open in one currency, and how it is paid.
 *
 * @param code ISO 4217
 * @param chosen those that are ticked, for which the transfer is
 * @param picture the QR code of the transfer, as a {@code data:} address; absent where there is
 *     none
 */
public record PayerGroup(
    String code,
    List<Owed> owed,
    Shown.Sum sum,
    List<Owed> chosen,
    Transfer transfer,
    @Nullable String picture) {
  public PayerGroup {
    owed = List.copyOf(owed);
    chosen = List.copyOf(chosen);
  }

  /** Whether one of them is debited from the payer's account, so that not all are to be paid. */
  public boolean debited() {
    return owed.stream().anyMatch(each -> each.debited() != null);
  }
}
