package org.dunlin.work.handover;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;

/** Records a due hand-over with its case. */
public final class HandOverWriter {
  private final Stores stores;
  private final CompanyProfile profile;
  private final Optional<Agency> agency;

  /** For a company. */
  public HandOverWriter(Stores stores, CompanyProfile profile) {
    this.stores = stores;
    this.profile = profile;
    this.agency = Agency.of(stores, profile.id());
  }

  /** Whether a person has to release each case: until the company says otherwise. */
  public boolean asksFirst() {
    return agency.map(each -> !each.automatic()).orElse(true);
  }

  /** What the case says. */
  public String facts(Action action, Customer customer, LocalDate today) {
    return new CaseFacts(stores, profile).json(action, customer, name(), today);
  }

  private String name() {
    return agency.map(Agency::name).orElse("–");
  }

  /**
   * Adds the effect by which the case is given, and the case.
   *
   * @param says its {@link #facts}
   */
  public void add(Action action, UUID id, EffectState state, LocalDate today, String says) {
    String connection = agency.map(Agency::connectionId).orElse(RoadKind.AGENCY.program());
    CaseFacts facts = new CaseFacts(stores, profile);
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                connection,
                connection + "/" + action.customerId(),
                EffectKind.HANDOVER,
                action.id(),
                says,
                state,
                today));
    stores
        .talk()
        .handOvers()
        .add(
            profile.id(),
            new HandOver(
                id,
                UUID.fromString(action.customerId()),
                action.id(),
                connection,
                name(),
                today,
                facts.open(action),
                state,
                null,
                null,
                null,
                null,
                null,
                null));
  }
}
