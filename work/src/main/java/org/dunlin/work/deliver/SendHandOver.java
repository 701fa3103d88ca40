package org.dunlin.work.deliver;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.Refused;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.work.handover.Dossier;

/** Puts a case where the agency takes it, or mails it. */
public final class SendHandOver {
  private final Stores stores;
  private final PutFile putFile;
  private final OutwardRoads roads;
  private final MailHandOver mail;

  /**
   * From these stores by this way.
   *
   * @param mails by which mails leave
   */
  public SendHandOver(Stores stores, PutFile putFile, Outlet mails) {
    this.stores = stores;
    this.putFile = putFile;
    this.roads = new OutwardRoads(stores);
    this.mail = new MailHandOver(stores, mails);
  }

  /**
   * Puts it there.
   *
   * @param hearing is told what the mail server says, where it is mailed
   * @throws NotSent when it is not there and is to be tried again later
   * @throws Refused when the mail server refused it for good
   * @throws RuntimeException when it is not known whether it is there
   */
  public void send(Dispatch.HandOver given, Hearing hearing) throws NotSent, Refused {
    Optional<String> address = mail.address(given);
    if (address.isPresent()) {
      Path mailed = written(given);
      try {
        mail.send(given, address.get(), mailed, hearing);
      } finally {
        discard(mailed);
      }
      return;
    }
    Road road =
        roads.of(
            given.companyId(),
            given.connectionId(),
            "No agency is connected; connect Collection agency, or hand the case over yourself.");
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
    } catch (IOException | RuntimeException e) { // nothing was put anywhere yet
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
