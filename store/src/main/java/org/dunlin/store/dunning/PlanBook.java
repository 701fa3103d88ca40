package org.dunlin.store.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dunning plans of companies: each as it was written, version by version, and those in force.
 */
public final class PlanBook {
  private static final RowMapper<Version> VERSION =
      (row, number) ->
          new Version(
              row.getString("plan_id"),
              row.getInt("version"),
              row.getString("yaml"),
              row.getString("made_by"),
              row.getObject("made_on", LocalDate.class),
              row.getObject("made_at", OffsetDateTime.class).toInstant());

  private final JdbcClient jdbc;

  /** The plans of this database. */
  public PlanBook(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A plan as somebody saved it.
   *
   * @param version from 1
   * @param on the business date
   */
  public record Version(
      String planId, int version, String yaml, String by, LocalDate on, Instant at) {}

  /**
   * A plan that a company is dunned by.
   *
   * @param shadow whether it decides and sends nothing
   */
  public record InForce(String planId, int version, String yaml, boolean shadow) {}

  /**
   * A plan that customers or invoices name themselves.
   *
   * @param customers how many customers name it, or have an open invoice that does
   */
  public record Named(String planId, int customers) {}

  /** The plans in force, in their order; none where the company has never chosen. */
  public List<InForce> inForce(String companyId) {
    return jdbc.sql(
            """
            select f.plan_id, f.version, v.yaml, f.shadow
              from plan_in_force f join plan_version v using (company_id, plan_id, version)
             where f.company_id = :company order by f.place
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new InForce(
                    row.getString("plan_id"),
                    row.getInt("version"),
                    row.getString("yaml"),
                    row.getBoolean("shadow")))
        .list();
  }

  /** Puts these in force, in this order, and no other. */
  public void putInForce(String companyId, List<InForce> plans) {
    jdbc.sql("delete from plan_in_force where company_id = :company")
        .param("company", companyId)
        .update();
    for (int place = 0; place < plans.size(); place++) {
      InForce plan = plans.get(place);
      jdbc.sql("insert into plan_in_force values (:company, :plan, :version, :place, :shadow)")
          .param("company", companyId)
          .param("plan", plan.planId())
          .param("version", plan.version())
          .param("place", place)
          .param("shadow", plan.shadow())
          .update();
    }
  }

  /** Adds a version after the newest; the caller has locked the company. Its number. */
  public int add(String companyId, String planId, String yaml, String by, LocalDate on) {
    return jdbc.sql(
            """
            insert into plan_version (company_id, plan_id, version, yaml, made_by, made_on)
            select :company, :plan, coalesce(max(version), 0) + 1, :yaml, :by, :on
              from plan_version where company_id = :company and plan_id = :plan
            returning version
            """)
        .param("company", companyId)
        .param("plan", planId)
        .param("yaml", yaml)
        .param("by", by)
        .param("on", on)
        .query(Integer.class)
        .single();
  }

  /** The newest version of each plan of a company, by their ids. */
  public List<Version> newest(String companyId) {
    return jdbc.sql(
            """
            select distinct on (plan_id) * from plan_version where company_id = :company
             order by plan_id, version desc
            """)
        .param("company", companyId)
        .query(VERSION)
        .list();
  }

  /** The versions of a plan, the newest first. */
  public List<Version> versions(String companyId, String planId) {
    return jdbc.sql(
            """
            select * from plan_version where company_id = :company and plan_id = :plan
             order by version desc
            """)
        .param("company", companyId)
        .param("plan", planId)
        .query(VERSION)
        .list();
  }

  /** The newest version of a plan. */
  public Optional<Version> newest(String companyId, String planId) {
    return jdbc.sql(
            """
            select * from plan_version where company_id = :company and plan_id = :plan
             order by version desc limit 1
            """)
        .param("company", companyId)
        .param("plan", planId)
        .query(VERSION)
        .optional();
  }

  /** The plans that customers, or open invoices, name themselves, by their names. */
  public List<Named> named(String companyId) {
    return jdbc.sql(
            """
            select plan, count(distinct customer_id) as customers
              from (select record ->> 'plan' as plan, customer_id from customer
                     where company_id = :company and record ->> 'plan' is not null
                    union all
                    select record ->> 'plan', customer_id from invoice
                     where company_id = :company and status = 'OPEN'
                       and record ->> 'plan' is not null) named
             group by plan order by plan
            """)
        .param("company", companyId)
        .query((row, number) -> new Named(row.getString("plan"), row.getInt("customers")))
        .list();
  }
}
