package org.dunlin.store.inbox;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was wrong with single records while the rest of their delivery went on. */
public final class Problems {
  private final JdbcClient jdbc;

  /** The problems of this database. */
  public Problems(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Notes a problem; its id. */
  public UUID add(String companyId, UUID deliveryId, Problem problem) {
    UUID id = Ids.next();
    jdbc.sql("insert into problem values (:company, :id, :delivery, :position, :code, :message)")
        .param("company", companyId)
        .param("id", id)
        .param("delivery", deliveryId)
        .param("position", problem.position())
        .param("code", problem.code())
        .param("message", problem.message())
        .update();
    return id;
  }

  /** Forgets what an earlier translation refused; the next one says it anew. */
  public void clear(String companyId, UUID deliveryId) {
    jdbc.sql("delete from problem where company_id = :company and delivery_id = :delivery")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .update();
  }

  /** What was refused of a delivery, in its order. */
  public List<Problem> of(String companyId, UUID deliveryId, String source) {
    return of(companyId, deliveryId, source, Integer.MAX_VALUE);
  }

  /** The first of what was refused of a delivery, in its order. */
  public List<Problem> of(String companyId, UUID deliveryId, String source, int most) {
    return jdbc.sql(
            "select position, code, message from problem"
                + " where company_id = :company and delivery_id = :delivery"
                + " order by problem_id limit :most")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .param("most", most)
        .query(
            (row, number) ->
                new Problem(
                    source,
                    row.getString("position"),
                    row.getString("code"),
                    row.getString("message")))
        .list();
  }

  /** How much was refused of a delivery. */
  public int count(String companyId, UUID deliveryId) {
    return jdbc.sql(
            "select count(*) from problem where company_id = :company and delivery_id = :delivery")
        .param("company", companyId)
        .param("delivery", deliveryId)
        .query(Integer.class)
        .single();
  }

  /** Whether something of a delivery was refused for this. */
  public boolean any(String companyId, UUID deliveryId, String code) {
    return jdbc.sql(
            """
            select exists (select 1 from problem
             where company_id = :company and code = :code and delivery_id = :delivery)
            """)
        .param("company", companyId)
        .param("code", code)
        .param("delivery", deliveryId)
        .query(Boolean.class)
        .single();
  }
}
