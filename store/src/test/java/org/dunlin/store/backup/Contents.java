package org.dunlin.store.backup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of a database, table by table, by a road of its own. */
final class Contents {
  private Contents() {}

  static Map<String, List<String>> of(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    Map<String, List<String>> contents = new TreeMap<>();
    for (String table : tables(jdbc)) {
      contents.put(
          table,
          jdbc.sql("select t::text as line from \"" + table + "\" t order by line")
              .query(String.class)
              .list());
    }
    return contents;
  }

  private static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
        .query(String.class)
        .list();
  }
}
