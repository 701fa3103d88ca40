package org.dunlin.work.translate;

import org.dunlin.connectors.SourceObject;
import org.dunlin.store.ledger.BookedObject;
import org.dunlin.store.ledger.RefusedObjects;
import org.jspecify.annotations.Nullable;

/**
 * Notes of which objects of a program the newest state could not be taken, so that nobody relies on
 * an earlier one: something of it was refused, and no document of it was taken.
 */
final class TakenObjects {
  private final Context context;
  private final RefusedObjects refusedObjects;
  private @Nullable BookedObject object;
  private @Nullable Boolean any;
  private boolean refused;
  private boolean document;

  TakenObjects(Context context) {
    this.context = context;
    refusedObjects = context.stores().refusedObjects();
  }

  void begin(SourceObject next) {
    object = new BookedObject(next.stream(), next.key());
    refused = false;
    document = false;
  }

  /** Something of the object was refused. */
  void refused() {
    refused = true;
  }

  /** A document of the object was taken, or a later state of it is there. */
  void document() {
    document = true;
  }

  /** Ends the object, where there is one. */
  void end() {
    BookedObject ended = object;
    object = null;
    if (ended == null) {
      return;
    }
    if (refused && !document) {
      refusedObjects.refused(context.origin(), ended, context.delivery().id());
      any = true;
    } else if (anyRefused()) {
      refusedObjects.taken(context.origin(), ended);
    }
  }

  private boolean anyRefused() {
    if (any == null) {
      any = refusedObjects.any(context.delivery().companyId(), context.delivery().connectionId());
    }
    return any;
  }
}
