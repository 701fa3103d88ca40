package org.dunlin.config.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.dunlin.store.backup.BackupFile;
import org.dunlin.store.backup.Extra;
import org.dunlin.store.backup.RefusedBackup;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;

/**
 * The hub's key in a backup. A key that the hub made itself goes along, since without it nothing
 * that is sealed could be read again; one that was given from outside never does, and only its id
 * says which it was.
 */
public final class TravellingKey {
  /** The parts of a backup that speak of the key. */
  public static final Set<String> PARTS = Set.of(TravellingKey.ID, GivenKeys.FILE);

  private static final String ID = "key-id";

  private TravellingKey() {}

  /** What a backup of this database is to hold. */
  public static List<Extra> of(DataSource database, HubSettings settings) {
    List<Extra> parts = new ArrayList<>();
    HubKeys keys = new HubKeys(database, settings.data());
    keys.current()
        .ifPresent(
            id -> {
              parts.add(new Extra(ID, id.getBytes(StandardCharsets.US_ASCII)));
              if (keys.keeps(id)) {
                parts.add(new Extra(GivenKeys.FILE, content(keys.file())));
              }
            });
    return parts;
  }

  /**
   * Puts the key of a backup where the restored hub will look for it, unless the hub has it.
   *
   * @throws RefusedBackup when the key neither is in the backup nor was given
   */
  public static void bring(BackupFile backup, DataSource database, HubSettings settings) {
    if (!backup.extras().contains(ID)) {
      return; // made by a hub that had no key yet
    }
    String id = new String(backup.extra(ID), StandardCharsets.US_ASCII);
    HubKeys keys = new HubKeys(database, settings.data());
    if (keys.has(id, Keys.given(settings))) {
      return;
    }
    if (!holds(backup, id)) {
      throw missing(
          "The backup is sealed with key "
              + id
              + ", which its hub had been given and which is not in the file. Give it with"
              + " DUNLIN_KEY or DUNLIN_KEY_FILE.");
    }
    if (Files.exists(keys.file())) {
      throw missing(
          "The data directory has a key of its own, "
              + keys.file()
              + ", and the backup is sealed with another, "
              + id
              + ". Restore into a new data directory.");
    }
    keys.keep(backup.extra(GivenKeys.FILE));
  }

  /** A key that the hub made and no longer seals with may be there in the place of the key. */
  private static boolean holds(BackupFile backup, String id) {
    return backup.extras().contains(GivenKeys.FILE)
        && GivenKeys.of(backup.extra(GivenKeys.FILE)).ids().contains(id);
  }

  private static RefusedBackup missing(String sentence) {
    return new RefusedBackup(RefusedBackup.Code.KEY_MISSING, sentence + " Nothing was touched.");
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The hub's key cannot be read from " + file + " (" + e + ").", e);
    }
  }
}
