package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.dunlin.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

  @Test
  void twoDatabasesDoNotSeeEachOther() {
    try (var one = TestDatabase.create();
        var other = TestDatabase.create()) {
      JdbcClient.create(one.dataSource()).sql("create table only_here (id int)").update();
      assertThat(tablesNamed("only_here", one)).isEqualTo(1);
      assertThat(tablesNamed("only_here", other)).isZero();
    }
  }

  @Test
  void aClosedDatabaseIsGone() {
    var database = TestDatabase.create();
    database.close();
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                    database.jdbcUrl(), database.user(), database.password()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not exist");
  }

  private static long tablesNamed(String name, TestDatabase database) {
    return JdbcClient.create(database.dataSource())
        .sql("select count(*) from pg_tables where tablename = ?")
        .param(name)
        .query(Long.class)
        .single();
  }
}
