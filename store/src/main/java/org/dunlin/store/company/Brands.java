package org.dunlin.store.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.core.brand.Color;
import org.dunlin.core.brand.Logo;
import org.dunlin.store.Digests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Colours and logos of the companies. */
public final class Brands {
  private final JdbcClient jdbc;

  /** The brands of this database. */
  public Brands(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Sets the colour and leaves the logo as it is. */
  public void putColor(String companyId, @Nullable Color color) {
    jdbc.sql(
            """
            insert into company_brand (company_id, color) values (:company, :color)
            on conflict (company_id) do update set color = excluded.color
            """)
        .param("company", companyId)
        .param("color", color == null ? null : color.hex())
        .update();
  }

  /**
   * Sets the logo and leaves the colour as it is; null: none. A logo that messages name stays
   * readable.
   */
  public void putLogo(String companyId, @Nullable Logo logo) {
    jdbc.sql(
            """
            insert into company_brand (company_id, logo_id) values (:company, cast(:logo as text))
            on conflict (company_id) do update set logo_id = excluded.logo_id
            """)
        .param("company", companyId)
        .param("logo", logo == null ? null : keep(companyId, logo))
        .update();
  }

  /** The id by which a logo is kept: the SHA-256 of its content, in hexadecimal digits. */
  public static String id(Logo logo) {
    return HexFormat.of().formatHex(Digests.sha256().digest(logo.content()));
  }

  /** How a company looks. */
  public Brand of(String companyId) {
    return jdbc.sql(
            """
            select b.color, l.logo_id, l.media_type
              from company_brand b left join company_logo l using (company_id, logo_id)
             where b.company_id = :company
            """)
        .param("company", companyId)
        .query((row, number) -> brand(row))
        .optional()
        .orElse(Brand.PLAIN);
  }

  /** The bytes of a logo that the company has or had. */
  public Optional<byte[]> logo(String companyId, String logoId) {
    return jdbc.sql(
            "select content from company_logo where company_id = :company and logo_id = :logo")
        .param("company", companyId)
        .param("logo", logoId)
        .query(byte[].class)
        .optional();
  }

  private String keep(String companyId, Logo logo) {
    String id = id(logo);
    jdbc.sql(
            "insert into company_logo values (:company, :logo, :type, :content)"
                + " on conflict do nothing")
        .param("company", companyId)
        .param("logo", id)
        .param("type", logo.mediaType())
        .param("content", logo.content())
        .update();
    return id;
  }

  private static Brand brand(ResultSet row) throws SQLException {
    String color = row.getString("color");
    String logo = row.getString("logo_id");
    return new Brand(
        Optional.ofNullable(color).map(Color::new),
        logo == null ? null : new Brand.LogoKey(logo, row.getString("media_type")));
  }
}
