package org.dunlin.work.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.dunning.GateFinding.Found;
import org.dunlin.core.model.Action;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.GateAskings;
import org.dunlin.work.deliver.SendingGate.Answer;

/** What the gate finds of one message, check by check, as it asks. */
final class Findings {
  private final List<GateFinding> all = new ArrayList<>();

  void passed(GateCheck check, Map<String, String> of) {
    all.add(new GateFinding(check, Found.PASSED, of));
  }

  Answer waits(GateCheck check, Map<String, String> of, Duration atLeast, String reason) {
    all.add(new GateFinding(check, Found.WAITS, of));
    return new Answer.Wait(atLeast, reason);
  }

  Answer stops(GateCheck check, Map<String, String> of, String reason) {
    all.add(new GateFinding(check, Found.STOPPED, of));
    return new Answer.Never(EffectState.CANCELLED, reason);
  }

  /** Keeps them with the action, whatever came of it. */
  void keep(Stores stores, Effect effect, Action action, Answer answer) {
    stores
        .gateAskings()
        .put(
            effect.companyId(),
            effect.id(),
            action.id(),
            UUID.fromString(action.customerId()),
            switch (answer) {
              case Answer.Go go -> GateAskings.Answer.GO;
              case Answer.Wait wait -> GateAskings.Answer.WAIT;
              case Answer.Never never -> GateAskings.Answer.NEVER;
            },
            all);
  }
}
