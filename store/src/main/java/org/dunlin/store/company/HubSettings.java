package org.dunlin.store.company;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switches of the hub as a whole. */
public final class HubSettings {
  private static final String STOP = "global-stop";
  private static final String RESTORED_AT = "restored-at";
  private static final String RESTORED_FROM = "restored-from";
  private static final String RESTORE_NEXT = "restore-next";
  private static final String BACKED_UP = "backed-up";

  /** Before the names of settings that were set in the console. */
  private static final String SAID = "said:";

  private final JdbcClient jdbc;

  /** The switches of this database. */
  public HubSettings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What was set in the console, by the name of the setting. */
  public Map<String, String> said() {
    Map<String, String> said = new TreeMap<>();
    jdbc.sql("select name, value from hub_setting where starts_with(name, :prefix)")
        .param("prefix", SAID)
        .query(
            row -> {
              said.put(row.getString("name").substring(SAID.length()), row.getString("value"));
            });
    return said;
  }

  /** Sets a setting; it counts from the next start. */
  public void say(String name, String value) {
    put(SAID + name, value);
  }

  /** Forgets what was set; false where nothing was. */
  public boolean forget(String name) {
    return jdbc.sql("delete from hub_setting where name = :name")
            .param("name", SAID + name)
            .update()
        == 1;
  }

  /** Whether somebody stopped everything that leaves the hub. */
  public boolean stopped() {
    return value(STOP).map(Boolean::parseBoolean).orElse(false);
  }

  /** Stops everything that leaves the hub, or lets it go on. */
  public void setStopped(boolean stopped) {
    put(STOP, String.valueOf(stopped));
  }

  /** That the hub was restored, as long as no person has said that this is settled. */
  public Optional<Restored> restored() {
    return value(RESTORED_AT).flatMap(at -> value(RESTORED_FROM).map(from -> restored(at, from)));
  }

  private static Restored restored(String at, String from) {
    return new Restored(Instant.parse(at), Instant.parse(from));
  }

  /**
   * Notes that the hub was restored and what is to be done before it works. It is written into
   * schemas of whatever version, so these two columns must stay.
   */
  public void setRestored(Restored restored, Restored.Next next) {
    put(RESTORED_AT, restored.at().toString());
    put(RESTORED_FROM, restored.from().toString());
    put(RESTORE_NEXT, next.name());
  }

  /**
   * What is still to be done after a restore; whoever asks at the same time waits until this
   * transaction has ended.
   */
  public Optional<Restored.Next> afterRestore() {
    return jdbc.sql("select value from hub_setting where name = :name for update")
        .param("name", RESTORE_NEXT)
        .query(String.class)
        .optional()
        .map(Restored.Next::valueOf);
  }

  /** Notes that what is to be done after a restore has been done. */
  public void doneAfterRestore() {
    jdbc.sql("delete from hub_setting where name = :name").param("name", RESTORE_NEXT).update();
  }

  /** Notes that what came of a restore is settled. */
  public void settleRestored() {
    jdbc.sql("delete from hub_setting where name in (:at, :from)")
        .param("at", RESTORED_AT)
        .param("from", RESTORED_FROM)
        .update();
  }

  /** When the newest nightly backup was made; before the first, since when they are wanted. */
  public Optional<Instant> backedUp() {
    return value(BACKED_UP).map(Instant::parse);
  }

  /** Notes when a nightly backup was made. */
  public void setBackedUp(Instant at) {
    put(BACKED_UP, at.toString());
  }

  private Optional<String> value(String name) {
    return jdbc.sql("select value from hub_setting where name = :name")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  private void put(String name, String value) {
    jdbc.sql(
            "insert into hub_setting values (:name, :value)"
                + " on conflict (name) do update set value = excluded.value")
        .param("name", name)
        .param("value", value)
        .update();
  }
}
