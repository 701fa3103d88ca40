package org.dunlin.store.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.Transactions;
import org.dunlin.store.postgres.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the key ring with which a database was sealed. The database knows the id of its key from
 * the first start on, so that a hub with another key, or with none, is refused.
 */
public final class HubKeys {
  private static final Logger LOG = LoggerFactory.getLogger(HubKeys.class);
  private static final String CURRENT = "key-id";

  private final DataSource pool;
  private final JdbcClient jdbc;
  private final Path file;

  /**
   * @param dataDirectory where the hub keeps a key of its own making
   */
  public HubKeys(DataSource pool, Path dataDirectory) {
    this.pool = pool;
    jdbc = JdbcClient.create(pool);
    file = dataDirectory.toAbsolutePath().normalize().resolve(GivenKeys.FILE);
  }

  /**
   * The ring: the given keys, else the one of the data directory. Only for a database that has no
   * key yet, and when none is given, a key is made. A given key that is not the database's is taken
   * up only beside the database's own, so that a wrong one never replaces it. What another key than
   * the newest wraps is wrapped anew, at every start: another hub may have gone on with the old
   * key.
   *
   * @throws UnusableKey when the database's key, or one that still wraps something, is not among
   *     them
   */
  public KeyRing open(GivenKeys given) {
    return new Transactions(pool).in(() -> opened(given));
  }

  /** One hub after the other, so that two that start at once do not each make a key. */
  private KeyRing opened(GivenKeys given) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('key of the hub'))").query().singleRow();
    Optional<String> current = current();
    List<byte[]> keys = new ArrayList<>(given.keys());
    if (keys.isEmpty() && Files.exists(file)) {
      keys.addAll(GivenKeys.read(file));
    } else if (keys.isEmpty() && current.isEmpty()) {
      keys.add(make());
    }
    if (keys.isEmpty()) {
      throw missing(current.orElseThrow());
    }
    KeyRing ring = new KeyRing(keys);
    current.filter(id -> !ring.ids().contains(id)).ifPresent(id -> refuse(id, ring));
    new Rotation(jdbc, ring).rewrap();
    register(ring.newest());
    return ring;
  }

  /** Where a key of the hub's own making lies. */
  public Path file() {
    return file;
  }

  /** Whether a key is among those that a hub would start with. */
  public boolean has(String id, GivenKeys given) {
    return given.keys().isEmpty() ? keeps(id) : given.ids().contains(id);
  }

  /** Whether a key is in the data directory. */
  public boolean keeps(String id) {
    return Files.exists(file) && new GivenKeys(GivenKeys.read(file)).ids().contains(id);
  }

  /** The id of the key with which the database is sealed; none before its first start. */
  public Optional<String> current() {
    return jdbc.sql("select value from hub_setting where name = :name")
        .param("name", CURRENT)
        .query(String.class)
        .optional();
  }

  private void register(String keyId) {
    jdbc.sql(
            "insert into hub_setting values (:name, :value)"
                + " on conflict (name) do update set value = excluded.value")
        .param("name", CURRENT)
        .param("value", keyId)
        .update();
  }

  /** The file is on the disk before the database knows of the key. */
  private byte[] make() {
    byte[] key = Aes.random(KeyRing.KEY_BYTES);
    keep((Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    LOG.info(
        "The hub has made its key: {}. Without it the database cannot be read; it goes along in backups. Guard both.",
        file);
    return key;
  }

  /**
   * Keeps the content of a key file in the data directory.
   *
   * @throws UnusableKey when it cannot be written
   */
  public void keep(byte[] content) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      PrivateFiles.write(file, content);
    } catch (IOException e) {
      throw new UnusableKey("The hub cannot keep its key in " + file + ": " + e + ".");
    }
  }

  private UnusableKey missing(String id) {
    return new UnusableKey(
        "The database is sealed with key "
            + id
            + " and the hub was given none. Give it with DUNLIN_KEY or DUNLIN_KEY_FILE, or bring the"
            + " file "
            + file
            + " back if the hub made its key itself; a backup of the data directory has it.");
  }

  private void refuse(String id, KeyRing ring) {
    throw new UnusableKey(
        "The database is sealed with key "
            + id
            + ", but the hub was given "
            + String.join(", ", ring.ids().stream().sorted().toList())
            + ". "
            + (keeps(id)
                ? "It is the one in " + file + ": give no key, so that it is used."
                : "Give that key with DUNLIN_KEY or DUNLIN_KEY_FILE, or as " + file + ".")
            + " To change it, give the new one first and the old one after it.");
  }
}
