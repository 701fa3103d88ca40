package org.dunlin.store.replay;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.RefusedEffects;
import org.jspecify.annotations.Nullable;

/** What is done again: single ones, or all that failed alike. */
public sealed interface ReplayChoice {
  /** Single ones; none where all are meant that failed alike. */
  List<UUID> chosen();

  /** By which connection alone; absent: by any. */
  @Nullable String connectionId();

  /**
   * Deliveries, which are read again.
   *
   * @param all how those stand that are meant where none is chosen
   */
  record OfDeliveries(List<UUID> chosen, Deliveries.Wanted all) implements ReplayChoice {
    public OfDeliveries {
      chosen = List.copyOf(chosen);
    }

    @Override
    public @Nullable String connectionId() {
      return all.connectionId();
    }
  }

  /** Entries of the outbox that were refused, and which may be sent twice. */
  record OfEffects(List<UUID> chosen, RefusedEffects.Wanted all) implements ReplayChoice {
    public OfEffects {
      chosen = List.copyOf(chosen);
    }

    @Override
    public @Nullable String connectionId() {
      return all.connectionId();
    }

    /** Of which kind alone; absent: of any. */
    public @Nullable EffectKind kind() {
      return all.kind();
    }
  }
}
