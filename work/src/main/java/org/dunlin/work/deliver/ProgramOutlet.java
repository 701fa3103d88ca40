package org.dunlin.work.deliver;

import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.Refused;
import org.dunlin.store.Stores;
import org.dunlin.work.event.SendEvent;

/**
 * The way out with programs beside it: what they are told goes to them, and the id by which they
 * know it is kept, so that the next pull recognises it. Files for other programs go where their
 * connections lead; all else takes the way that it always took.
 */
public final class ProgramOutlet implements Outlet {
  private final Stores stores;
  private final Outlet others;
  private final SendWriteBack sendWriteBack;
  private final SendOutgoing sendOutgoing;
  private final SendLetter sendLetter;
  private final SendHandOver sendHandOver;
  private final SendEvent sendEvent;
  private final SendText sendText;

  /**
   * Beside this way out.
   *
   * @param putFile by which files get where connections lead
   */
  public ProgramOutlet(
      Stores stores,
      Outlet others,
      SendWriteBack sendWriteBack,
      SendText sendText,
      SendEvent sendEvent,
      PutFile putFile) {
    this.stores = stores;
    this.others = others;
    this.sendWriteBack = sendWriteBack;
    this.sendText = sendText;
    this.sendEvent = sendEvent;
    this.sendOutgoing = new SendOutgoing(stores, putFile);
    this.sendLetter = new SendLetter(stores, putFile);
    this.sendHandOver = new SendHandOver(stores, putFile, others);
  }

  @Override
  public void send(Dispatch dispatch, Enclosures enclosures) throws NotSent, Refused {
    send(dispatch, enclosures, Hearing.NONE);
  }

  @Override
  public void send(Dispatch dispatch, Enclosures enclosures, Hearing hearing)
      throws NotSent, Refused {
    switch (dispatch) {
      case Dispatch.WriteBack told -> tell(told);
      case Dispatch.Email email -> others.send(email, enclosures, hearing);
      case Dispatch.StatusFile file -> others.send(file, enclosures);
      case Dispatch.OutgoingFile file -> sendOutgoing.send(file);
      case Dispatch.Letter letter -> sendLetter.send(letter);
      case Dispatch.Text text -> sendText.send(text);
      case Dispatch.Event event -> sendEvent.send(event);
      case Dispatch.HandOver given -> sendHandOver.send(given, hearing);
    }
  }

  @Override
  public boolean isRepeatable(Dispatch dispatch) {
    return dispatch instanceof Dispatch.Text text && sendText.isRepeatable(text);
  }

  /** A kill before the id is kept is no loss: the next try finds it there, and keeps it. */
  private void tell(Dispatch.WriteBack told) throws NotSent, Refused {
    Optional<String> id = sendWriteBack.send(told);
    id.ifPresent(
        known ->
            stores
                .transactions()
                .run(
                    () -> stores.writeBacks().confirmed(told.companyId(), told.effectId(), known)));
  }
}
