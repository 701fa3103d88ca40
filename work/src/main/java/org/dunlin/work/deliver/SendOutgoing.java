package org.dunlin.work.deliver;

import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.outgoing.FileText;
import org.dunlin.work.road.OutgoingTarget;

/** Puts a file of the outbox where its connection leads. */
public final class SendOutgoing {
  private final Stores stores;
  private final PutFile putFile;
  private final OutgoingTarget target;

  /** From these stores by this way. */
  public SendOutgoing(Stores stores, PutFile putFile) {
    this.stores = stores;
    this.putFile = putFile;
    this.target = new OutgoingTarget(stores);
  }

  /**
   * Puts it there as a whole.
   *
   * @throws NotSent when it is to be tried again later
   */
  public void send(Dispatch.OutgoingFile file) throws NotSent {
    String id = file.connectionId();
    Connection connection =
        stores
            .connections()
            .find(file.companyId(), id)
            .orElseThrow(() -> new NotSent("There is no connection " + id + " any more."));
    if (connection.paused()) {
      throw new NotSent("A person paused the connection " + id + ".");
    }
    Road road =
        target
            .road(connection)
            .orElseThrow(
                () ->
                    new NotSent(
                        "The folder or server over which the files of "
                            + id
                            + " go is connected no more; name another one in its settings."));
    FileText text = FileText.of(stores, file.companyId(), file.effectId(), file.payload());
    putFile.put(road, text.name(), text.content(), text.charset());
  }
}
