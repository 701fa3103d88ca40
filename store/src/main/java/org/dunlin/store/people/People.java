package org.dunlin.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may sign in, and with which roles. */
public final class People {
  private final JdbcClient jdbc;

  /** The people of this database. */
  public People(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether nobody can sign in yet. */
  public boolean none() {
    return jdbc.sql("select not exists (select 1 from hub_user)").query(Boolean.class).single();
  }

  /** Adds somebody, with a role in all companies or none yet; false when the name is taken. */
  public boolean add(String name, @Nullable String hash, @Nullable Role everywhere) {
    return jdbc.sql(
                """
                insert into hub_user (name, password_hash, role, created_at)
                values (:name, :hash, :role, now()) on conflict do nothing
                """)
            .param("name", name)
            .param("hash", hash)
            .param("role", everywhere == null ? null : everywhere.name())
            .update()
        == 1;
  }

  /** A person by name. */
  public Optional<Person> find(String name) {
    Map<String, Role> roles = new HashMap<>();
    jdbc.sql("select company_id, role from company_role where name = :name")
        .param("name", name)
        .query(
            row -> {
              roles.put(row.getString("company_id"), Role.valueOf(row.getString("role")));
            });
    return jdbc.sql("select * from hub_user where name = :name")
        .param("name", name)
        .query((row, number) -> person(row, roles))
        .optional();
  }

  /** Everybody, by name. */
  public List<Person> all() {
    Map<String, Map<String, Role>> roles = new HashMap<>();
    jdbc.sql("select company_id, name, role from company_role")
        .query(
            row -> {
              roles
                  .computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                  .put(row.getString("company_id"), Role.valueOf(row.getString("role")));
            });
    return jdbc.sql("select * from hub_user order by name")
        .query((row, number) -> person(row, roles.getOrDefault(row.getString("name"), Map.of())))
        .list();
  }

  /**
   * How somebody wants the pages.
   *
   * @param language absent: as their browser says
   * @param theme empty for the system's; absent: as their browser keeps it
   */
  public record Look(@Nullable String language, @Nullable String theme) {}

  /** How somebody wants the pages, as far as they said so. */
  public Look look(String name) {
    return jdbc.sql("select language, theme from hub_user where name = :name")
        .param("name", name)
        .query((row, number) -> new Look(row.getString("language"), row.getString("theme")))
        .optional()
        .orElse(new Look(null, null));
  }

  /** Notes how somebody wants the pages; what is absent stays. */
  public void look(String name, Look chosen) {
    jdbc.sql(
            """
            update hub_user set language = coalesce(cast(:language as text), language),
                   theme = coalesce(cast(:theme as text), theme)
             where name = :name
            """)
        .param("name", name)
        .param("language", chosen.language())
        .param("theme", chosen.theme())
        .update();
  }

  /** Where somebody is told what happens to their account; empty where they said no address. */
  public Optional<String> email(String name) {
    return jdbc.sql("select email from hub_user where name = :name and email is not null")
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /** Another address, or none. */
  public void email(String name, @Nullable String email) {
    jdbc.sql("update hub_user set email = :email where name = :name")
        .param("name", name)
        .param("email", email)
        .update();
  }

  /** Another hash of the same password; false when the password was changed meanwhile. */
  public boolean renewHash(String name, String old, String renewed) {
    return jdbc.sql(
                "update hub_user set password_hash = :renewed"
                    + " where name = :name and password_hash = :old")
            .param("name", name)
            .param("old", old)
            .param("renewed", renewed)
            .update()
        == 1;
  }

  /** Another password, by its hash; sessions end. False when there is no such person. */
  public boolean changePassword(String name, String hash) {
    return jdbc.sql(
                """
                update hub_user set password_hash = :hash, version = version + 1 where name = :name
                """)
            .param("name", name)
            .param("hash", hash)
            .update()
        == 1;
  }

  /** A role in all companies, or none; sessions end. */
  public void role(String name, @Nullable Role everywhere) {
    jdbc.sql("update hub_user set role = :role, version = version + 1 where name = :name")
        .param("name", name)
        .param("role", everywhere == null ? null : everywhere.name())
        .update();
  }

  /** A role in one company, or none; sessions end. */
  public void role(String name, String companyId, @Nullable Role role) {
    if (role == null) {
      jdbc.sql("delete from company_role where company_id = :company and name = :name")
          .param("company", companyId)
          .param("name", name)
          .update();
    } else {
      jdbc.sql(
              """
              insert into company_role values (:company, :name, :role)
              on conflict (company_id, name) do update set role = excluded.role
              """)
          .param("company", companyId)
          .param("name", name)
          .param("role", role.name())
          .update();
    }
    endSessions(name);
  }

  /**
   * Whether they may sign in; sessions end. Whoever they were at the provider is forgotten once
   * they may again, and not before, so that they do not come in as somebody unknown meanwhile.
   */
  public void switchOff(String name, boolean off) {
    jdbc.sql(
            """
            update hub_user set switched_off = :off, version = version + 1,
                   identity = case when cast(:off as boolean) then identity end
             where name = :name
            """)
        .param("name", name)
        .param("off", off)
        .update();
  }

  /** Ends all sessions of somebody. */
  public void endSessions(String name) {
    jdbc.sql("update hub_user set version = version + 1 where name = :name")
        .param("name", name)
        .update();
  }

  /** Who this is at the provider of identities; empty where nobody came from there so. */
  public Optional<String> byIdentity(byte[] identity) {
    return jdbc.sql("select name from hub_user where identity = :identity")
        .param("identity", identity)
        .query(String.class)
        .optional();
  }

  /**
   * Somebody came from the provider; false where they have come as another before, or are let in
   * here alone.
   */
  public boolean comeAs(String name, byte[] identity) {
    return jdbc.sql(
                """
                update hub_user set identity = :identity
                 where name = :name and not local
                   and (identity is null or identity = :identity)
                """)
            .param("name", name)
            .param("identity", identity)
            .update()
        == 1;
  }

  /** Whether they may sign in by a password where nobody else may; false where there is nobody. */
  public boolean local(String name, boolean local) {
    return jdbc.sql("update hub_user set local = :local where name = :name")
            .param("name", name)
            .param("local", local)
            .update()
        == 1;
  }

  /** Notes that somebody has signed in. */
  public void signedIn(String name) {
    jdbc.sql("update hub_user set signed_in_at = now() where name = :name")
        .param("name", name)
        .update();
  }

  /**
   * How many others may sign in and administer the hub as a whole; their rows are locked, so that
   * two people cannot take the role from each other at one moment.
   */
  public int otherAdministrators(String name) {
    return jdbc
        .sql(
            """
            select name from hub_user
             where role = 'ADMIN' and not switched_off
               and (password_hash is not null or identity is not null)
             order by name for update
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(other -> !other.equals(name))
        .toList()
        .size();
  }

  private static Person person(ResultSet row, Map<String, Role> companies) throws SQLException {
    String role = row.getString("role");
    return new Person(
        row.getString("name"),
        row.getString("password_hash"),
        role == null ? null : Role.valueOf(role),
        companies,
        row.getBoolean("switched_off"),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getBytes("identity") != null,
        row.getBoolean("local"),
        instant(row.getObject("signed_in_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
