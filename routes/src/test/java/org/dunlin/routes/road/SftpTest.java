package org.dunlin.routes.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.road.RoadKind;
import org.dunlin.routes.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come in from an SFTP server whole and once, and from no other server. */
class SftpTest {
  private static final KeyPair HOST_KEY = SshServerOfBank.newKey();
  private static final String BANK = "bank";

  @TempDir private Path files;
  private final RoadHub hub = new RoadHub();
  private SshServerOfBank server;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(files.resolve("out"));
    server = new SshServerOfBank(files, HOST_KEY, null);
  }

  @AfterEach
  void close() throws Exception {
    hub.close();
    server.close();
  }

  private Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "127.0.0.1");
    settings.put("port", String.valueOf(server.port()));
    settings.put("user", SshServerOfBank.USER);
    settings.put("hostKey", server.hostKey());
    settings.put("folder", "out");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private void road(String... more) {
    hub.road(BANK, RoadKind.SFTP, settings(more), Map.of("password", SshServerOfBank.PASSWORD));
  }

  private void drop(String name, byte[] content) throws IOException {
    Files.write(files.resolve("out").resolve(name), content);
  }

  private List<String> under(String folder) {
    Path top = files.resolve("out").resolve(folder);
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).map(each -> each.getFileName().toString()).toList();
    } catch (IOException e) {
      return List.of(); // it was moved meanwhile
    }
  }

  private static byte[] large(int bytes) {
    byte[] content = new byte[bytes];
    new Random(7).nextBytes(content);
    return content;
  }

  @Test
  void aFileIsTakenAndMovedIntoTheFolderForWhatWasTaken() throws IOException {
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road();

    Eventually.holds("it is put away", () -> under("done").size() == 1);

    assertThat(under("done")).singleElement().asString().endsWith("-statement.xml");
    assertThat(under("")).hasSize(1);
    assertThat(hub.deliveries()).containsExactly("bank statement.xml 8");
    Eventually.holds("looks go well", () -> hub.well(BANK));
  }

  @Test
  void aServerThatShowsAnotherKeyIsRefusedWithBothFingerprints() throws IOException {
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    String expected = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    road("hostKey", expected);

    Eventually.holds("it is refused", () -> hub.failure(BANK).contains(server.fingerprint()));

    assertThat(hub.failure(BANK)).contains(expected).contains("Nothing was sent to it");
    assertThat(hub.look(BANK).holds()).isFalse();
    assertThat(hub.look(BANK).sentence()).contains(expected).contains(server.fingerprint());
    assertThat(hub.deliveries()).isEmpty();

    road("hostKey", server.fingerprint());
    Eventually.holds("it is taken", () -> hub.deliveries().size() == 1);
  }

  @Test
  void whoShowsAKeyOfTheirOwnNeedsNoPassword() throws Exception {
    server.close();
    KeyPair own = SshServerOfBank.newKey();
    server = new SshServerOfBank(files, HOST_KEY, own.getPublic());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    OpenSSHKeyEncryptionContext sealed = new OpenSSHKeyEncryptionContext();
    sealed.setPassword("of the key");
    sealed.setCipherType("256");
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(own, "", sealed, text);
    String flat = text.toString(UTF_8).replace("\n", " "); // as a field of one line gives it
    drop("statement.xml", "<hello/>".getBytes(UTF_8));

    hub.road(
        BANK, RoadKind.SFTP, settings(), Map.of("privateKey", flat, "passphrase", "of the key"));

    Eventually.holds("it is put away", () -> under("done").size() == 1);
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    hub.road(BANK, RoadKind.SFTP, settings(), Map.of("password", "wrong-as-can-be"));

    Eventually.holds("it is said", () -> hub.failure(BANK).contains("check user and password"));
    assertThat(hub.failure(BANK)).doesNotContain("wrong-as-can-be");
    assertThat(hub.look(BANK).sentence()).contains("check user and password");
  }

  @Test
  void aCutConnectionLosesNothingAndLeavesNoHalfFile() throws IOException {
    byte[] content = large(3_000_000);
    drop("large.xml", content);
    try (CuttingProxy line = new CuttingProxy(server.port())) {
      line.cutAfter(1_500_000);
      road("port", String.valueOf(line.port()));

      Eventually.holds("it is put away", () -> under("done").size() == 1);

      assertThat(line.cuts()).isEqualTo(1);
      assertThat(hub.failure(BANK)).startsWith("large.xml: ");
      assertThat(hub.deliveries()).containsExactly("bank large.xml 3000000");
    }
  }

  @Test
  void aFileThatWasTakenBeforeTheProcessDiedIsNotTakenTwice() throws Exception {
    hub.dieAt(Step.INTAKE_COMMITTED);
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road();

    Eventually.holds("it is put away", () -> under("done").size() == 1);

    assertThat(hub.deliveries()).containsExactly("bank statement.xml 8");
    assertThat(hub.noted("FILE_CAME_AGAIN")).hasSize(1);
  }

  @Test
  void whatIsKeptIsTakenOnceAlsoByTheNextProcess() throws Exception {
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road("after", "keep");
    Eventually.holds("it is taken", () -> hub.deliveries().size() == 1);

    hub.restart();
    drop("next.xml", "<next/>".getBytes(UTF_8));
    Eventually.holds("the next is taken", () -> hub.deliveries().size() == 2);

    assertThat(under("")).containsExactlyInAnyOrder("statement.xml", "next.xml");
    assertThat(hub.noted("FILE_CAME_AGAIN")).isEmpty();
  }

  @Test
  void aFileWithAMarkerIsTakenOnceTheMarkerLiesBesideIt() throws IOException {
    drop("first.xml", "<first/>".getBytes(UTF_8));
    drop("second.xml", "<second/>".getBytes(UTF_8));
    drop("second.xml.ready", new byte[0]);
    road("marker", ".ready");
    Eventually.holds("the second is taken", () -> hub.deliveries().size() == 1);
    assertThat(hub.deliveries()).containsExactly("bank second.xml 9");

    drop("first.xml.ready", new byte[0]);
    Eventually.holds("the first is taken, too", () -> hub.deliveries().size() == 2);
  }

  @Test
  void namesThatAreNotWantedAndUnfinishedOnesStay() throws IOException {
    drop("statement.xml.part", "<half".getBytes(UTF_8));
    drop(".hidden.xml", "<hidden/>".getBytes(UTF_8));
    drop("readme.txt", "hello".getBytes(UTF_8));
    drop("statement.XML", "<whole/>".getBytes(UTF_8));
    road("files", "*.xml");
    Eventually.holds("one is taken", () -> under("done").size() == 1);

    assertThat(hub.deliveries()).containsExactly("bank statement.XML 8");
    assertThat(under("")).contains("statement.xml.part", ".hidden.xml", "readme.txt");
  }

  @Test
  void aFileThatCannotBePutAwayIsTakenOnceAndSaid() throws IOException {
    Files.writeString(files.resolve("out").resolve("done"), "a file in the folder's place");
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road("files", "*.xml");

    Eventually.holds("it is said", () -> hub.failure(BANK).contains("could not be put away"));
    Files.delete(files.resolve("out").resolve("done"));
    Eventually.holds("it is put away", () -> under("done").size() == 1);

    assertThat(hub.deliveries()).hasSize(1);
    assertThat(hub.noted("FILE_CAME_AGAIN")).isEmpty();
  }

  @Test
  void theSameFileOverTwoRoadsIsOneFile() throws IOException {
    Files.createDirectories(files.resolve("other"));
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road();
    Eventually.holds("it is put away", () -> under("done").size() == 1);
    Files.writeString(files.resolve("other").resolve("again.xml"), "<hello/>");

    hub.road(
        "other",
        RoadKind.SFTP,
        settings("folder", "other"),
        Map.of("password", SshServerOfBank.PASSWORD));

    Eventually.holds("it came again", () -> hub.noted("FILE_CAME_AGAIN").size() == 1);
    assertThat(hub.deliveries()).containsExactly("bank statement.xml 8");
    Eventually.holds(
        "it is put away", () -> !Files.exists(files.resolve("other").resolve("again.xml")));
  }

  @Test
  void aRoadIsNotGoneWhileItIsPausedAndAgainOnceItIsResumed() throws IOException {
    road();
    assertThat(hub.goes(BANK)).isTrue();
    hub.pause(BANK, true);
    assertThat(hub.goes(BANK)).isFalse();

    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    hub.pause(BANK, false);
    Eventually.holds("it is taken", () -> hub.deliveries().size() == 1);
  }

  @Test
  void aTestSaysWhatLiesThereAndTakesNothing() throws IOException {
    drop("statement.xml", "<hello/>".getBytes(UTF_8));
    road("every", "1000");
    assertThat(hub.look(BANK).sentence())
        .contains("answers: ")
        .contains("in the folder out")
        .contains(server.fingerprint());
    assertThat(hub.look(BANK).holds()).isTrue();
    assertThat(hub.deliveries()).isEmpty();
  }
}
