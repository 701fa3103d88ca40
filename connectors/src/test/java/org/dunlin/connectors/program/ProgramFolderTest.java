package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.connectors.program.check.ExampleOutcome;
import org.dunlin.connectors.program.check.Examples;
import org.dunlin.connectors.program.check.NoticeExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder that the hub carries along is sound, and does what its examples say. */
class ProgramFolderTest {
  private static final Path CARRIED = Path.of("src", "main", "resources", "programs");
  private static final String RENEW =
      "mvn -pl connectors -Dtest=ProgramFolderTest -Ddunlin.programs=renew test";

  static List<Folder> folders() {
    return java.util.stream.Stream.concat(
            CarriedFolders.all().stream(), java.util.stream.Stream.of(FolderOnDisk.example()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFolderIsSoundAndItsExamplesHold(Folder folder) {
    Loaded loaded = ProgramLoader.load(folder);

    assertThat(loaded).as(folder.name()).isInstanceOf(Loaded.Sound.class);
    List<ExampleOutcome> outcomes = Examples.tried(folder, ((Loaded.Sound) loaded).program());
    assertThat(outcomes).as(folder.name() + " has examples").isNotEmpty();
    assertThat(outcomes)
        .as(folder.name())
        .allSatisfy(outcome -> assertThat(outcome.difference()).as(outcome.file()).isNull());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void itsNoticesLeadToWhatItsExamplesSay(Folder folder) {
    Program program = ((Loaded.Sound) ProgramLoader.load(folder)).program();

    assertThat(NoticeExamples.tried(folder, program))
        .as(folder.name())
        .allSatisfy(outcome -> assertThat(outcome.difference()).as(outcome.file()).isNull());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyMappingOfAFolderHasAnExample(Folder folder) {
    Program program = ((Loaded.Sound) ProgramLoader.load(folder)).program();

    for (Stream stream : program.manifest().streams()) {
      if (stream.mapping() != null) {
        assertThat(folder.files().keySet())
            .as(folder.name() + " " + stream.name())
            .anyMatch(file -> file.startsWith("examples/" + stream.name() + "/"));
      }
    }
    for (Effect effect : program.manifest().effects()) {
      assertThat(folder.files().keySet())
          .as(folder.name() + " " + effect.name())
          .anyMatch(file -> file.startsWith("examples/" + effect.name() + "/"));
    }
  }

  @Test
  void theIndexNamesAllFilesOfTheFolders() throws IOException {
    if (!Files.isDirectory(CARRIED)) {
      return;
    }
    Path index = CARRIED.resolve("index.txt");
    String files =
        FolderOnDisk.files(CARRIED).stream()
            .map(file -> CARRIED.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.indexOf('/') > 0)
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    if ("renew".equals(System.getProperty("dunlin.programs"))) {
      Files.writeString(index, files);
    }
    assertThat(index)
        .as("programs/index.txt is not up to date; renew it with: " + RENEW)
        .hasContent(files);
  }
}
