package org.dunlin.store.people;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lets people in who have lost their second factor, each once; kept by digests alone. */
public final class RecoveryCodes {
  private final JdbcClient jdbc;

  RecoveryCodes(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The codes of a person, in place of those that they had; none takes all away. */
  public void put(String name, List<byte[]> sha256) {
    jdbc.sql("delete from hub_recovery_code where name = :name").param("name", name).update();
    sha256.forEach(
        digest ->
            jdbc.sql("insert into hub_recovery_code values (:name, :sha256)")
                .param("name", name)
                .param("sha256", digest)
                .update());
  }

  /** Uses one up; false where it is none of this person's. */
  public boolean use(String name, byte[] sha256) {
    return jdbc.sql("delete from hub_recovery_code where name = :name and sha256 = :sha256")
            .param("name", name)
            .param("sha256", sha256)
            .update()
        == 1;
  }

  /** How many are left. */
  public int left(String name) {
    return jdbc.sql("select count(*) from hub_recovery_code where name = :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }
}
