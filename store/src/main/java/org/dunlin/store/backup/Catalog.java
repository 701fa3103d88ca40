package org.dunlin.store.backup;

import java.util.List;
import org.dunlin.store.backup.Head.Partition;
import org.dunlin.store.backup.Head.Sequence;
import org.dunlin.store.backup.Head.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is in the hub's schema, as PostgreSQL itself knows it. */
final class Catalog {
  /** Flyway's table; a backup says the same in its head. */
  static final String HISTORY = "flyway_schema_history";

  private static final String HERE =
      " join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema() ";

  private final JdbcClient jdbc;

  Catalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tables with the columns that can be written; a partitioned one stands for its parts. */
  List<Table> tables() {
    return jdbc.sql(
            "select c.relname, array(select a.attname::text from pg_attribute a"
                + " where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                + " and a.attgenerated = '' order by a.attnum) as columns from pg_class c"
                + HERE
                + "where c.relkind in ('r', 'p') and not c.relispartition"
                + " and c.relname <> :history order by c.relname")
        .param("history", HISTORY)
        .query(
            (row, number) ->
                new Table(
                    row.getString("relname"),
                    List.of((String[]) row.getArray("columns").getArray())))
        .list();
  }

  /** The partitions that hold rows themselves. */
  List<Partition> partitions() {
    return jdbc.sql(
            "select p.relname as parent, c.relname, pg_get_expr(c.relpartbound, c.oid) as bound"
                + " from pg_class c"
                + HERE
                + "join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent"
                + " where c.relispartition and c.relkind = 'r' order by p.relname, c.relname")
        .query(
            (row, number) ->
                new Partition(
                    row.getString("parent"), row.getString("relname"), row.getString("bound")))
        .list();
  }

  /** How far the sequences have come. */
  List<Sequence> sequences() {
    return names("c.relkind = 'S'").stream().map(this::sequence).toList();
  }

  private Sequence sequence(String name) {
    return jdbc.sql("select last_value, is_called from " + quoted(name))
        .query((row, number) -> new Sequence(name, row.getLong(1), row.getBoolean(2)))
        .single();
  }

  /** The columns of a table's primary key; empty when it has none. */
  List<String> key(String table) {
    return jdbc.sql(
            "select a.attname::text from pg_class c"
                + HERE
                + "join pg_index i on i.indrelid = c.oid and i.indisprimary"
                + " cross join unnest(i.indkey::int2[]) with ordinality k(attnum, place)"
                + " join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum"
                + " where c.relname = :table order by k.place")
        .param("table", table)
        .query(String.class)
        .list();
  }

  /** A foreign key and the words that make it. */
  record ForeignKey(String table, String name, String definition) {}

  /** The foreign keys, without those that partitions have from their table. */
  List<ForeignKey> foreignKeys() {
    return jdbc.sql(
            "select c.relname, k.conname, pg_get_constraintdef(k.oid) as definition from pg_class c"
                + HERE
                + "join pg_constraint k on k.conrelid = c.oid"
                + " where k.contype = 'f' and k.conparentid = 0 order by c.relname, k.conname")
        .query(
            (row, number) ->
                new ForeignKey(
                    row.getString("relname"),
                    row.getString("conname"),
                    row.getString("definition")))
        .list();
  }

  /** All tables here, Flyway's too. */
  List<String> tableNames() {
    return names("c.relkind in ('r', 'p') and not c.relispartition");
  }

  /** The functions here with the types that they take, as SQL; not those of an extension. */
  List<String> functions() {
    return jdbc.sql(
            "select cast(cast(p.oid as regprocedure) as text) from pg_proc p"
                + " join pg_namespace n on n.oid = p.pronamespace and n.nspname = current_schema()"
                + " where p.prokind = 'f' and not exists (select 1 from pg_depend d"
                + " where d.classid = cast('pg_proc' as regclass) and d.objid = p.oid and d.deptype = 'e')"
                + " order by 1")
        .query(String.class)
        .list();
  }

  boolean isEmpty(String table) {
    return jdbc.sql("select not exists (select 1 from " + quoted(table) + ")")
        .query(Boolean.class)
        .single();
  }

  private List<String> names(String which) {
    return jdbc.sql(
            "select c.relname::text from pg_class c" + HERE + "where " + which + " order by 1")
        .query(String.class)
        .list();
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(Catalog::quoted).toList());
  }
}
