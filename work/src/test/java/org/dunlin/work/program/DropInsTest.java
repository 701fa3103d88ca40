package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.dunlin.connectors.program.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInsTest {
  @TempDir private Path directory;

  @Test
  void foldersAreReadWithAllThatIsInThem() throws IOException {
    write("books/program.yaml", "program: books");
    write("books/examples/invoices/one.json", "{}");
    write("README", "no folder");
    write(".hidden/program.yaml", "program: hidden");
    write("Not A Program/program.yaml", "program: not");

    assertThat(new DropIns(directory).get())
        .singleElement()
        .satisfies(
            folder -> {
              assertThat(folder.name()).isEqualTo("books");
              assertThat(folder.files())
                  .containsOnlyKeys("program.yaml", "examples/invoices/one.json");
              assertThat(folder.files().get("program.yaml")).asString().isEqualTo("program: books");
            });
  }

  @Test
  void aDirectoryThatIsNotThereHoldsNothing() {
    assertThat(new DropIns(directory.resolve("nowhere")).get()).isEmpty();
  }

  @Test
  void linksLeadNowhereAndWhatIsTooLargeIsLeftOut() throws IOException {
    Path outside = Files.createDirectories(directory.resolve("outside of it"));
    Path secret = Files.writeString(outside.resolve("secret.txt"), "secret");
    write("books/program.yaml", "program: books");
    write("books/large.json", " ".repeat(2 << 20));
    Files.createSymbolicLink(directory.resolve("books/link.jslt"), secret);
    Files.createSymbolicLink(directory.resolve("linked"), outside);

    assertThat(new DropIns(directory).get())
        .singleElement()
        .extracting(Folder::files)
        .satisfies(files -> assertThat(files).containsOnlyKeys("program.yaml"));
  }

  @Test
  void aFolderThatHasNotChangedForAWhileIsNotReadAgainAndOneThatHasIs() throws IOException {
    write("books/program.yaml", "program: books");
    Path file = directory.resolve("books/program.yaml");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T08:00:00Z")));
    DropIns dropIns = new DropIns(directory);
    Folder before = dropIns.get().getFirst();
    assertThat(dropIns.get().getFirst()).isSameAs(before);

    write("books/program.yaml", "program: other");
    assertThat(dropIns.get().getFirst().files().get("program.yaml"))
        .asString()
        .isEqualTo("program: other");
    write("books/more.jslt", "null");
    assertThat(dropIns.get().getFirst().files()).containsOnlyKeys("program.yaml", "more.jslt");
  }

  @Test
  void aFolderThatIsTooLargeIsReadAsOneWithoutFiles() throws IOException {
    for (int i = 0; i < 18; i++) {
      write("books/large-" + i + ".json", " ".repeat(1 << 20));
    }
    write("shop/program.yaml", "program: shop");

    assertThat(new DropIns(directory).get())
        .extracting(Folder::name, folder -> folder.files().size())
        .containsExactly(tuple("books", 0), tuple("shop", 1));
  }

  @Test
  void aFolderOfWhichAPartCannotBeReadDoesNotKeepTheOthersFromBeingFound() throws IOException {
    write("books/examples/one.json", "{}");
    write("shop/program.yaml", "program: shop");
    Path closed = directory.resolve("books/examples");
    Files.setPosixFilePermissions(closed, Set.of());
    try {
      assumeFalse(Files.isReadable(closed), "whoever runs the tests may read everything");
      assertThat(new DropIns(directory).get())
          .extracting(Folder::name, folder -> folder.files().size())
          .containsExactly(tuple("books", 0), tuple("shop", 1));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void write(String file, String content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
