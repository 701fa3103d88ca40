package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startWhereThePathHasABlank() {
    postgres = EmbeddedPostgres.start(TestClusters.durable(folder.resolve("my data")));
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void isDurable() throws SQLException {
    for (var setting :
        Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on").entrySet()) {
      assertThat(TestClusters.setting(postgres, setting.getKey())).isEqualTo(setting.getValue());
    }
    assertThat(TestClusters.setting(postgres, "data_checksums")).isEqualTo("on");
  }

  @Test
  void listensOnTheLoopbackInterfaceAndOnNoSocketFile() throws Exception {
    var file = PostmasterFile.of(new DataDirectory(postgres.dataDirectory()).cluster()).path();
    var socketFolder = 4;
    assertThat(Files.readAllLines(file).subList(socketFolder, socketFolder + 2))
        .containsExactly("", "127.0.0.1");
    assertThat(TestClusters.setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  void sortsTheSameOnEveryMachine() throws SQLException {
    assertThat(
            TestClusters.query(
                postgres, "select x from unnest(array['ä', 'b', 'B', 'a']) as x order by x"))
        .containsExactly("B", "a", "b", "ä");
    assertThat(TestClusters.query(postgres, "select upper('ä')")).containsExactly("Ä");
    assertThat(TestClusters.setting(postgres, "server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void writesItsLogInUtc() throws SQLException {
    assertThat(TestClusters.setting(postgres, "log_timezone")).isEqualTo("UTC");
  }

  @Test
  void givesTheHubNoMoreRightsThanAnOwnServerWould() throws SQLException {
    assertThat(
            TestClusters.query(
                postgres, "select rolsuper from pg_roles where rolname = current_user"))
        .containsExactly("f");
  }

  @Test
  void letsNobodyInWithoutThePassword() {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void hasPasswordsThatNoOtherHubHas() throws Exception {
    var passwords = new TreeSet<String>();
    for (var name : new String[] {"one", "other"}) {
      passwords.add(Passwords.readOrMake(folder.resolve(name)));
    }
    var directory = new DataDirectory(postgres.dataDirectory());
    passwords.add(Files.readString(directory.hubPassword()));
    passwords.add(Files.readString(directory.supervisorPassword()));
    assertThat(passwords).hasSize(4).allMatch(each -> each.matches("[0-9a-f]{48}"));
  }

  @Test
  void keepsItsPasswordsInFilesThatOnlyTheHubsUserMayRead() throws Exception {
    var directory = new DataDirectory(postgres.dataDirectory());
    assumeTrue(PrivateFiles.hasPosixPermissions(directory.root()), "no POSIX permissions here");
    for (var file : new Path[] {directory.hubPassword(), directory.supervisorPassword()}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(directory.hubPassword())).isEqualTo(postgres.password());
  }

  @Test
  void keepsEverythingInsideTheDataDirectory() throws SQLException {
    assertThat(TestClusters.query(postgres, "select current_database()")).containsExactly("dunlin");
    var cluster = new DataDirectory(postgres.dataDirectory()).cluster();
    assertThat(cluster).isDirectory().startsWith(folder);
  }

  @Test
  void runsApartFromTheConsoleOfTheHub() throws Exception {
    assumeTrue(Platform.current().isLinux(), "sessions are read from /proc");
    assertThat(session(postgres.postmaster())).isNotEqualTo(session(ProcessHandle.current().pid()));
  }

  private static String session(long pid) throws Exception {
    var status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return status.substring(status.lastIndexOf(')')).split(" ", -1)[4];
  }

  @Test
  void doesNotWriteWhatAFailedStatementContainedToItsLog() throws Exception {
    assertThatThrownBy(() -> TestClusters.execute(postgres, "select 'secret of a payer'::int"))
        .isInstanceOf(SQLException.class);
    var log = ServerLog.of(new DataDirectory(postgres.dataDirectory())).path();
    assertThat(Files.readString(log)).isNotEmpty().doesNotContain("secret of a payer");
  }

  @Test
  void hasNothingLeftAfterwardsThatIsNotNamed() throws Exception {
    try (var files = Files.list(new DataDirectory(postgres.dataDirectory()).home())) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted(Comparator.naturalOrder()))
          .containsExactly("cluster", "dunlin.password", "log", "supervisor.password");
    }
  }
}
