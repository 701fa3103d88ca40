package org.dunlin.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.dunlin.core.road.RoadKind;
import org.dunlin.routes.Eventually;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come in from an FTPS server whose certificate is one to trust, and from no other. */
class FtpsTest {
  private static final String BANK = "bank";

  @TempDir private static Path keys;
  private static Path good;
  private static Path otherName;

  @TempDir private Path files;
  private final RoadHub hub = new RoadHub();
  private @Nullable FtpsServerOfBank server;

  @BeforeAll
  static void make() {
    good = Certificates.store(keys, "good", "IP:127.0.0.1");
    otherName = Certificates.store(keys, "other", "DNS:elsewhere.example");
  }

  private void open(Path store, boolean implicit) throws IOException {
    Files.createDirectories(files.resolve("out"));
    server = new FtpsServerOfBank(files, store, implicit);
  }

  private FtpsServerOfBank server() {
    return Objects.requireNonNull(server, "no server was opened");
  }

  @AfterEach
  void close() throws Exception {
    hub.close();
    server().close();
  }

  private void road(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", String.valueOf(server().port()));
    settings.put("user", FtpsServerOfBank.USER);
    settings.put("security", "explicit");
    settings.put("folder", "out");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    hub.road(BANK, RoadKind.FTPS, settings, Map.of("password", FtpsServerOfBank.PASSWORD));
  }

  private boolean putAway() {
    try (Stream<Path> all = Files.walk(files.resolve("out"))) {
      return all.anyMatch(each -> each.toString().contains("done") && Files.isRegularFile(each));
    } catch (IOException | java.io.UncheckedIOException e) {
      return false; // it is moved just now
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"explicit", "implicit"})
  void aFileIsTakenAndPutAwayByBothKindsOfTls(String security) throws IOException {
    open(good, security.equals("implicit"));
    byte[] content = new byte[700_000];
    new Random(3).nextBytes(content);
    Files.write(files.resolve("out").resolve("statement.xml"), content);

    road("security", security, "certificate", Certificates.pem(good));

    Eventually.holds("it is put away", this::putAway);
    assertThat(hub.deliveries()).containsExactly("bank statement.xml 700000");
    assertThat(hub.look(BANK).holds()).isTrue();
  }

  @Test
  void aLineThatIsCutInTheMiddleOfAFileLosesAndDoublesNothing() throws IOException {
    open(good, false);
    byte[] content = new byte[700_000];
    new Random(5).nextBytes(content);
    Files.write(files.resolve("out").resolve("statement.xml"), content);
    server().cutAfter(300_000);

    road("certificate", Certificates.pem(good));

    Eventually.holds("it is put away", this::putAway);
    assertThat(server().cuts()).isEqualTo(1);
    assertThat(hub.deliveries()).containsExactly("bank statement.xml 700000");
    assertThat(hub.failure(BANK)).isNotEmpty();
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws IOException {
    open(good, false);
    Files.writeString(files.resolve("out").resolve("statement.xml"), "<hello/>");
    road();

    Eventually.holds("it is said", () -> hub.failure(BANK).contains("not one to trust"));
    assertThat(hub.deliveries()).isEmpty();
    assertThat(hub.look(BANK).holds()).isFalse();
  }

  @Test
  void aCertificateOfAnotherNameIsRefusedAlthoughItIsTrusted() throws IOException {
    open(otherName, false);
    Files.writeString(files.resolve("out").resolve("statement.xml"), "<hello/>");
    road("certificate", Certificates.pem(otherName));

    Eventually.holds("it is said", () -> hub.failure(BANK).contains("not one to trust"));
    assertThat(hub.failure(BANK)).contains("127.0.0.1");
    assertThat(hub.deliveries()).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaid() throws IOException {
    open(good, false);
    Map<String, String> settings =
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            String.valueOf(server().port()),
            "user",
            FtpsServerOfBank.USER,
            "certificate",
            Certificates.pem(good),
            "folder",
            "out");
    hub.road(BANK, RoadKind.FTPS, settings, Map.of("password", "wrong-as-can-be"));

    Eventually.holds("it is said", () -> hub.failure(BANK).contains("check user and password"));
    assertThat(hub.failure(BANK)).doesNotContain("wrong-as-can-be");
  }
}
