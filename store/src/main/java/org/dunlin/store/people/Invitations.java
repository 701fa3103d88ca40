package org.dunlin.store.people;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links by which people choose a password of their own; kept by their digests alone. */
public final class Invitations {
  private final JdbcClient jdbc;

  Invitations(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The one link of a person; one that they had before is worth nothing then. */
  public void put(String name, byte[] sha256, Instant expiresAt) {
    jdbc.sql(
            """
            insert into hub_invitation values (:name, :sha256, :expires)
            on conflict (name) do update
               set sha256 = excluded.sha256, expires_at = excluded.expires_at
            """)
        .param("name", name)
        .param("sha256", sha256)
        .param("expires", Ids.at(expiresAt))
        .update();
  }

  /** Whose link this is, while it is worth something. */
  public Optional<String> find(byte[] sha256, Instant now) {
    return jdbc.sql(
            """
            select name from hub_invitation join hub_user using (name)
             where sha256 = :sha256 and expires_at > :now and not switched_off
            """)
        .param("sha256", sha256)
        .param("now", Ids.at(now))
        .query(String.class)
        .optional();
  }

  /** Ends the link of a person; false where they have none. */
  public boolean end(String name) {
    return jdbc.sql("delete from hub_invitation where name = :name").param("name", name).update()
        == 1;
  }
}
