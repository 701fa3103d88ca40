package org.dunlin.store.company;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What persons say that they have seen to before a company goes a step further. */
public final class RollOutTicks {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public RollOutTicks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Who said so, and on which business date. */
  public record Tick(String by, LocalDate on) {}

  /** What was seen to, by its point. */
  public Map<String, Tick> of(String companyId) {
    Map<String, Tick> ticks = new HashMap<>();
    jdbc.sql("select point, ticked_by, ticked_on from roll_out_tick where company_id = :company")
        .param("company", companyId)
        .query(
            row -> {
              ticks.put(
                  row.getString("point"),
                  new Tick(
                      row.getString("ticked_by"), row.getObject("ticked_on", LocalDate.class)));
            });
    return ticks;
  }

  /** Notes that a person saw to it; false where it stands there already. */
  public boolean tick(String companyId, String point, Tick tick) {
    return jdbc.sql(
                """
                insert into roll_out_tick (company_id, point, ticked_by, ticked_on)
                values (:company, :point, :by, :on)
                on conflict (company_id, point) do nothing
                """)
            .param("company", companyId)
            .param("point", point)
            .param("by", tick.by())
            .param("on", tick.on())
            .update()
        == 1;
  }

  /** Takes it back; false where it does not stand there. */
  public boolean untick(String companyId, String point) {
    return jdbc.sql("delete from roll_out_tick where company_id = :company and point = :point")
            .param("company", companyId)
            .param("point", point)
            .update()
        == 1;
  }
}
