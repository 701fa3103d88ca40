package org.dunlin.work.deliver;

import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.work.debit.DebitFileText;
import org.dunlin.work.outgoing.FileText;

/** Puts a file of the outbox where its connection leads. */
public final class SendOutgoing {
  private final Stores stores;
  private final PutFile putFile;
  private final OutwardRoads roads;

  /** From these stores by this way. */
  public SendOutgoing(Stores stores, PutFile putFile) {
    this.stores = stores;
    this.putFile = putFile;
    this.roads = new OutwardRoads(stores);
  }

  /**
   * Puts it there as a whole.
   *
   * @throws NotSent when it is to be tried again later
   */
  public void send(Dispatch.OutgoingFile file) throws NotSent {
    String id = file.connectionId();
    Road road = roads.of(file.companyId(), id, "There is no connection " + id + " any more.");
    FileText text =
        DebitFileText.of(stores, file.companyId(), file.effectId())
            .orElseGet(
                () -> FileText.of(stores, file.companyId(), file.effectId(), file.payload()));
    putFile.put(road, text.name(), text.content(), text.charset());
  }
}
