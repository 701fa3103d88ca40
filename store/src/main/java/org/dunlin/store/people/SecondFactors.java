package org.dunlin.store.people;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.FactorKeys;
import org.dunlin.store.secret.KeyRing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people's apps share with the hub, sealed: of each person one that holds, and one that was
 * begun and not confirmed.
 */
public final class SecondFactors {
  private final JdbcClient jdbc;
  private final FactorKeys keys;

  SecondFactors(DataSource pool, KeyRing ring) {
    jdbc = JdbcClient.create(pool);
    keys = new FactorKeys(ring);
  }

  /**
   * A factor.
   *
   * @param lastStep the last step of which a code was accepted; -1 for one that was only begun
   */
  public record Factor(UUID id, byte[] secret, long lastStep) {
    @Override
    public String toString() {
      return "Factor[" + id + "]"; // never the secret
    }
  }

  /** Whether somebody has one that holds. */
  public boolean has(String name) {
    return jdbc.sql(
            """
            select exists (select 1 from hub_second_factor
                            where name = :name and (last_step is null) = false)
            """)
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  /** The one that holds. */
  public Optional<Factor> find(String name) {
    return find(name, false);
  }

  /** The one that was begun. */
  public Optional<Factor> begun(String name) {
    return find(name, true);
  }

  private Optional<Factor> find(String name, boolean begun) {
    return jdbc.sql(
            """
            select * from hub_second_factor
             where name = :name and (last_step is null) = :begun
            """)
        .param("name", name)
        .param("begun", begun)
        .query(
            (row, number) -> {
              UUID id = row.getObject("factor_id", UUID.class);
              byte[] secret = keys.open(id, row.getBytes("wrapped"), row.getBytes("sealed"));
              return new Factor(id, secret, begun ? -1 : row.getLong("last_step"));
            })
        .optional();
  }

  /**
   * Begins one; nothing happens where one was begun within this time. An older one is forgotten:
   * whoever saw it long ago would know the codes of whoever confirms it now.
   */
  public void begin(String name, byte[] secret, Duration within) {
    jdbc.sql(
            """
            delete from hub_second_factor
             where name = :name and (last_step is null) = true
               and made_at < now() - make_interval(secs => :within)
            """)
        .param("name", name)
        .param("within", within.toSeconds())
        .update();
    UUID id = Ids.next();
    FactorKeys.Sealed sealed = keys.seal(id, secret);
    jdbc.sql(
            """
            insert into hub_second_factor (factor_id, name, master_key, wrapped, sealed)
            values (:id, :name, :master, :wrapped, :sealed) on conflict do nothing
            """)
        .param("id", id)
        .param("name", name)
        .param("master", sealed.master())
        .param("wrapped", sealed.wrapped())
        .param("sealed", sealed.content())
        .update();
  }

  /**
   * A code of this step of a factor was said; false when that or a later one was accepted meanwhile
   * (of two that come at one moment, one is), or the factor is gone. One that was begun holds then.
   */
  public boolean accept(UUID factorId, long step) {
    return jdbc.sql(
                """
                update hub_second_factor set last_step = :step
                 where factor_id = :id and (last_step is null or last_step < :step)
                """)
            .param("id", factorId)
            .param("step", step)
            .update()
        == 1;
  }

  /** Forgets the one that holds; false where there is none. */
  public boolean remove(String name) {
    return remove(name, false);
  }

  /** Forgets the one that was begun. */
  public void removeBegun(String name) {
    remove(name, true);
  }

  private boolean remove(String name, boolean begun) {
    return jdbc.sql(
                """
                delete from hub_second_factor where name = :name and (last_step is null) = :begun
                """)
            .param("name", name)
            .param("begun", begun)
            .update()
        == 1;
  }
}
