package org.dunlin.work.deliver;

import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.UnknownOutcome;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.work.letter.LetterFile;

/**
 * Puts a letter where it is printed. The file that says whose it is comes first, so that the PDF is
 * never there without it; once the PDF has its name, somebody may have printed it.
 */
public final class SendLetter {
  private final Stores stores;
  private final PutFile putFile;
  private final OutwardRoads roads;

  /** From these stores by this way. */
  public SendLetter(Stores stores, PutFile putFile) {
    this.stores = stores;
    this.putFile = putFile;
    this.roads = new OutwardRoads(stores);
  }

  /**
   * Puts it there.
   *
   * @throws NotSent when it is not there and is to be tried again later
   * @throws RuntimeException when it is not known whether it is there
   */
  public void send(Dispatch.Letter letter) throws NotSent {
    Road road =
        roads.of(
            letter.companyId(),
            letter.connectionId(),
            "Nobody prints letters yet; connect Letters to print, or print this one yourself.");
    LetterFile file = drawn(letter);
    try {
      putFile.put(road, file.indexName(), file.index());
    } catch (UnknownOutcome e) {
      throw new NotSent("What says whose letter it is may be there; the letter is not.", e);
    }
    putFile.put(road, file.name(), file.pdf());
  }

  private LetterFile drawn(Dispatch.Letter letter) throws NotSent {
    try {
      return LetterFile.of(stores, letter.companyId(), letter.effectId(), letter.payload());
    } catch (RuntimeException e) {
      throw new NotSent("The letter cannot be drawn: " + e.getMessage(), e);
    }
  }
}
