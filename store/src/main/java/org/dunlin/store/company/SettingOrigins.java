package org.dunlin.store.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who said the settings of the companies; a setting of which nothing is here has its default. */
public final class SettingOrigins {
  private final JdbcClient jdbc;

  /** The origins of this database. */
  public SettingOrigins(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** All that is known of a company's settings, by their names. */
  public Map<String, SettingOrigin> of(String companyId) {
    Map<String, SettingOrigin> origins = new LinkedHashMap<>();
    jdbc.sql("select * from setting_origin where company_id = :company order by setting")
        .param("company", companyId)
        .query(
            row -> {
              origins.put(row.getString("setting"), origin(row));
            });
    return origins;
  }

  /** Notes that somebody says a setting now; what the file said of it last stays known. */
  public void put(String companyId, String setting, SettingOrigin.Kind kind, String by) {
    put(companyId, setting, kind, by, null, null);
  }

  /** Notes that the settings file says a setting, and where. */
  public void putOfFile(
      String companyId, String setting, String by, String place, @Nullable String said) {
    put(companyId, setting, SettingOrigin.Kind.FILE, by, place, said);
  }

  private void put(
      String companyId,
      String setting,
      SettingOrigin.Kind kind,
      String by,
      @Nullable String place,
      @Nullable String said) {
    jdbc.sql(
            """
            insert into setting_origin as o (company_id, setting, origin, place, said, set_by, set_at)
            values (:company, :setting, :origin, :place, :said, :by, clock_timestamp())
            on conflict (company_id, setting) do update
               set origin = excluded.origin, place = excluded.place,
                   said = coalesce(excluded.said, o.said),
                   set_by = excluded.set_by, set_at = excluded.set_at
            """)
        .param("company", companyId)
        .param("setting", setting)
        .param("origin", kind.name())
        .param("place", place)
        .param("said", said)
        .param("by", by)
        .update();
  }

  /** Notes that the same stands at another place of the file. */
  public void move(String companyId, String setting, String place) {
    jdbc.sql(
            "update setting_origin set place = :place"
                + " where company_id = :company and setting = :setting")
        .param("place", place)
        .param("company", companyId)
        .param("setting", setting)
        .update();
  }

  /** Notes that the file does not say the setting any more; where it stood stays known. */
  public void leaveFile(String companyId, String setting) {
    jdbc.sql(
            """
            update setting_origin
               set origin = case origin when 'FILE' then 'FORMER_FILE' else origin end,
                   set_at = case origin when 'FILE' then clock_timestamp() else set_at end,
                   said = null
             where company_id = :company and setting = :setting
            """)
        .param("company", companyId)
        .param("setting", setting)
        .update();
  }

  /** Forgets a setting that is there no more. */
  public void remove(String companyId, String setting) {
    jdbc.sql("delete from setting_origin where company_id = :company and setting = :setting")
        .param("company", companyId)
        .param("setting", setting)
        .update();
  }

  private static SettingOrigin origin(ResultSet row) throws SQLException {
    return new SettingOrigin(
        SettingOrigin.Kind.valueOf(row.getString("origin")),
        row.getString("place"),
        row.getString("said"),
        row.getString("set_by"),
        row.getObject("set_at", OffsetDateTime.class).toInstant());
  }
}
