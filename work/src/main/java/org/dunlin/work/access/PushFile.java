package org.dunlin.work.access;

import java.io.InputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.intake.Reach;

/**
 * Takes what a program pushes to the hook of a connection: an address of its own whose last part is
 * a secret that only that program knows.
 */
public final class PushFile {
  private static final byte[] NOBODYS = new byte[32];

  private final Stores stores;
  private final AcceptFile acceptFile;

  /** Over these stores; what comes goes the one way into the inbox. */
  public PushFile(Stores stores, AcceptFile acceptFile) {
    this.stores = stores;
    this.acceptFile = acceptFile;
  }

  /**
   * Makes the hook of a connection and its secret; one that it had before is worth nothing then.
   *
   * @return the secret, which is shown this once
   * @throws RefusedToken when there is no such connection
   */
  public String make(String companyId, String connectionId, String by) {
    if (stores.connections().find(companyId, connectionId).isEmpty()) {
      throw new RefusedToken(
          RefusedToken.Reason.CONNECTION,
          "Company " + companyId + " has no connection " + connectionId + ".");
    }
    String secret = Secrets.make();
    stores
        .transactions()
        .run(
            () -> {
              stores.hooks().put(companyId, connectionId, Secrets.digest(secret), by);
              note(
                  companyId, connectionId, "HOOK_MADE", by, "What it had before is worth nothing.");
            });
    return secret;
  }

  /** Makes the hook of a connection worthless; false when it has none. */
  public boolean remove(String companyId, String connectionId, String by) {
    return stores
        .transactions()
        .in(
            () -> {
              boolean removed = stores.hooks().remove(companyId, connectionId);
              if (removed) {
                note(
                    companyId,
                    connectionId,
                    "HOOK_REMOVED",
                    by,
                    "Nothing is taken there any more.");
              }
              return removed;
            });
  }

  private void note(String companyId, String connectionId, String event, String by, String reason) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(companyId, Happening.to("connection", connectionId, event, by, today, reason));
  }

  /** Whether this is the secret of the connection's hook. */
  public boolean known(String companyId, String connectionId, String secret) {
    byte[] digest = stores.hooks().digest(companyId, connectionId).orElse(NOBODYS);
    return MessageDigest.isEqual(digest, Secrets.digest(secret));
  }

  /** Accepts the bytes; empty where the connection is paused or gone. */
  public Optional<Acceptance> push(
      String companyId, String connectionId, String name, InputStream stream) {
    boolean open =
        stores.connections().find(companyId, connectionId).filter(c -> !c.paused()).isPresent();
    if (!open) {
      return Optional.empty();
    }
    stores.hooks().used(companyId, connectionId);
    return Optional.of(acceptFile.accept(companyId, connectionId, name, stream, Reach.COMPANY));
  }
}
