package org.dunlin.routes.road;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.dunlin.core.port.TryRoad;
import org.dunlin.core.road.HostKey;
import org.dunlin.core.road.Road;

/**
 * Looks once at a road, by the same client that goes it, and takes nothing. A person waits for it,
 * so that it waits less for a server than the road itself does.
 */
public final class LookOnce implements TryRoad {
  private static final String ADDRESS = "look-once";

  private final CamelContext camel;

  /** By components of this context. */
  public LookOnce(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public Tried look(Road road) {
    try {
      return switch (road.kind()) {
        case SFTP -> {
          SftpServer server = SftpServer.of(camel, "sftp://" + ADDRESS, road, Patience.OF_PEOPLE);
          server.setCamelContext(camel);
          server.setMaximumReconnectAttempts(0);
          int files = files(server.createRemoteFileOperations(), server.getConfiguration());
          String key = server.keys().shown().map(HostKey::shown).orElse("");
          yield found(road, files + " entries in the folder ", " Its host key is " + key + ".");
        }
        case FTPS -> {
          FtpsServer server = FtpsServer.of(camel, "ftps://" + ADDRESS, road, Patience.OF_PEOPLE);
          server.setCamelContext(camel);
          server.setMaximumReconnectAttempts(0);
          int files = files(server.createRemoteFileOperations(), server.getConfiguration());
          yield found(road, files + " entries in the folder ", "");
        }
        case MAILBOX -> found(road, mails(road) + " mails in the folder ", "");
        case UPLOAD -> new Tried(true, "Files come by themselves.");
        case OUTGOING, LETTERS, AGENCY, DEBITS -> folder(Path.of(road.needed("folder")));
      };
    } catch (Exception e) { // Camel declares no narrower type
      return new Tried(false, RoadFailures.sentence(e, road));
    }
  }

  /** A folder of this machine into which files go. */
  private static Tried folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.isWritable(folder)
        ? new Tried(true, "The hub can write into the folder " + folder + ".")
        : new Tried(
            false,
            "The hub may not write into the folder " + folder + "; give its user the right to.");
  }

  private static Tried found(Road road, String what, String more) {
    String folder = road.setting("folder").orElse("");
    return new Tried(true, road.server() + " answers: " + what + folder + "." + more);
  }

  private static <T> int files(RemoteFileOperations<T> server, RemoteFileConfiguration settings) {
    try {
      server.connect(settings, null);
      return server.listFiles(settings.getDirectory()).length;
    } finally {
      if (server.isConnected()) {
        server.disconnect();
      }
    }
  }

  private static int mails(Road road) throws MessagingException {
    Session session = Session.getInstance(Mailbox.properties(road, Patience.OF_PEOPLE));
    try (Store store = session.getStore(Mailbox.protocol(road))) {
      store.connect(
          road.needed("host"),
          Integer.parseInt(road.needed("port")),
          road.needed("user"),
          road.secret("password").orElse(""));
      try (Folder folder = store.getFolder(road.needed("folder"))) {
        folder.open(Folder.READ_ONLY);
        return folder.getMessageCount();
      }
    }
  }
}
