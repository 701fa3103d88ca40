package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.connectors.yaml.Fault;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  private final List<Folder> droppedIn = new ArrayList<>();

  @Test
  void aFolderThatIsDroppedInIsFoundAtTheNextLook() {
    Programs programs = new Programs(() -> droppedIn);
    assertThat(programs.program("example")).isEmpty();

    droppedIn.add(FolderOnDisk.example());
    programs.rescan();

    assertThat(programs.program("example")).isPresent();
    assertThat(programs.all()).extracting(Program::name).contains("example");
    assertThat(programs.broken()).isEmpty();
  }

  @Test
  void aBrokenFolderIsRefusedWithItsReasonsAndDisturbsNothing() {
    droppedIn.add(FolderOnDisk.example());
    droppedIn.add(new Folder("broken", FolderOnDisk.example().files()));
    Programs programs = new Programs(() -> droppedIn);

    assertThat(programs.program("example")).isPresent();
    assertThat(programs.program("broken")).isEmpty();
    assertThat(programs.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.folder()).isEqualTo("broken");
              assertThat(broken.faults())
                  .extracting(Fault::sentence)
                  .containsExactly("program: the program is called as its folder, broken.");
            });
  }

  @Test
  void aFolderThatCannotBeReadAtAllIsRefusedAndItsNeighboursGoOn() {
    Map<String, byte[]> none = new HashMap<>();
    none.put("broken.jslt", null);
    none.put("program.yaml", FolderOnDisk.example().files().get("program.yaml"));
    droppedIn.add(new Folder("broken", none));
    droppedIn.add(FolderOnDisk.example());

    Programs programs = new Programs(() -> droppedIn);

    assertThat(programs.program("example")).isPresent();
    assertThat(programs.broken())
        .singleElement()
        .satisfies(
            broken ->
                assertThat(broken.faults().getFirst().sentence())
                    .isEqualTo("It cannot be read at all (NullPointerException)."));
  }

  @Test
  void whoLooksWhileAnotherDoesIsNotKeptWaiting() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    AtomicInteger looks = new AtomicInteger();
    Programs programs =
        new Programs(
            () -> {
              if (looks.incrementAndGet() == 2) {
                looking.countDown();
                await(seen);
              }
              return List.of();
            });
    Thread other = Thread.ofVirtual().start(programs::rescan);
    looking.await();

    programs.rescanUnlessLooking();

    assertThat(looks).hasValue(2);
    seen.countDown();
    other.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatWasSoundGoesOnWhileItsFolderIsBeingChanged() {
    droppedIn.add(FolderOnDisk.example());
    Programs programs = new Programs(() -> droppedIn);
    Program before = programs.program("example").orElseThrow();

    droppedIn.set(0, FolderOnDisk.with(FolderOnDisk.example(), "invoices.jslt", "{\"half"));
    programs.rescan();
    programs.rescan();

    assertThat(programs.program("example")).containsSame(before);
    assertThat(programs.broken()).hasSize(1);

    droppedIn.set(0, FolderOnDisk.with(FolderOnDisk.example(), "invoices.jslt", "null"));
    programs.rescan();

    assertThat(programs.program("example")).isPresent().get().isNotSameAs(before);
    assertThat(programs.broken()).isEmpty();
  }

  @Test
  void aFolderThatHasNotChangedIsNotLoadedAgain() {
    droppedIn.add(FolderOnDisk.example());
    Programs programs = new Programs(() -> droppedIn);
    Program before = programs.program("example").orElseThrow();

    droppedIn.set(0, FolderOnDisk.example());
    programs.rescan();

    assertThat(programs.program("example")).containsSame(before);
  }

  @Test
  void aFolderThatIsTakenAwayIsGone() {
    droppedIn.add(FolderOnDisk.example());
    Programs programs = new Programs(() -> droppedIn);

    droppedIn.clear();
    programs.rescan();

    assertThat(programs.program("example")).isEmpty();
  }
}
