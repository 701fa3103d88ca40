package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotAsRootTest {

  private static final List<String> TOOLS = List.of("unshare", "setpriv", "su", "sh", "id");
  private static final List<String> NEEDED =
      List.of("binaries-linux", "postgresql", "commons-", "xz", "slf4j", "logback", "jspecify");

  private Path folder;
  private Account nobody;

  @BeforeEach
  void makeAFolderThatOthersCanEnter() throws IOException {
    assumeTrue(
        Platform.current().isLinux() && Account.currentUser() == 0,
        "Skipped: only root on Linux can try to be several users");
    nobody = Account.firstOf("nobody").orElseThrow();
    folder = Files.createTempDirectory("dunlin-test-not-root-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void removeTheFolder() throws IOException {
    if (folder != null) {
      PrivateFiles.deleteTree(folder);
    }
  }

  @Test
  void anOrdinaryUserNeedsNothing() throws Exception {
    BundledPrograms.of(Platform.current()).unpackInto(TestServer.programs());
    var classPath = copyOfTheClassPath(Files.createDirectory(folder.resolve("classes")));
    var data = Files.createDirectory(folder.resolve("data"));
    nobody.own(data);
    try (var hub = ForkedHub.start(Launcher.withSetpriv(nobody).prefix(), classPath, data)) {
      assertThat(Account.owner(process(hub.pid()))).isEqualTo(nobody.user());
      assertThat(Account.owner(process(hub.postmaster()))).isEqualTo(nobody.user());
    }
  }

  @Test
  void rootBecomesNobodyWhereUserNamespacesAreForbiddenAndCanReturn() throws Exception {
    try (var hub = hubWithOnly("su", "id", "sh")) {
      assertThat(Account.owner(process(hub.postmaster()))).isNotZero();
    }
    var killed = hubWithOnly("setpriv", "id");
    assertThat(Account.owner(process(killed.postmaster()))).isNotZero();
    killed.kill();
    try (var hub = hubWithOnly("unshare", "id")) {
      assertThat(userNamespace(hub.postmaster())).isNotEqualTo(userNamespace(hub.pid()));
      assertThat(Account.owner(process(hub.postmaster()))).isZero();
      assertThat(process(killed.postmaster())).doesNotExist();
    }
  }

  private static Path userNamespace(long pid) throws IOException {
    return Files.readSymbolicLink(process(pid).resolve("ns").resolve("user"));
  }

  @Test
  void rootThatCannotBecomeAnybodyElseIsToldWhatToDo() {
    assertThatThrownBy(() -> hubWithOnly("id").close())
        .hasMessageContaining("Run the hub as an ordinary user")
        .hasMessageContaining("DUNLIN_DATABASE_URL");
  }

  private static Path process(long pid) {
    return Path.of("/proc", Long.toString(pid));
  }

  /** A hub of root's on a system where there are no other tools than these. */
  private ForkedHub hubWithOnly(String... tools) throws IOException {
    var data = folder.resolve("data");
    if (!Files.exists(data)) {
      TestClusters.copyInto(Files.createDirectory(data));
    }
    var path = Files.createTempDirectory(folder, "tools-");
    for (var tool : tools) {
      assertThat(TOOLS).contains(tool);
      Files.createSymbolicLink(path.resolve(tool), whereIs(tool));
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    return ForkedHub.start(
        List.of(whereIs("env").toString(), "PATH=" + path),
        System.getProperty("java.class.path"),
        data);
  }

  private static Path whereIs(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("This system has no " + tool));
  }

  /** The part of the class path that a hub needs; it may lie where others cannot enter. */
  private static String copyOfTheClassPath(Path target) throws IOException {
    var copies = new ArrayList<String>();
    for (var name : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var entry = Path.of(name);
      if (Files.isDirectory(entry) || NEEDED.stream().anyMatch(name::contains)) {
        var copy = target.resolve(copies.size() + "-" + entry.getFileName());
        copyTree(entry, copy);
        copies.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
