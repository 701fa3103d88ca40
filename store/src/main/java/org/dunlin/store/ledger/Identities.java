package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether records of two connections are of one invoice, or one customer: what is asked, and what
 * people said. A pair is kept by the ids of its sources, so that it holds whatever becomes of the
 * ledger's.
 */
public final class Identities {
  private final JdbcClient jdbc;

  /** The identities of this database. */
  public Identities(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is in question. */
  public enum Kind {
    INVOICE,
    CUSTOMER
  }

  /** How a question stands. */
  public enum State {
    OPEN,
    SAME,
    DIFFERENT
  }

  /** A record as a connection knows it. */
  public record Named(String connectionId, String sourceId) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      int byConnection = connectionId.compareTo(other.connectionId);
      return byConnection != 0 ? byConnection : sourceId.compareTo(other.sourceId);
    }
  }

  /** Two records in their order. */
  public record Pair(Kind kind, Named one, Named other) {
    /** The pair, whichever is named first. */
    public static Pair of(Kind kind, Named one, Named other) {
      return one.compareTo(other) < 0 ? new Pair(kind, one, other) : new Pair(kind, other, one);
    }
  }

  /** A question, or the answer to it. */
  public record Question(UUID id, Pair pair, State state, String reason) {}

  /** Lets a question wait, so that it is no task before this business date; false if answered. */
  public boolean putOff(String companyId, UUID questionId, LocalDate until) {
    return jdbc.sql(
                "update identity_question set put_off_until = :until"
                    + " where company_id = :company and question_id = :id and state = 'OPEN'")
            .param("until", until)
            .param("company", companyId)
            .param("id", questionId)
            .update()
        == 1;
  }

  /** Takes back what a person said, so that it is asked again unless a rule knows. */
  public void reopen(String companyId, UUID questionId) {
    jdbc.sql(
            "update identity_question set state = 'OPEN', decided_by = null, decided_at = null,"
                + " put_off_until = null where company_id = :company and question_id = :id")
        .param("company", companyId)
        .param("id", questionId)
        .update();
  }

  /** Asks, unless it was asked before; true when nobody had. */
  public boolean ask(String companyId, Pair pair, String reason) {
    return insert(companyId, pair, State.OPEN, reason) == 1;
  }

  /** Takes a question back that nobody has answered. */
  public void withdraw(String companyId, Pair pair) {
    jdbc.sql("delete from identity_question where " + PAIR + " and state = 'OPEN'")
        .params(values(companyId, pair))
        .update();
  }

  /** What is known of a pair. */
  public Optional<Question> find(String companyId, Pair pair) {
    return jdbc.sql("select * from identity_question where " + PAIR)
        .params(values(companyId, pair))
        .query(Identities::row)
        .optional();
  }

  /** One question. */
  public Optional<Question> find(String companyId, UUID questionId) {
    return jdbc.sql(
            "select * from identity_question where company_id = :company and question_id = :id")
        .param("company", companyId)
        .param("id", questionId)
        .query(Identities::row)
        .optional();
  }

  /** All questions that nobody has answered, oldest first. */
  public List<Question> open(String companyId) {
    return jdbc.sql(
            "select * from identity_question where company_id = :company and state = 'OPEN'"
                + " order by question_id")
        .param("company", companyId)
        .query(Identities::row)
        .list();
  }

  /** Keeps what a person says of a pair, asked or not. */
  public void decide(String companyId, Pair pair, State state, String by) {
    insert(companyId, pair, state, "said by a person");
    jdbc.sql(
            "update identity_question set state = :state, decided_by = :by, decided_at = now() where "
                + PAIR)
        .params(values(companyId, pair))
        .param("state", state.name())
        .param("by", by)
        .update();
  }

  private static final String PAIR =
      """
      company_id = :company and kind = :kind and connection_a = :connection_a and source_a = :source_a
      and connection_b = :connection_b and source_b = :source_b
      """;

  private int insert(String companyId, Pair pair, State state, String reason) {
    return jdbc.sql(
            """
            insert into identity_question (company_id, question_id, kind, connection_a, source_a,
                                           connection_b, source_b, state, reason, asked_at)
            values (:company, :id, :kind, :connection_a, :source_a, :connection_b, :source_b, :state,
                    :reason, now())
            on conflict do nothing
            """)
        .params(values(companyId, pair))
        .param("id", Ids.next())
        .param("state", state.name())
        .param("reason", reason)
        .update();
  }

  private static Map<String, Object> values(String companyId, Pair pair) {
    return Map.of(
        "company", companyId,
        "kind", pair.kind().name(),
        "connection_a", pair.one().connectionId(),
        "source_a", pair.one().sourceId(),
        "connection_b", pair.other().connectionId(),
        "source_b", pair.other().sourceId());
  }

  private static Question row(ResultSet row, int number) throws SQLException {
    return new Question(
        row.getObject("question_id", UUID.class),
        new Pair(
            Kind.valueOf(row.getString("kind")),
            new Named(row.getString("connection_a"), row.getString("source_a")),
            new Named(row.getString("connection_b"), row.getString("source_b"))),
        State.valueOf(row.getString("state")),
        row.getString("reason"));
  }
}
