package org.dunlin.store.company;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switches of the hub as a whole. */
public final class HubSettings {
  private static final String STOP = "global-stop";

  private final JdbcClient jdbc;

  /** The switches of this database. */
  public HubSettings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether somebody stopped everything that leaves the hub. */
  public boolean stopped() {
    return jdbc.sql("select value from hub_setting where name = :name")
        .param("name", STOP)
        .query(String.class)
        .optional()
        .map(Boolean::parseBoolean)
        .orElse(false);
  }

  /** Stops everything that leaves the hub, or lets it go on. */
  public void setStopped(boolean stopped) {
    jdbc.sql(
            "insert into hub_setting values (:name, :value)"
                + " on conflict (name) do update set value = excluded.value")
        .param("name", STOP)
        .param("value", String.valueOf(stopped))
        .update();
  }
}
