package org.dunlin.store.backup;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dunlin.store.Transactions;
import org.dunlin.store.backup.Head.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database that a backup goes into. It is empty when no table whose key begins with {@code
 * company_id} has a row; those that speak of the hub as a whole begin with {@code hub_} and are
 * replaced.
 */
final class EmptyHub {
  private static final String OF_A_COMPANY = "company_id";
  private static final String OF_THE_HUB = "hub_";

  private final DataSource database;
  private final JdbcClient jdbc;
  private final Catalog catalog;

  EmptyHub(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
    this.catalog = new Catalog(jdbc);
  }

  /**
   * Refuses what must not be restored into.
   *
   * @throws RefusedBackup when a hub runs on it, or it holds data, or tables that are not a hub's
   */
  void check() {
    refuseRunning();
    for (Table table : catalog.tables()) {
      boolean ofACompany = table.columns().contains(OF_A_COMPANY);
      if (!ofACompany && !table.name().startsWith(OF_THE_HUB)) {
        throw new RefusedBackup(
            RefusedBackup.Code.FOREIGN_TABLES,
            "The database holds the table "
                + table.name()
                + ", which is not the hub's. Nothing was touched; give the hub a database of its"
                + " own.");
      }
      if (ofACompany && !catalog.isEmpty(table.name())) {
        throw new RefusedBackup(
            RefusedBackup.Code.HUB_NOT_EMPTY,
            "The hub to restore into is not empty (the table "
                + table.name()
                + " has rows). Nothing was touched; restore into a new data directory (DUNLIN_DATA)"
                + " or a new database (DUNLIN_DATABASE_URL).");
      }
    }
  }

  private void refuseRunning() {
    boolean runs =
        jdbc.sql(
                "select exists (select 1 from pg_stat_activity where datname = current_database()"
                    + " and application_name = 'dunlin' and pid <> pg_backend_pid())")
            .query(Boolean.class)
            .single();
    if (runs) {
      throw new RefusedBackup(
          RefusedBackup.Code.HUB_RUNS,
          "A hub runs on the database to restore into. Nothing was touched; stop it first.");
    }
  }

  /**
   * Makes the tables as they were in this version. What an interrupted restore leaves is an empty
   * hub, which can be restored into again and which every hub can start on.
   */
  void prepare(String version) {
    List<Head.Migration> applied = Migrations.applied(jdbc);
    if (!applied.isEmpty() && Migrations.isNewer(Migrations.version(applied), version)) {
      new Transactions(database).run(this::dropAll);
    }
    Migrations.apply(database, version);
  }

  private void dropAll() {
    check();
    List<String> names = new ArrayList<>(catalog.tableNames());
    jdbc.sql("drop table " + Catalog.quoted(names) + " cascade").update();
    catalog
        .functions()
        .forEach(function -> jdbc.sql("drop function if exists " + function + " cascade").update());
  }
}
