package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.pain.Flavour;
import org.dunlin.core.debit.CollectionDays;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.debit.Batches.Placed;
import org.dunlin.work.debit.CheckDebits.Good;

/**
 * Draws up the file of what is to be with the bank soon, for a person to approve; within the
 * caller's transaction.
 */
final class DrawUpFile {
  private static final String ACTOR = "collect";

  private final Stores stores;
  private final CompanyProfile profile;
  private final DebitConnection connection;
  private final OpenDebts debts;
  private final LocalDate today;

  DrawUpFile(
      Stores stores,
      CompanyProfile profile,
      DebitConnection connection,
      OpenDebts debts,
      LocalDate today) {
    this.stores = stores;
    this.profile = profile;
    this.connection = connection;
    this.debts = debts;
    this.today = today;
  }

  /** Withdraws what is no more to be collected, and draws a file up of what is due; true if so. */
  boolean draw() {
    CheckDebits check = new CheckDebits(stores, profile.id(), debts, today);
    List<Good> due = new ArrayList<>();
    for (Debit debit : stores.debits().debits().underWay(profile.id())) {
      if (debit.state() == DebitState.ANNOUNCED) {
        announced(check, debit).ifPresent(due::add);
      }
    }
    int most = connection.flavour().mostInFile();
    for (int from = 0; from < due.size(); from += most) {
      file(due.subList(from, Math.min(due.size(), from + most)));
    }
    return !due.isEmpty();
  }

  /** The debit where it is time for it. */
  private Optional<Good> announced(CheckDebits check, Debit debit) {
    if (debit.tested()) {
      return profile.mode() == DunningMode.LIVE
          ? check.withdrawn(debit, Withdrawn.TESTED, ACTOR)
          : Optional.empty();
    }
    if (debts.isUnread(debit.invoiceId())) {
      return Optional.empty(); // it waits until its program was read
    }
    Optional<Good> good = check.look(debit);
    if (good.isEmpty() || today.isBefore(drawnOn(good.get()))) {
      return Optional.empty();
    }
    return switch (notice(debit)) {
      case TOLD -> good;
      case WAITS -> Optional.empty();
      case NEVER -> check.withdrawn(debit, Withdrawn.NOT_ANNOUNCED, ACTOR);
    };
  }

  private LocalDate drawnOn(Good good) {
    Flavour flavour = connection.flavour();
    boolean first =
        good.mandate().collected() == 0 && flavour.firstIsMarked() || good.mandate().once();
    int lead = flavour.leadDays(good.mandate().mandate().scheme(), first);
    return CollectionDays.latestSubmission(good.debit().collectOn(), lead + connection.ahead());
  }

  private enum Notice {
    TOLD,
    WAITS,
    NEVER
  }

  /** Nobody is debited who was not told. */
  private Notice notice(Debit debit) {
    Optional<Effect> effect = stores.outbox().find(profile.id(), debit.noticeId());
    if (effect.isEmpty()) {
      return Notice.NEVER;
    }
    return switch (effect.get().state()) {
      case SENT -> Notice.TOLD;
      case AWAITING_APPROVAL, PENDING, CLAIMED, SENDING, UNKNOWN ->
          today.isBefore(debit.collectOn()) ? Notice.WAITS : Notice.NEVER;
      case FAILED, CANCELLED, SHADOW -> Notice.NEVER;
    };
  }

  private void file(List<Good> goods) {
    UUID id = Ids.next();
    stores
        .debits()
        .files()
        .add(
            profile.id(),
            id,
            connection.connection().id(),
            FileHead.of(profile, connection).json(),
            today);
    for (Placed each : new Batches(id, connection.flavour(), today).of(goods)) {
      stores
          .debits()
          .debits()
          .put(profile.id(), each.good().debit().id(), each.place(), each.good().amount());
    }
    stores
        .journal()
        .append(
            profile.id(),
            Happening.to(
                "company",
                profile.id(),
                "COLLECTION_DRAWN_UP",
                ACTOR,
                today,
                goods.size() + " debits, file " + FileHead.messageId(id)));
  }
}
