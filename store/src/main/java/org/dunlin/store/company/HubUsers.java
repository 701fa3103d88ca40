package org.dunlin.store.company;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may sign in to the console. */
public final class HubUsers {
  private final JdbcClient jdbc;

  /** The users of this database. */
  public HubUsers(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether nobody can sign in yet. */
  public boolean none() {
    return jdbc.sql("select not exists (select 1 from hub_user)").query(Boolean.class).single();
  }

  /** A user by name. */
  public Optional<HubUser> find(String name) {
    return jdbc.sql("select name, password_hash, role from hub_user where name = :name")
        .param("name", name)
        .query(
            (row, number) ->
                new HubUser(
                    row.getString("name"), row.getString("password_hash"), row.getString("role")))
        .optional();
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

  /** Adds a user; false when the name is taken. */
  public boolean add(HubUser user) {
    return jdbc.sql(
                "insert into hub_user values (:name, :hash, :role, now()) on conflict do nothing")
            .param("name", user.name())
            .param("hash", user.passwordHash())
            .param("role", user.role())
            .update()
        == 1;
  }
}
