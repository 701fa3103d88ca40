package org.dunlin.work.program;

import java.util.List;
import org.dunlin.core.port.Stage;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.work.link.Forgiveness;
import org.dunlin.work.profile.Author;
import org.dunlin.work.pull.MissingAtSource;

/** What people tell a connection: read now, pause, go on, and whether what is missing is gone. */
public final class SteerProgram {
  private final Stores stores;
  private final Forgiveness forgiveness;
  private final MissingAtSource ledger;
  private final ConnectionNotes notes;

  /** Over these stores, for what is asked by this wire. */
  public SteerProgram(Stores stores, Wire wire, MissingAtSource ledger) {
    this.stores = stores;
    this.forgiveness = new Forgiveness(stores, wire);
    this.ledger = ledger;
    this.notes = new ConnectionNotes(stores);
  }

  /** Reads what has changed at once. */
  public void syncNow(String companyId, String connectionId, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              stores.programs().streams().pollNow(companyId, connectionId);
              stores.programs().linked().refresh(companyId, connectionId);
              notes.add(companyId, connectionId, "SYNC_ASKED", by.name(), "");
            });
    atOnce(companyId, connectionId);
  }

  /** Reads all of it anew, from the beginning; a page that is under way does not count any more. */
  public void beginAnew(String companyId, String connectionId, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              stores.programs().linked().interrupt(companyId, connectionId);
              stores.programs().streams().beginAnew(companyId, connectionId);
              stores.programs().streams().pollNow(companyId, connectionId);
              stores.programs().linked().refresh(companyId, connectionId);
              notes.add(companyId, connectionId, "SYNC_BEGUN_ANEW", by.name(), "");
            });
    atOnce(companyId, connectionId);
  }

  /** What failed before holds nothing back that a person asks for. */
  private void atOnce(String companyId, String connectionId) {
    forgiveness.now(companyId, connectionId);
    stores.wakeups().wake(Stage.PULL);
  }

  /** Asks the program nothing until it is resumed. */
  public void pause(String companyId, String connectionId, Author by) {
    setPaused(companyId, connectionId, true, by);
  }

  /** Asks the program again. */
  public void resume(String companyId, String connectionId, Author by) {
    setPaused(companyId, connectionId, false, by);
    atOnce(companyId, connectionId);
  }

  private void setPaused(String companyId, String connectionId, boolean paused, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              stores.connections().setPaused(companyId, connectionId, paused);
              stores.programs().linked().refresh(companyId, connectionId);
              String event = paused ? "CONNECTION_PAUSED" : "CONNECTION_RESUMED";
              notes.add(companyId, connectionId, event, by.name(), "");
            });
  }

  /** Wants the document of an object at once. */
  public void wantDocument(String companyId, String connectionId, String stream, String key) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              WantedObject document = new WantedObject(stream, Kind.DOCUMENT, key, "{}");
              stores
                  .programs()
                  .wanted()
                  .want(companyId, connectionId, List.of(document), Urgency.AT_ONCE);
              stores.programs().linked().refresh(companyId, connectionId);
            });
    stores.wakeups().wake(Stage.PULL);
  }

  /** Answers whether the many that two sweeps did not bring are gone. */
  public void decideMissing(
      String companyId, String connectionId, String stream, boolean gone, Author by) {
    Of of = new Of(companyId, connectionId, stream);
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              List<String> keys = stores.programs().seen().missing(of, 2);
              if (gone) {
                stores.programs().seen().gone(of, keys);
                ledger.gone(companyId, connectionId, stream, keys);
              } else {
                stores.programs().seen().thereAfterAll(of, keys);
                ledger.back(companyId, connectionId, stream, keys);
              }
              stores
                  .programs()
                  .streams()
                  .ask(new Key(companyId, connectionId, stream, Reading.SWEEP), null);
              notes.add(
                  companyId,
                  connectionId,
                  gone ? "MISSING_CONFIRMED" : "MISSING_DENIED",
                  by.name(),
                  keys.size() + " objects of " + stream + ".");
            });
  }
}
