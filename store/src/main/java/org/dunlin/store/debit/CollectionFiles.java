package org.dunlin.store.debit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.debit.CollectionFile.State;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of direct debits. */
public final class CollectionFiles {
  private final JdbcClient jdbc;

  /** The files of this database. */
  public CollectionFiles(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds one that waits for a person. */
  public void add(String companyId, UUID id, String connectionId, String head, LocalDate on) {
    jdbc.sql(
            """
            insert into collection (company_id, collection_id, connection_id, state, head, made_on)
            values (:company, :id, :connection, 'WAITING', cast(:head as jsonb), :on)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("connection", connectionId)
        .param("head", head)
        .param("on", on)
        .update();
  }

  /** Decides one that waits; false where somebody did before. */
  public boolean decide(String companyId, UUID id, State to, String head, String by, LocalDate on) {
    return jdbc.sql(
                """
                update collection set state = :to, head = cast(:head as jsonb), decided_by = :by,
                       decided_on = :on
                 where company_id = :company and collection_id = :id and state = 'WAITING'
                """)
            .param("to", to.name())
            .param("head", head)
            .param("by", by)
            .param("on", on)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** Notes what the bank said of it as a whole. */
  public void answered(String companyId, UUID id, String status, @Nullable String reason) {
    jdbc.sql(
            """
            update collection set answer = :status, answer_reason = :reason
             where company_id = :company and collection_id = :id
            """)
        .param("status", status)
        .param("reason", reason, Types.VARCHAR)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** One. */
  public Optional<CollectionFile> find(String companyId, UUID id) {
    return select("c.collection_id = :id", companyId, Map.of("id", id), 1).stream().findFirst();
  }

  /** All, the latest first. */
  public List<CollectionFile> of(String companyId, int most) {
    return select("true", companyId, Map.of(), most);
  }

  /** Those that wait for a person. */
  public List<CollectionFile> waiting(String companyId) {
    return select("c.state = 'WAITING'", companyId, Map.of(), Integer.MAX_VALUE);
  }

  private List<CollectionFile> select(
      String where, String companyId, Map<String, ?> values, int most) {
    return jdbc.sql(
            """
            select c.*, e.state as effect_state from collection c
              left join effect e on e.company_id = c.company_id and e.effect_id = c.collection_id
             where c.company_id = :company and %s order by c.collection_id desc limit :most
            """
                .formatted(where))
        .param("company", companyId)
        .params(values)
        .param("most", most)
        .query(CollectionFiles::row)
        .list();
  }

  private static CollectionFile row(ResultSet row, int number) throws SQLException {
    String effect = row.getString("effect_state");
    return new CollectionFile(
        row.getObject("collection_id", UUID.class),
        row.getString("connection_id"),
        State.valueOf(row.getString("state")),
        row.getString("head"),
        row.getString("decided_by"),
        row.getObject("decided_on", LocalDate.class),
        effect == null ? null : EffectState.valueOf(effect),
        row.getString("answer"),
        row.getString("answer_reason"),
        row.getObject("made_on", LocalDate.class));
  }
}
