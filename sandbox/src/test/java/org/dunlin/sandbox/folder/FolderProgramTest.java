package org.dunlin.sandbox.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.OutsideFile.Writing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderProgramTest {
  @TempDir private Path folder;
  private Path in;
  private Path out;
  private FolderProgram program;

  @BeforeEach
  void folders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = Files.createDirectory(folder.resolve("out"));
    program = new FolderProgram(in, out);
  }

  @Test
  void everyFileIsCompleteInTheEndHoweverItIsWritten() throws Exception {
    List<OutsideFile> files = new ArrayList<>();
    for (Writing writing : Writing.values()) {
      files.add(new OutsideFile(writing + ".xml", bytes("<a>" + writing + "</a>"), writing));
    }
    program.deliver(files);
    for (OutsideFile file : files) {
      assertThat(in.resolve(file.name())).hasBinaryContent(file.bytes());
    }
    assertThat(in).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFileInTwoPartsIsHalfForAWhile() throws Exception {
    OutsideFile file = new OutsideFile("half.xml", bytes("0123456789"), Writing.IN_TWO_PARTS);
    List<byte[]> seen = new ArrayList<>();
    new FolderProgram(in, out, () -> seen.add(content("half.xml"))).deliver(List.of(file));
    assertThat(seen).containsExactly(bytes("01234"));
    assertThat(in.resolve("half.xml")).hasContent("0123456789");
  }

  @Test
  void theLatestStatusOfAnInvoiceCounts() throws Exception {
    status("a.jsonl", "OPEN", "121.00", "2026-09-01T10:00:00Z");
    assertThat(program.statusOf("2026-0001"))
        .hasValueSatisfying(invoice -> assertThat(invoice.status()).isEqualTo(InvoiceStatus.OPEN));
    status("0.jsonl", "PAID", "0.00", "2026-09-02T10:00:00Z");
    assertThat(program.statusOf("2026-0001"))
        .hasValueSatisfying(
            invoice -> {
              assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
              assertThat(invoice.outstanding().isZero()).isTrue();
            });
  }

  @Test
  void aStatusFileThatIsNotYetRenamedIsLeftAlone() throws Exception {
    status("a.jsonl.tmp", "PAID", "0.00", "2026-09-01T10:00:00Z");
    assertThat(program.statusOf("2026-0001")).isEmpty();
    Files.move(out.resolve("a.jsonl.tmp"), out.resolve("a.jsonl"));
    assertThat(program.statusOf("2026-0001")).isPresent();
  }

  @Test
  void aLineThatIsNotCanonicalIsAProblemWithItsPlace() throws Exception {
    Files.write(out.resolve("bad.jsonl"), bytes("{\"type\":\"nonsense\"}\n"));
    assertThat(program.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.source()).isEqualTo("bad.jsonl"));
  }

  @Test
  void aHubThatWroteNothingYetHasSaidNothing() throws Exception {
    assertThat(new FolderProgram(in, folder.resolve("none")).statusOf("2026-0001")).isEmpty();
  }

  private void status(String name, String status, String outstanding, String written)
      throws IOException {
    String line =
        """
        {"type":"invoice","id":"i-1","number":"2026-0001","kind":"INVOICE","customerId":"D1001",\
        "issueDate":"2026-09-01","currency":"EUR","total":"121.00","outstanding":"%s","status":"%s"}
        """
            .formatted(outstanding, status);
    Path file = Files.write(out.resolve(name), bytes(line));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(written)));
  }

  private byte[] content(String name) {
    try {
      return Files.readAllBytes(in.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
