package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dunlin.core.debit.BankStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a bank answers to files of direct debits, within the caller's transaction. What it
 * refuses has failed; what it takes is only settled by the money. The same answer may come twice.
 */
public final class BankAnswers {
  private static final Pattern MESSAGE = Pattern.compile("[0-9a-fA-F]{32}");
  private static final String ACTOR = "bank";

  private final Stores stores;

  /** Over these stores. */
  public BankAnswers(Stores stores) {
    this.stores = stores;
  }

  /** Takes an answer; false where it is about no file of the company. */
  public boolean take(String companyId, BankStatus status, LocalDate today) {
    Optional<CollectionFile> file =
        collection(status.message()).flatMap(id -> stores.debits().files().find(companyId, id));
    if (file.isEmpty()) {
      return false;
    }
    UUID id = file.get().id();
    if (status.batch() == null && status.endToEndId() == null) {
      stores.debits().files().answered(companyId, id, status.status(), status.reason());
      stores
          .journal()
          .append(
              companyId,
              Happening.to(
                  "company",
                  companyId,
                  "COLLECTION_ANSWERED",
                  ACTOR,
                  today,
                  status.status() + " " + why(status) + ", file " + FileHead.messageId(id)));
    }
    if (status.isRejected()) {
      meant(companyId, id, status).forEach(debit -> failed(companyId, debit, why(status), today));
      stores.companies().addWorkDue(companyId, WorkDue.DUN);
    }
    return true;
  }

  private List<Debit> meant(String companyId, UUID collection, BankStatus status) {
    List<Debit> named =
        status.endToEndId() == null
            ? stores.debits().debits().ofCollection(companyId, collection)
            : stores.debits().debits().named(companyId, List.of(status.endToEndId()));
    return named.stream()
        .filter(debit -> isIn(debit, collection, status.batch()))
        .filter(debit -> debit.state() == DebitState.SUBMITTED)
        .toList();
  }

  private static boolean isIn(Debit debit, UUID collection, @Nullable String batch) {
    Debit.Place place = debit.place();
    return place != null
        && place.collectionId().equals(collection)
        && (batch == null || FileHead.batchId(collection, place.batch()).equalsIgnoreCase(batch));
  }

  private void failed(String companyId, Debit debit, String reason, LocalDate today) {
    if (stores.debits().debits().end(companyId, debit, DebitState.FAILED, reason, today)) {
      stores.debits().mandates().notCollected(companyId, debit.mandateId());
      new Noting(stores, companyId, today).of(debit, "DEBIT_FAILED", ACTOR, reason);
    }
  }

  private static String why(BankStatus status) {
    return status.reason() == null ? status.status() : status.reason();
  }

  /** The id of the collection that a message was. */
  static Optional<UUID> collection(String message) {
    if (!MESSAGE.matcher(message).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        UUID.fromString(message.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
  }
}
