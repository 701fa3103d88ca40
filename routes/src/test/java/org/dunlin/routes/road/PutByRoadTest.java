package org.dunlin.routes.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for other programs lie there as a whole, or not at all. */
class PutByRoadTest {
  private static final KeyPair HOST_KEY = SshServerOfBank.newKey();
  private static final String LARGE = "0123456789\r\n".repeat(100_000);

  @TempDir private Path files;
  private final CamelContext camel = new DefaultCamelContext();
  private SshServerOfBank server;
  private CuttingProxy line;
  private PutByRoad put;

  @BeforeEach
  void open() throws IOException {
    server = new SshServerOfBank(files, HOST_KEY, null);
    line = new CuttingProxy(server.port());
    camel.start();
    put = new PutByRoad(camel);
  }

  @AfterEach
  void close() throws Exception {
    camel.close();
    line.close();
    server.close();
  }

  private Road road(String hostKey) {
    return new Road(
        "acme",
        "books",
        RoadKind.SFTP,
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            String.valueOf(line.port()),
            "user",
            SshServerOfBank.USER,
            "hostKey",
            hostKey,
            "folder",
            "incoming/dunlin"),
        Map.of("password", SshServerOfBank.PASSWORD));
  }

  private List<String> seen() throws IOException {
    Path folder = files.resolve("incoming/dunlin");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).toList();
    }
  }

  @Test
  void whatIsNoTextKeepsEveryByte() throws Exception {
    byte[] all = new byte[70_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    put.put(road(server.hostKey()), "letter.pdf", all);

    assertThat(seen()).containsExactly("letter.pdf");
    assertThat(Files.readAllBytes(files.resolve("incoming/dunlin/letter.pdf"))).isEqualTo(all);
  }

  @Test
  void whatAFileHoldsLiesThereAndTheFileStays(@TempDir Path own) throws Exception {
    Path file = Files.writeString(own.resolve("case"), LARGE);
    put.put(road(server.hostKey()), "case.zip", () -> Files.newInputStream(file));
    Road folder =
        new Road(
            "acme",
            "books",
            RoadKind.OUTGOING,
            Map.of("folder", own.resolve("out").toString()),
            Map.of());
    put.put(folder, "case.zip", () -> Files.newInputStream(file));

    assertThat(files.resolve("incoming/dunlin/case.zip")).hasContent(LARGE);
    assertThat(own.resolve("out/case.zip")).hasContent(LARGE);
    assertThat(file).exists();
  }

  @Test
  void aFileIsPutIntoAFolderThatIsMadeWhereItIsMissing() throws Exception {
    put.put(road(server.hostKey()), "a.csv", "één\r\n", UTF_8);

    assertThat(seen()).containsExactly("a.csv");
    assertThat(files.resolve("incoming/dunlin/a.csv")).hasContent("één\r\n");
  }

  @Test
  void aLineThatIsCutLeavesNothingUnderTheNameAndTheNextTryAllOfIt() throws Exception {
    line.cutToServerAfter(LARGE.length() / 2);
    assertThatThrownBy(() -> put.put(road(server.hostKey()), "a.csv", LARGE, UTF_8))
        .isInstanceOf(NotSent.class)
        .hasMessageNotContaining(SshServerOfBank.PASSWORD);
    assertThat(line.cuts()).isEqualTo(1);
    assertThat(seen()).doesNotContain("a.csv");

    put.put(road(server.hostKey()), "a.csv", LARGE, UTF_8);
    assertThat(seen()).containsExactly("a.csv");
    assertThat(Files.readString(files.resolve("incoming/dunlin/a.csv"))).isEqualTo(LARGE);
  }

  @Test
  void writingItAgainReplacesItByTheSame() throws Exception {
    put.put(road(server.hostKey()), "a.csv", "once", UTF_8);
    put.put(road(server.hostKey()), "a.csv", "once", UTF_8);

    assertThat(seen()).containsExactly("a.csv");
    assertThat(files.resolve("incoming/dunlin/a.csv")).hasContent("once");
  }

  @Test
  void aServerThatShowsAnotherKeyGetsNothing() {
    Road road = road("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    assertThatThrownBy(() -> put.put(road, "a.csv", "once", UTF_8))
        .isInstanceOf(NotSent.class)
        .hasMessageContaining(server.fingerprint());
    assertThat(files).isEmptyDirectory();
  }

  @Test
  void aFolderOfThisMachineGetsItWhole() throws Exception {
    Road road =
        new Road(
            "acme",
            "books",
            RoadKind.OUTGOING,
            Map.of("folder", files.resolve("out").toString()),
            Map.of());
    put.put(road, "a.csv", "Größe", java.nio.charset.Charset.forName("windows-1252"));

    assertThat(Files.readAllBytes(files.resolve("out/a.csv")))
        .isEqualTo("Größe".getBytes("windows-1252"));
    assertThatThrownBy(() -> put.put(road, "../a.csv", "x", UTF_8)).isInstanceOf(NotSent.class);
  }
}
