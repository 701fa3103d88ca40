package org.dunlin.store.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kind of record of a company, as a long list. */
public final class Listing<T> {
  private final JdbcClient jdbc;
  private final Rows rows;
  private final RowMapper<T> mapper;
  private final List<Filter> filters;
  private final int mostAPage;

  Listing(DataSource pool, Rows rows, RowMapper<T> mapper, Filter... filters) {
    this(pool, rows, mapper, Integer.MAX_VALUE, filters);
  }

  /**
   * @param mostAPage so many items a page has at most, whatever is asked for, since they are large
   */
  Listing(DataSource pool, Rows rows, RowMapper<T> mapper, int mostAPage, Filter... filters) {
    this.jdbc = JdbcClient.create(pool);
    this.rows = rows;
    this.mapper = mapper;
    this.mostAPage = mostAPage;
    this.filters = List.of(filters);
  }

  private record Placed<T>(T item, Cursor byId, Cursor byUpdate) {}

  /** By what the list can be narrowed. */
  public List<Filter> filters() {
    return filters;
  }

  /** Whether it can be asked for what was written since a moment. */
  public boolean dated() {
    return rows.dated();
  }

  /** One record; empty also where the id is not of the kind that the hub makes. */
  public Optional<T> find(String companyId, String id) {
    Optional<Object> key = key(id);
    return key.flatMap(
        value ->
            jdbc.sql(rows.select() + " and " + rows.idColumn() + " = :id")
                .param("company", companyId)
                .param("id", value)
                .query(mapper)
                .optional());
  }

  /**
   * A page of the list.
   *
   * @throws org.dunlin.store.page.WrongCursor when the place is not one of this list
   */
  public Page<T> page(Asked asked) {
    int most = Math.min(asked.most(), mostAPage);
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder sql = new StringBuilder(rows.select());
    asked
        .filters()
        .forEach(
            (filter, value) -> {
              sql.append(" and ").append(filter.sql(value));
              parameters.put(filter.name(), column(value));
            });
    Instant since = asked.updatedSince();
    boolean byUpdate = since != null;
    sql.append(since == null ? made(asked, parameters) : updated(asked, since, parameters));
    List<Placed<T>> found =
        jdbc.sql(sql.append(" limit :most").toString())
            .param("company", asked.companyId())
            .param("most", most + 1)
            .params(parameters)
            .query(this::placed)
            .list();
    return Page.of(found, most, row -> byUpdate ? row.byUpdate() : row.byId()).map(Placed::item);
  }

  private String made(Asked asked, Map<String, Object> parameters) {
    String order = " order by " + rows.idColumn();
    if (asked.after() == null) {
      return order;
    }
    parameters.put("after", after(asked.after(), 0));
    return " and " + rows.idColumn() + " > :after" + order;
  }

  private String updated(Asked asked, Instant since, Map<String, Object> parameters) {
    Cursor after = asked.after();
    parameters.put("since", Ids.at(after == null ? since : after.instant(0)));
    parameters.put("settled", settled());
    String place = rows.table() + ".updated_at";
    String order = " order by %s, %s".formatted(place, rows.idColumn());
    String within = " and %s >= :since and %s < :settled".formatted(place, place);
    if (after == null) {
      return within + order;
    }
    parameters.put("after", after(after, 1));
    return within + " and (%s, %s) > (:since, :after)".formatted(place, rows.idColumn()) + order;
  }

  /**
   * Until when nothing is missing: a row bears the moment of its writing and is seen at the end of
   * its transaction, so that a younger row may be seen before it.
   */
  private OffsetDateTime settled() {
    return jdbc.sql(
            """
            select least(clock_timestamp(), min(xact_start)) from pg_stat_activity
             where datname = current_database() and backend_xid is not null
            """)
        .query(OffsetDateTime.class)
        .single();
  }

  private Placed<T> placed(ResultSet row, int number) throws SQLException {
    String id = row.getString("listed_id");
    Cursor byId = Cursor.at(id);
    Cursor byUpdate =
        rows.dated()
            ? Cursor.at(row.getObject("listed_at", OffsetDateTime.class).toInstant(), id)
            : byId;
    return new Placed<>(mapper.mapRow(row, number), byId, byUpdate);
  }

  private Object after(Cursor cursor, int index) {
    return rows.textual() ? cursor.string(index) : cursor.id(index);
  }

  private Optional<Object> key(String id) {
    if (rows.textual()) {
      return Optional.of(id);
    }
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Object column(Object value) {
    return value instanceof Instant instant ? Ids.at(instant) : value;
  }
}
