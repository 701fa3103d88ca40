package org.dunlin.work.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.handover.Agency;
import org.dunlin.work.handover.Dossier;

/** Mails a case to who collects it, where its connection names an address. */
final class MailHandOver {
  /** Many servers take 20 MB, and a file grows by a third on its way. */
  static final long LARGEST_BYTES = 15L << 20;

  private static final Duration UNTIL_SMALLER = Duration.ofHours(1);

  private final Stores stores;
  private final Outlet mails;

  MailHandOver(Stores stores, Outlet mails) {
    this.stores = stores;
    this.mails = mails;
  }

  /** Whether it is mailed, and so arrives twice where it is sent twice. */
  static boolean isMailed(Stores stores, Effect effect) {
    return stores
        .connections()
        .find(effect.companyId(), effect.connectionId())
        .map(each -> each.settings().getOrDefault(Agency.MAIL, ""))
        .filter(each -> !each.isBlank())
        .isPresent();
  }

  /** The address to which a case is mailed; empty where it goes another way. */
  Optional<String> address(Dispatch.HandOver given) throws NotSent {
    Optional<Connection> connection =
        stores.connections().find(given.companyId(), given.connectionId());
    Optional<String> address =
        connection
            .map(each -> each.settings().getOrDefault(Agency.MAIL, ""))
            .filter(each -> !each.isBlank());
    if (address.isPresent() && connection.get().paused()) {
      throw new NotSent("A person paused the connection " + given.connectionId() + ".");
    }
    return address;
  }

  /**
   * Mails it.
   *
   * @throws NotSent when nothing left
   * @throws Refused when the server refused it for good
   */
  void send(Dispatch.HandOver given, String address, Path file, Hearing hearing)
      throws NotSent, Refused {
    long bytes = size(file);
    if (bytes > LARGEST_BYTES) {
      throw new NotSent(
          "The case has %d MB, and a mail takes %d at most; download it and hand it over yourself."
              .formatted(megabytes(bytes), megabytes(LARGEST_BYTES)),
          UNTIL_SMALLER);
    }
    CompanyProfile profile = stores.companies().profile(given.companyId());
    String name = Dossier.name(given.effectId(), given.payload());
    String said = said(given.payload());
    mails.send(
        new Dispatch.Email(
            given.effectId().toString(),
            profile.company().name(),
            address,
            profile.replyTo(),
            profile.company().name().replaceAll("\\p{Cntrl}", " ") + ": " + name,
            said + "\n",
            "<p>" + said + "</p>",
            List.of(),
            List.of(
                new Dispatch.Attachment(
                    given.effectId(),
                    name,
                    name.endsWith(".json") ? "application/json" : "application/zip",
                    bytes))),
        enclosing(given.effectId(), file),
        hearing);
  }

  private static String said(String payload) {
    if (Dossier.isRecall(payload)) {
      return "We take a case back; the file says which and why.";
    }
    return Dossier.isReopening(payload)
        ? "A case that we took back goes on; the file says which and what is open again."
        : "We hand a case over to you; the file has all that belongs to it.";
  }

  private static Enclosures enclosing(UUID effectId, Path file) {
    return new Enclosures() {
      @Override
      public Optional<InputStream> open(Dispatch.Picture picture) {
        return Optional.empty();
      }

      @Override
      public Optional<InputStream> open(Dispatch.Attachment attachment) {
        try {
          return attachment.documentId().equals(effectId)
              ? Optional.of(Files.newInputStream(file))
              : Optional.empty();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static long size(Path file) throws NotSent {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new NotSent("The case cannot be written down: " + e, e);
    }
  }

  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
