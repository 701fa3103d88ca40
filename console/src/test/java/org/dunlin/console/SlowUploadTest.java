package org.dunlin.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dunlin.console.RawSocket.Answer;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.PushFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that sends slowly keeps nobody waiting but itself. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what has arrived is looked up in /proc")
class SlowUploadTest {
  private static final int ALL = 700_000;
  private static final int SENT_AT_FIRST = 600_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Scene scene = new Scene();

  @Test
  void aCallThatStopsHalfwayHoldsNoTransactionAndIsTakenWhenItGoesOn() throws Exception {
    String secret = Caller.secret(scene.id(), Scope.WRITE);
    String path =
        "/api/v1/companies/%s/connections/%s/deliveries?name=slow"
            .formatted(scene.id(), Scene.FOLDER);
    stopsAndGoesOn(
        URI.create(Hub.SHARED.address()).getPort(), path, "Authorization: Bearer " + secret);
  }

  @Test
  void aPushThatStopsHalfwayHoldsNoTransactionAndIsTakenWhenItGoesOn() throws Exception {
    PushFile pushes = Hub.SHARED.context().getBean(PushFile.class);
    String secret = pushes.make(scene.id(), Scene.FOLDER, "anna");
    String path = "/hooks/%s/%s/%s".formatted(scene.id(), Scene.FOLDER, secret);
    stopsAndGoesOn(Hub.SHARED.publicPort(), path, "X-Slow: yes");
  }

  private void stopsAndGoesOn(int port, String path, String header) throws IOException {
    String text = (UUID.randomUUID() + " ").repeat(ALL / 37 + 1).substring(0, ALL);
    byte[] body = text.getBytes(ISO_8859_1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      OutputStream out = socket.getOutputStream();
      String head =
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, header, ALL);
      out.write(head.getBytes(ISO_8859_1));
      out.write(body, 0, SENT_AT_FIRST);
      out.flush();
      waitUntilArrived();

      assertThat(transactionsThatWait()).isZero();

      out.write(body, SENT_AT_FIRST, ALL - SENT_AT_FIRST);
      out.flush();
      Answer answer = new Answer(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }
    assertThat(arrived()).as("what is accepted lies in no file any more").isNegative();
  }

  /** Until all that was sent lies in the temporary file, so that the hub waits for the client. */
  private static void waitUntilArrived() throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    while (arrived() < SENT_AT_FIRST) {
      assertThat(Instant.now()).as("the body does not arrive in a file").isBefore(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The bytes of the file of a body that this process has open; negative where there is none. */
  private static long arrived() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(SlowUploadTest::isBody).mapToLong(SlowUploadTest::size).max().orElse(-1);
    }
  }

  private static boolean isBody(Path open) {
    try {
      return Files.readSymbolicLink(open).toString().contains("/dunlin-body");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  private static long size(Path open) {
    try {
      return Files.size(open);
    } catch (IOException e) {
      return -1;
    }
  }

  private static int transactionsThatWait() {
    return JdbcClient.create(Hub.SHARED.context().getBean(TestDatabase.class).dataSource())
        .sql(
            "select count(*) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and xact_start is not null")
        .query(Integer.class)
        .single();
  }
}
