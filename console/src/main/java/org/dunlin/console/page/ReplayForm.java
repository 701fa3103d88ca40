package org.dunlin.console.page;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.replay.ReplayChoice;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.RefusedEffects;
import org.jspecify.annotations.Nullable;

/**
 * What a form or an address says is to be done again.
 *
 * @param of deliveries, or entries of the outbox; an address that was cut says nothing of it
 * @param show how the deliveries stand
 * @param connection only what came or leaves by it
 * @param reason only deliveries that failed for it
 * @param stream only deliveries of it
 * @param kind only entries of it
 * @param id those that were ticked; none: all that fit
 */
record ReplayForm(
    @Nullable Of of,
    Deliveries.@Nullable Choice show,
    @Nullable String connection,
    @Nullable String reason,
    @Nullable String stream,
    @Nullable EffectKind kind,
    @Nullable List<UUID> id) {
  /** Of what. */
  enum Of {
    /** Of the inbox. */
    DELIVERY,
    /** Of the outbox. */
    EFFECT
  }

  /**
   * The choice.
   *
   * @throws NotHere where all of those are meant with which nothing is wrong, or nobody knows what
   */
  ReplayChoice choice() {
    List<UUID> ticked = ids();
    Of meant = of;
    if (meant == null) {
      throw new NotHere();
    }
    return switch (meant) {
      case DELIVERY -> {
        Deliveries.Choice standing = show == null ? Deliveries.Choice.QUARANTINED : show;
        if (!standing.failed()) {
          throw new NotHere();
        }
        yield new ReplayChoice.OfDeliveries(
            ticked,
            new Deliveries.Wanted(
                standing, Given.name(connection), Given.name(reason), Given.name(stream)));
      }
      case EFFECT ->
          new ReplayChoice.OfEffects(
              ticked, new RefusedEffects.Wanted(Given.name(connection), kind));
    };
  }

  /** Those that were ticked. */
  List<UUID> ids() {
    return id == null ? List.of() : id;
  }
}
