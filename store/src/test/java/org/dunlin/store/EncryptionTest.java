package org.dunlin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to a database over a network is encrypted, unless somebody said otherwise. */
class EncryptionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.com/dunlin",
        "jdbc:postgresql://db/dunlin?user=dunlin",
        "jdbc:postgresql://10.0.0.7:5433/dunlin",
        "jdbc:postgresql://127.0.0.1.example.com/dunlin",
        "jdbc:postgresql://localhost.example.com/dunlin",
        "jdbc:postgresql://[2001:db8::1]:5432/dunlin",
        "jdbc:postgresql://localhost:5432,db.example.com:5432/dunlin"
      })
  void aServerOfAnotherMachineIsAskedForIt(String url) {
    assertThat(Encryption.mode(url)).contains("require");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/dunlin",
        "jdbc:postgresql:dunlin",
        "jdbc:postgresql://127.0.0.1:5433/dunlin",
        "jdbc:postgresql://[::1]:5432/dunlin",
        "jdbc:postgresql://db.example.com/dunlin?sslmode=verify-full",
        "jdbc:postgresql://db.example.com/dunlin?sslmode=disable",
        "jdbc:postgresql://db.example.com/dunlin?user=x&ssl=true"
      })
  void oneOfThisMachineIsNotNorIsAnUrlChangedThatSaysIt(String url) {
    assertThat(Encryption.mode(url)).isEmpty();
  }

  /** That address is this machine, too, but for all that the hub knows it could be another. */
  @Test
  void oneThatDoesNotSpeakItIsNotUsedUnlessTheUrlSaysSo() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      assumeTrue(System.getProperty("os.name").equals("Linux"), "0.0.0.0 is this machine on Linux");
      String url = database.jdbcUrl().replaceAll("//[^:/]+", "//0.0.0.0");
      String user = database.user();
      String password = database.password();
      assertThatThrownBy(() -> Database.reach(url, user, password, "a test"))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("sslmode");
      assertThatThrownBy(() -> Database.open(url, user, password, 2))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("sslmode");
      String plain = url + (url.contains("?") ? "&" : "?") + "sslmode=disable";
      try (Connection reached = Database.reach(plain, user, password, "a test").getConnection()) {
        assertThat(reached.isValid(5)).isTrue();
      }
    }
  }
}
