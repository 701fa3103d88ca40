package org.dunlin.store.program;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By which subscriptions programs send notices. */
public final class Subscriptions {
  private final JdbcClient jdbc;

  /** The subscriptions of this database. */
  public Subscriptions(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A subscription.
   *
   * @param subject what it is for; empty where one is for all
   * @param id by which the program knows it; absent where it did not come about
   * @param due whether it is to be renewed, or tried again
   * @param failure why it did not come about, as a sentence
   */
  public record Subscription(
      String subject, @Nullable String id, boolean due, @Nullable String failure) {}

  /** The subscriptions of a connection. */
  public List<Subscription> of(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select *, coalesce(renew_at <= now(), false) as due from hook_subscription
             where company_id = :company and connection_id = :connection order by subject
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query(
            (row, number) ->
                new Subscription(
                    row.getString("subject"),
                    row.getString("subscription_id"),
                    row.getBoolean("due"),
                    row.getString("failure")))
        .list();
  }

  /**
   * Notes what came of asking for a subscription.
   *
   * @param renewAfter absent where it lasts
   */
  public void put(
      String companyId,
      String connectionId,
      String subject,
      @Nullable String id,
      @Nullable Duration renewAfter,
      @Nullable String failure) {
    jdbc.sql(
            """
            insert into hook_subscription
              (company_id, connection_id, subject, subscription_id, renew_at, failure)
            values (:company, :connection, :subject, :id,
                    now() + make_interval(secs => cast(:seconds as double precision)), :failure)
            on conflict (company_id, connection_id, subject) do update
               set subscription_id = coalesce(excluded.subscription_id, hook_subscription.subscription_id),
                   renew_at = excluded.renew_at, failure = excluded.failure
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("subject", subject)
        .param("id", id, Types.VARCHAR)
        .param("seconds", renewAfter == null ? null : Instants.seconds(renewAfter), Types.DOUBLE)
        .param("failure", failure, Types.VARCHAR)
        .update();
  }
}
