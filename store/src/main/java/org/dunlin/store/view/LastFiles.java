package org.dunlin.store.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file that came last on each road. */
public final class LastFiles {
  private final JdbcClient jdbc;

  LastFiles(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A file as it came. */
  public record LastFile(UUID deliveryId, String name, Instant receivedAt) {}

  /** The last file of each connection of a company; what a program was asked for is no file. */
  public Map<String, LastFile> of(String companyId) {
    Map<String, LastFile> last = new HashMap<>();
    jdbc.sql(
            """
            select c.connection_id, d.delivery_id, d.name, d.received_at
              from connection c
             cross join lateral (
                   select delivery_id, name, received_at from delivery
                    where company_id = c.company_id and connection_id = c.connection_id
                      and stream is null
                    order by delivery_id desc limit 1) d
             where c.company_id = :company
            """)
        .param("company", companyId)
        .query(
            row -> {
              last.put(
                  row.getString("connection_id"),
                  new LastFile(
                      row.getObject("delivery_id", UUID.class),
                      row.getString("name"),
                      row.getObject("received_at", OffsetDateTime.class).toInstant()));
            });
    return last;
  }
}
