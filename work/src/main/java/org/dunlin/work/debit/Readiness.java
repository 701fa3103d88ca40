package org.dunlin.work.debit;

import java.util.Optional;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.reference.CreditorIdentifier;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/** Whether a company collects, and if not, what it lacks. */
public enum Readiness {
  /** It collects. */
  READY,
  /** It does not want to. */
  NOT_WANTED,
  /** Its creditor identifier is missing. */
  NO_CREDITOR,
  /** Its creditor identifier has wrong check digits. */
  WRONG_CREDITOR,
  /** No connection takes files to its bank. */
  NO_CONNECTION,
  /** A person paused that connection. */
  PAUSED,
  /** It is in shadow mode: nobody is told anything. */
  SHADOW;

  /** How a company stands. */
  public static Readiness of(Stores stores, CompanyProfile profile) {
    String identifier = profile.company().creditorIdentifier();
    Optional<DebitConnection> connection = DebitConnection.of(stores, profile.id());
    boolean any =
        stores.debits().settings().of(profile.id()).collects()
            || stores.debits().settings().anyChosen(profile.id());
    if (!any) {
      return NOT_WANTED;
    }
    if (identifier == null) {
      return NO_CREDITOR;
    }
    if (!CreditorIdentifier.holds(identifier)) {
      return WRONG_CREDITOR;
    }
    if (connection.isEmpty()) {
      return NO_CONNECTION;
    }
    if (connection.get().connection().paused()) {
      return PAUSED;
    }
    return profile.mode() == DunningMode.SHADOW ? SHADOW : READY;
  }
}
