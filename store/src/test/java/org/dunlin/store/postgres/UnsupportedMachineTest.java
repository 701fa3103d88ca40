package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedMachineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"Linux, riscv64", "SunOS, amd64", "FreeBSD, x86_64"})
  void aMachineWithoutBundledProgramsIsToldToUseAServerOfItsOwn(String system, String processor) {
    assertUnsupported(() -> BundledPrograms.of(Platform.of(system, processor)));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64",
    "Linux, aarch64",
    "Mac OS X, x86_64",
    "Mac OS X, aarch64",
    "Windows 11, amd64"
  })
  void aSupportedMachineHasItsProgramsBundled(String system, String processor) throws IOException {
    assertThat(BundledPrograms.of(Platform.of(system, processor)).version()).isNotEmpty();
  }

  @Test
  void aProgramThatTheMachineCannotRunIsToldToo() throws IOException {
    assumeTrue(Platform.current().isLinux(), "the foreign program is made for Linux");
    var program = folder.resolve("bin").resolve("postgres");
    Files.createDirectories(program.resolveSibling(""));
    Files.writeString(program, "#!/lib/missing-loader\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var directory = DataDirectory.at(folder.resolve("data"));
    var server =
        new Server(
            TestServer.settings(folder),
            directory,
            Platform.current(),
            folder,
            new Launcher(List.of(), Optional.empty()));
    assertUnsupported(server::tryOut);
  }

  private static void assertUnsupported(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PostgresFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(PostgresFailure.Code.PLATFORM_UNSUPPORTED);
              assertThat(failure.remedy()).contains("DUNLIN_DATABASE_URL");
            });
  }

  @Test
  void aPathThatAShellWouldExpandIsRefused() {
    assertThatThrownBy(() -> DataDirectory.at(folder.resolve("$(touch x)")))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("DUNLIN_DATA");
    assertThat(folder).isEmptyDirectory();
  }
}
