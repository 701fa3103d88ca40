package org.dunlin.store.view;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.outbox.EffectKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was refused for good and may be sent again, since its receiver knows it by its key or can be
 * asked for it; no message is among it.
 */
public final class RefusedEffects {
  private static final String FROM =
      " from effect where company_id = :company and state = 'FAILED' and delivery_kind <> 'BLIND'"
          + " and (payload is not null or sealed is not null)";

  private final JdbcClient jdbc;

  RefusedEffects(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Which are asked for.
   *
   * @param connectionId only those that leave by it; absent: by any
   * @param kind only those of this kind; absent: of any
   */
  public record Wanted(@Nullable String connectionId, @Nullable EffectKind kind) {
    /** All of them. */
    public static final Wanted ALL = new Wanted(null, null);

    private Conditions conditions(String companyId, int most) {
      Conditions conditions = new Conditions(companyId, most);
      if (connectionId != null) {
        conditions.and("connection_id = :connection", "connection", connectionId);
      }
      if (kind != null) {
        conditions.and("kind = :kind", "kind", kind.name());
      }
      return conditions;
    }
  }

  /** Entries of one kind that were refused on one road. */
  public record Alike(String connectionId, EffectKind kind, int effects) {}

  /** How many there are, as far as they are no more than so many. */
  public int count(String companyId, Wanted wanted, int most) {
    Conditions conditions = wanted.conditions(companyId, most);
    return jdbc.sql(
            "select count(*) from (select" + FROM + conditions.text() + " limit :most) counted")
        .params(conditions.values())
        .query(Integer.class)
        .single();
  }

  /**
   * Those that come next, the oldest first.
   *
   * @param upTo none that was decided after this one
   * @param behind none that was decided before it; absent: from the first
   */
  public List<UUID> next(
      String companyId, Wanted wanted, UUID upTo, @Nullable UUID behind, int most) {
    Conditions conditions =
        wanted.conditions(companyId, most).and("effect_id <= :upTo", "upTo", upTo);
    if (behind != null) {
      conditions.and("effect_id > :behind", "behind", behind);
    }
    return jdbc.sql(
            "select effect_id" + FROM + conditions.text() + " order by effect_id limit :most")
        .params(conditions.values())
        .query(UUID.class)
        .list();
  }

  /** What was refused alike, the most first. */
  public List<Alike> alike(String companyId, int most) {
    return jdbc.sql(
            "select connection_id, kind, count(*) as effects from (select connection_id, kind"
                + FROM
                + " order by effect_id desc limit "
                + Deliveries.MOST_ALIKE
                + ") e group by connection_id, kind"
                + " order by effects desc, connection_id, kind limit :most")
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) ->
                new Alike(
                    row.getString("connection_id"),
                    EffectKind.valueOf(row.getString("kind")),
                    row.getInt("effects")))
        .list();
  }
}
