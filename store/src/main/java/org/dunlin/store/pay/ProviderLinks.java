package org.dunlin.store.pay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payment links of providers' own, for hubs that payers do not reach. Each is kept as an attempt to
 * pay, which is open until it is paid or called off.
 */
public final class ProviderLinks {
  /** After so many tries without an answer messages go without it. */
  private static final int PATIENCE = 5;

  private static final String NOT_MADE =
      " from checkout c where c.own_link and c.state = 'OPEN' and c.provider_id is null"
          + " and c.begin_tries < 30 and (c.begin_tried_at is null or c.begin_tried_at < now()"
          + " - least(interval '2 minutes' * c.begin_tries, interval '1 hour'))";

  private static final String WANTED =
      """
       from payment_link l
       where l.state = 'OPEN' and l.provider_connection is null
         and not exists (select from checkout c
                          where c.company_id = l.company_id and c.link_id = l.link_id and c.own_link
                            and (c.state = 'OPEN' and c.provider_id is null
                                 or c.state = 'FAILED' and c.moved_at > now() - interval '1 day'))
      """;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public ProviderLinks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A link that the provider is to be asked for, as an attempt.
   *
   * @param hopeless whether nobody waits for it any more
   */
  public record Due(String companyId, UUID checkoutId, boolean hopeless) {}

  /** A link of the hub's that is to have one at a provider. */
  public record Wanted(String companyId, UUID linkId) {}

  /** The companies with something to be made. */
  public List<String> companies() {
    return jdbc.sql("select c.company_id" + NOT_MADE + " union select l.company_id" + WANTED)
        .query(String.class)
        .list();
  }

  /** Notes that an attempt is a link of the provider's own. */
  public void own(String companyId, UUID checkoutId) {
    jdbc.sql(
            "update checkout set own_link = true"
                + " where company_id = :company and checkout_id = :id")
        .param("company", companyId)
        .param("id", checkoutId)
        .update();
  }

  /** Whether an attempt is a link of the provider's own. */
  public boolean isOwn(String companyId, UUID checkoutId) {
    return jdbc.sql(
            "select own_link from checkout where company_id = :company and checkout_id = :id")
        .param("company", companyId)
        .param("id", checkoutId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** The attempt that is a link of a provider's own, by the provider's id of it. */
  public Optional<UUID> named(String companyId, String connectionId, String providerId) {
    return jdbc.sql(
            """
            select checkout_id from checkout
             where company_id = :company and connection_id = :connection and provider_id = :provider
               and own_link
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("provider", providerId)
        .query(UUID.class)
        .optional();
  }

  /** Takes one up that was not made yet; its tries lie further and further apart. */
  public Optional<Due> take(Collection<String> companies) {
    return jdbc.sql(
            """
            update checkout set begin_tries = begin_tries + 1, begin_tried_at = clock_timestamp()
             where (company_id, checkout_id) = (
                   select c.company_id, c.checkout_id %s and c.company_id = any(:companies)
                    order by c.begin_tries limit 1 for update of c skip locked)
            returning company_id, checkout_id, begin_tries = :patience as hopeless
            """
                .formatted(NOT_MADE))
        .param("companies", companies.toArray(String[]::new))
        .param("patience", PATIENCE)
        .query(
            (row, number) ->
                new Due(
                    row.getString("company_id"),
                    row.getObject("checkout_id", UUID.class),
                    row.getBoolean("hopeless")))
        .optional();
  }

  /** One that is to have a link at a provider, held until the transaction ends. */
  public Optional<Wanted> wanted(Collection<String> companies) {
    return jdbc.sql(
            "select l.company_id, l.link_id"
                + WANTED
                + " and l.company_id = any(:companies)"
                + " order by l.link_id limit 1 for no key update of l skip locked")
        .param("companies", companies.toArray(String[]::new))
        .query(
            (row, number) ->
                new Wanted(row.getString("company_id"), row.getObject("link_id", UUID.class)))
        .optional();
  }

  /** Whether a link is about to have one at its provider, so that it is worth to wait for it. */
  public boolean isOnItsWay(String companyId, UUID linkId) {
    return jdbc.sql(
            """
            select not exists (select from checkout c
                                where c.company_id = :company and c.link_id = :link and c.own_link
                                  and (c.state = 'OPEN' and c.provider_id is null
                                       and c.begin_tries >= :patience
                                       or c.state = 'FAILED' and c.moved_at > now() - interval '1 day'))
            """)
        .param("company", companyId)
        .param("link", linkId)
        .param("patience", PATIENCE)
        .query(Boolean.class)
        .single();
  }

  /** Notes that a link leads to this one at the provider no more. */
  public void forget(String companyId, UUID linkId, String providerId) {
    jdbc.sql(
            """
            update payment_link
               set provider_connection = null, provider_link = null, provider_url = null,
                   generation = generation + 1
             where company_id = :company and link_id = :link and provider_link = :provider
            """)
        .param("company", companyId)
        .param("link", linkId)
        .param("provider", providerId)
        .update();
  }
}
