package org.dunlin.work.deliver;

import java.util.Map;
import java.util.Optional;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.Payloads;
import org.dunlin.work.account.MailAccount;

/** Whether a statement of account that is to leave still says what the books say. */
final class ToldAccount {
  private final Stores stores;

  ToldAccount(Stores stores) {
    this.stores = stores;
  }

  /** What stops one of which the books say something else by now; nothing of any other message. */
  Optional<SendingGate.Answer> untrue(Effect effect, CompanyProfile profile, Findings findings) {
    return Payloads.account(effect)
        .filter(told -> !new MailAccount(stores).holds(profile, told))
        .map(
            told ->
                findings.stops(
                    GateCheck.AMOUNTS,
                    Map.of(),
                    "The account is another than the statement tells; ask for it anew."));
  }
}
