package org.dunlin.work.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.inbox.UnknownCompany;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file is the hub's as a whole, or it stays its source's as a whole. */
class AcceptFileTest {
  private static final byte[] FILE = "something".getBytes(UTF_8);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void anAcceptedFileWaitsInTheInbox() {
    assertThat(hub.offer("a.xml", FILE)).isInstanceOf(Acceptance.Accepted.class);

    assertThat(hub.deliveries())
        .extracting(Seen::name, Seen::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("a.xml", "NEW"));
  }

  @Test
  void theSameBytesAreTakenOnceUnderWhateverName() {
    hub.offer("a.xml", FILE);

    assertThat(hub.offer("b.xml", FILE)).isInstanceOf(Acceptance.CameBefore.class);
    assertThat(hub.deliveries()).hasSize(1);
    assertThat(chunks()).as("of the second nothing is kept").isEqualTo(1);
    assertThat(hub.stores.journal().newest("acme", 10))
        .filteredOn(entry -> entry.event().equals("FILE_CAME_AGAIN"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).contains("b.xml"))
        .satisfies(
            entry ->
                assertThat(entry.subjectId())
                    .isEqualTo(hub.deliveries().getFirst().id().toString()));
  }

  @Test
  void theSameBytesAreTakenForEachCompany() {
    hub.company("other", DunningMode.SHADOW, null, "NL91ABNA0417164300");
    hub.offer("acme", "a.xml", FILE);

    assertThat(hub.offer("other", "a.xml", FILE)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void ofManyWhoOfferTheSameBytesAtOnceOneIsTaken() throws Exception {
    CountDownLatch ready = new CountDownLatch(4);
    try (ExecutorService roads = Executors.newFixedThreadPool(4)) {
      List<Future<Acceptance>> answers =
          java.util.stream.IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      roads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return hub.offer(i + ".xml", FILE);
                          }))
              .toList();
      int accepted = 0;
      for (Future<Acceptance> answer : answers) {
        accepted += answer.get() instanceof Acceptance.Accepted ? 1 : 0;
      }
      assertThat(accepted).isEqualTo(1);
    }
    assertThat(hub.deliveries()).hasSize(1);
    assertThat(chunks()).isEqualTo(1);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndNothingOfItIsKept() {
    assertThat(hub.offer("huge.bin", new byte[(int) TestHub.LARGEST_FILE + 1]))
        .isInstanceOf(Acceptance.Refused.class);

    assertThat(hub.deliveries()).isEmpty();
    assertThat(chunks()).isZero();
    assertThat(intake().lastFailure()).contains("huge.bin", "more than 2097152 bytes");
  }

  @Test
  void aFileOfExactlyTheLargestSizeIsTaken() {
    assertThat(hub.offer("large.bin", new byte[(int) TestHub.LARGEST_FILE]))
        .isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void aStreamThatBreaksOffLeavesNothingAndTheSourceKeepsTheFile() {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(new byte[300_000])) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
              throw new IOException("the disk is gone");
            }
            return count;
          }
        };
    assertThatThrownBy(() -> hub.accept.accept("acme", TestHub.CONNECTION, "a.xml", broken))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(hub.deliveries()).isEmpty();
    assertThat(chunks()).isZero();
    assertThat(intake().failing()).isTrue();
  }

  @Test
  void aProcessThatDiesBeforeTheCommitHasAcceptedNothing() {
    AcceptFile dying =
        new AcceptFile(
            hub.stores,
            java.time.Clock.systemUTC(),
            step -> {
              if (step == Step.INTAKE_STORED) {
                throw new IllegalStateException("killed");
              }
            },
            TestHub.LARGEST_FILE);
    assertThatThrownBy(
            () -> dying.accept("acme", TestHub.CONNECTION, "a.xml", new ByteArrayInputStream(FILE)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(hub.deliveries()).isEmpty();

    assertThat(hub.offer("a.xml", FILE))
        .as("offered again")
        .isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void aFileThatWasTakenBeforeAProcessDiedIsKnownWhenItIsOfferedAgain() {
    AcceptFile dying =
        new AcceptFile(
            hub.stores,
            java.time.Clock.systemUTC(),
            step -> {
              if (step == Step.INTAKE_COMMITTED) {
                throw new IllegalStateException("killed");
              }
            },
            TestHub.LARGEST_FILE);
    assertThatThrownBy(
            () -> dying.accept("acme", TestHub.CONNECTION, "a.xml", new ByteArrayInputStream(FILE)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(hub.offer("a.xml", FILE)).isInstanceOf(Acceptance.CameBefore.class);
    assertThat(hub.deliveries()).hasSize(1);
  }

  @Test
  void aNameIsShownWithoutControlCharactersAndNotLongerThanALine() {
    hub.offer("a\r\nb\u0000.xml" + "x".repeat(300), FILE);

    String name = hub.deliveries().getFirst().name();
    assertThat(name).startsWith("a??b?.xml").hasSize(200);
  }

  @Test
  void aNameThatTurnsTheDirectionOfTextIsShownAsItIsWritten() {
    hub.offer("invoice\u202Elmx.exe", FILE);

    assertThat(hub.deliveries().getFirst().name()).isEqualTo("invoicelmx.exe");
  }

  @Test
  void aFileForACompanyThatTheHubHasNotStaysWithItsSource() {
    assertThatThrownBy(() -> hub.offer("nobody", "a.xml", FILE))
        .isInstanceOf(UnknownCompany.class)
        .hasMessageContaining("no company nobody in this hub")
        .hasMessageContaining("Add the company first.");

    assertThat(hub.jdbc().sql("select count(*) from delivery").query(Integer.class).single())
        .isZero();
    assertThat(chunks()).isZero();
  }

  @Test
  void anEmptyFileIsTakenAndRefusedByTranslation() {
    assertThat(hub.offer("empty", new byte[0])).isInstanceOf(Acceptance.Accepted.class);
    hub.settle();

    assertThat(hub.deliveries().getFirst().state()).isEqualTo("QUARANTINED");
  }

  private FlowState intake() {
    return hub.stores.flows().of("acme").stream()
        .filter(flow -> flow.flow().equals("intake"))
        .findFirst()
        .orElseThrow();
  }

  private int chunks() {
    return hub.jdbc().sql("select count(*) from delivery_chunk").query(Integer.class).single();
  }
}
