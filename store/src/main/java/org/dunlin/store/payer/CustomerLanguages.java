package org.dunlin.store.payer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In which language customers asked to be written to. */
public final class CustomerLanguages {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public CustomerLanguages(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The choices of all customers of a company: ISO 639-1 codes by the customers' ids. */
  public Map<UUID, String> of(String companyId) {
    Map<UUID, String> chosen = new HashMap<>();
    jdbc.sql("select customer_id, language from customer_language where company_id = :company")
        .param("company", companyId)
        .query(
            row -> {
              chosen.put(row.getObject("customer_id", UUID.class), row.getString("language"));
            });
    return chosen;
  }

  /** The choice of one customer: an ISO 639-1 code. */
  public Optional<String> of(String companyId, UUID customerId) {
    return jdbc.sql(
            "select language from customer_language"
                + " where company_id = :company and customer_id = :customer")
        .param("company", companyId)
        .param("customer", customerId)
        .query(String.class)
        .optional();
  }

  /** Notes a choice. */
  public void choose(String companyId, UUID customerId, String language) {
    jdbc.sql(
            """
            insert into customer_language (company_id, customer_id, language)
            values (:company, :customer, :language)
            on conflict (company_id, customer_id) do update
               set language = excluded.language, chosen_at = clock_timestamp()
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .param("language", language)
        .update();
  }
}
