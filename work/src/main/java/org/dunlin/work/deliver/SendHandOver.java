package org.dunlin.work.deliver;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.handover.Dossier;
import org.dunlin.work.road.OutgoingTarget;

/** Puts a case where the agency takes it. */
public final class SendHandOver {
  private final Stores stores;
  private final PutFile putFile;
  private final OutgoingTarget target;

  /** From these stores by this way. */
  public SendHandOver(Stores stores, PutFile putFile) {
    this.stores = stores;
    this.putFile = putFile;
    this.target = new OutgoingTarget(stores);
  }

  /**
   * Puts it there.
   *
   * @throws NotSent when it is not there and is to be tried again later
   * @throws RuntimeException when it is not known whether it is there
   */
  public void send(Dispatch.HandOver given) throws NotSent {
    String id = given.connectionId();
    Optional<Connection> connection = stores.connections().find(given.companyId(), id);
    if (connection.isEmpty()) {
      throw new NotSent(
          "No agency is connected; connect Collection agency, or hand the case over yourself.");
    }
    if (connection.get().paused()) {
      throw new NotSent("A person paused the connection " + id + ".");
    }
    Road road =
        target
            .road(connection.get())
            .orElseThrow(
                () ->
                    new NotSent(
                        "The folder or server over which the files of "
                            + id
                            + " go is connected no more; name another one in its settings."));
    Path file = written(given);
    try {
      putFile.put(
          road, Dossier.name(given.effectId(), given.payload()), () -> Files.newInputStream(file));
    } finally {
      discard(file);
    }
  }

  /** Beside the memory: the documents of a case may be many. */
  private Path written(Dispatch.HandOver given) throws NotSent {
    try {
      Path file = Files.createTempFile("dunlin-case", null);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        new Dossier(stores).write(given.companyId(), given.effectId(), given.payload(), out);
      } catch (IOException | RuntimeException e) {
        discard(file);
        throw e;
      }
      return file;
    } catch (IOException | UncheckedIOException e) {
      throw new NotSent("The case cannot be written down: " + e, e);
    }
  }

  /** Where that fails, it says nothing of whether the case is there. */
  private static void discard(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
