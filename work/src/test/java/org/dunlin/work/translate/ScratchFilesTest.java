package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.connectors.Scratch;
import org.junit.jupiter.api.Test;

/** What a translator puts there it finds again, and afterwards nothing of it is left. */
class ScratchFilesTest {
  private static ByteBuffer page(int value) {
    ByteBuffer page = ByteBuffer.allocate(Scratch.PAGE_BYTES);
    while (page.hasRemaining()) {
      page.put((byte) value);
    }
    return page.clear();
  }

  private static ByteBuffer read(Scratch.Room room, long number) {
    ByteBuffer page = page(-1);
    room.read(number, page);
    return page.clear();
  }

  @Test
  void aPageIsBlankUntilItIsWritten() {
    try (ScratchFiles scratch = new ScratchFiles()) {
      Scratch.Room room = scratch.room();
      room.write(3, page(7));

      assertThat(read(room, 0)).isEqualTo(page(0));
      assertThat(read(room, 3)).isEqualTo(page(7));
      assertThat(read(room, 900_000)).isEqualTo(page(0));
    }
  }

  @Test
  void whatIsWrittenInOneRoomDoesNotStandInAnother() {
    try (ScratchFiles scratch = new ScratchFiles()) {
      Scratch.Room one = scratch.room();
      Scratch.Room other = scratch.room();
      one.write(0, page(1));
      other.write(0, page(2));

      assertThat(read(one, 0)).isEqualTo(page(1));
      assertThat(read(other, 0)).isEqualTo(page(2));
    }
  }

  @Test
  void aRoomThatWasGivenBackBeforeTheOthersIsNoFailure() {
    try (ScratchFiles scratch = new ScratchFiles()) {
      scratch.room().close();
      Scratch.Room other = scratch.room();
      other.write(0, page(2));

      assertThat(read(other, 0)).isEqualTo(page(2));
    }
  }

  @Test
  void noFileIsLeft() throws IOException {
    List<Path> before = files();
    try (ScratchFiles scratch = new ScratchFiles()) {
      scratch.room().write(0, page(1));
      scratch.room().write(0, page(1));
    }

    assertThat(before).containsAll(files());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(each -> each.getFileName().toString().startsWith("dunlin-scratch"))
          .toList();
    }
  }
}
