package org.dunlin.work.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private void write(String file, String content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
