package org.dunlin.work.debit;

import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.SendOutgoing;

/** A process that ends when the file has its name and that is not recorded. */
final class DyingHub {
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private DyingHub() {}

  static void once(Debited world) {
    SendOutgoing send =
        new SendOutgoing(
            world.hub.stores,
            (road, name, bytes) ->
                world.put.merge(
                    name,
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8),
                    (before, now) -> before.equals(now) ? now : "written twice, and otherwise"));
    DeliverEffect dying =
        new DeliverEffect(
            world.hub.stores,
            (dispatch, enclosures) ->
                send.send((org.dunlin.core.port.Dispatch.OutgoingFile) dispatch),
            step -> {
              if (step == Step.DELIVER_SENT) {
                throw new Killed();
              }
            },
            Abilities.NONE);
    try {
      dying.next();
    } catch (Killed killed) {
      return;
    }
    throw new AssertionError("the hub did not come so far");
  }
}
