package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader sees each status file whole or not at all, and only in the folder for it. */
class StatusFileTest {
  @TempDir private Path folder;
  private final CamelContext camel = new DefaultCamelContext();
  private CamelOutlet outlet;

  @BeforeEach
  void open() throws Exception {
    SmtpSettings none = new SmtpSettings(null, 25, null, null, "", false, false);
    camel.getRegistry().bind(OutwardRoutes.MAIL_SENDER, MailSenders.of(none));
    camel.addRoutes(new OutwardRoutes());
    camel.start();
    outlet = new CamelOutlet(camel.createProducerTemplate(), none);
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
  }

  @Test
  void itIsWrittenIntoTheOutFolderWhichIsMadeWhereItIsMissing() throws Exception {
    outlet.send(file("a.jsonl", "één\n"), Enclosures.NONE);

    assertThat(folder.resolve("out/a.jsonl")).hasContent("één\n");
    assertThat(names()).containsExactly("a.jsonl");
  }

  @Test
  void writingItAgainChangesNothing() throws Exception {
    outlet.send(file("a.jsonl", "x"), Enclosures.NONE);
    outlet.send(file("a.jsonl", "x"), Enclosures.NONE);

    assertThat(names()).containsExactly("a.jsonl");
  }

  @Test
  void whatACrashLeftHalfWrittenIsReplaced() throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/.a.jsonl.tmp"), "half of something longer");
    outlet.send(file("a.jsonl", "whole"), Enclosures.NONE);

    assertThat(folder.resolve("out/a.jsonl")).hasContent("whole");
    assertThat(names()).containsExactly("a.jsonl");
  }

  @Test
  void aReaderNeverSeesHalfAFile() throws Exception {
    String content = "0123456789".repeat(50_000);
    AtomicBoolean done = new AtomicBoolean();
    List<Long> sizes = new ArrayList<>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    visible().forEach(file -> sizes.add(file.toFile().length()));
                  }
                });
    for (int i = 0; i < 20; i++) {
      outlet.send(file("f" + i + ".jsonl", content), Enclosures.NONE);
    }
    done.set(true);
    reader.join();

    assertThat(sizes).isNotEmpty().containsOnly((long) content.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.jsonl",
        "../../a.jsonl",
        "x/../../a.jsonl",
        "sub/a.jsonl",
        "/tmp/a.jsonl",
        "..",
        "."
      })
  void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
    assertThatThrownBy(() -> outlet.send(file(name, "x"), Enclosures.NONE))
        .isInstanceOf(NotSent.class);
    assertThat(everything()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesItForLater() throws Exception {
    Files.writeString(folder.resolve("out"), "a file where the folder should be");
    assertThatThrownBy(() -> outlet.send(file("a.jsonl", "x"), Enclosures.NONE))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining("cannot be written");
    Files.delete(folder.resolve("out"));
    outlet.send(file("a.jsonl", "x"), Enclosures.NONE);

    assertThat(names()).containsExactly("a.jsonl");
  }

  private Dispatch.StatusFile file(String name, String content) {
    return new Dispatch.StatusFile(folder.toString(), name, content);
  }

  /** What a program sees that passes over names beginning with a dot, as programs do. */
  private List<Path> visible() {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
