package org.dunlin.store.event;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each program knows to be so, by subjects that begin with a word and a bar. */
public final class KnownStates {
  private static final String OF =
      " where company_id = :company and endpoint_id = :endpoint and subject ";

  private final JdbcClient jdbc;

  KnownStates(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Notes that something is so; false where that was known. */
  public boolean nowSo(EventEndpoint endpoint, String subject) {
    return nowSo(endpoint, Set.of(subject)) == 1;
  }

  /** Notes that all of this is so; of how much it was not known. */
  public int nowSo(EventEndpoint endpoint, Collection<String> subjects) {
    return jdbc.sql(
            "insert into event_known select :company, :endpoint, unnest(:subjects)"
                + " on conflict do nothing")
        .param("company", endpoint.companyId())
        .param("endpoint", endpoint.id())
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }

  /** Notes that something is not so any more; false where that was known. */
  public boolean noMore(EventEndpoint endpoint, String subject) {
    return noMore(endpoint, Set.of(subject)) == 1;
  }

  /** Notes that nothing of this is so any more; of how much it was known. */
  public int noMore(EventEndpoint endpoint, Collection<String> subjects) {
    return jdbc.sql("delete from event_known" + OF + "= any(:subjects)")
        .param("company", endpoint.companyId())
        .param("endpoint", endpoint.id())
        .param("subjects", subjects.toArray(String[]::new))
        .update();
  }

  /** What is known to be so of subjects that begin with a word and a bar. */
  public Set<String> known(EventEndpoint endpoint, String word) {
    return new HashSet<>(
        jdbc.sql(
                "select subject from event_known"
                    + OF
                    + ">= :word || '|' and subject < :word || '}'")
            .param("company", endpoint.companyId())
            .param("endpoint", endpoint.id())
            .param("word", word)
            .query(String.class)
            .list());
  }

  /** Forgets, of what begins with these words, what is known since before a moment; how much. */
  public int forget(Collection<String> words, Instant moment, int most) {
    return jdbc.sql(
            """
            delete from event_known where (company_id, endpoint_id, subject) in (
              select company_id, endpoint_id, subject from event_known
               where known_at < :moment and split_part(subject, '|', 1) = any(:words)
               limit :most)
            """)
        .param("moment", Ids.at(moment))
        .param("words", words.toArray(String[]::new))
        .param("most", most)
        .update();
  }
}
