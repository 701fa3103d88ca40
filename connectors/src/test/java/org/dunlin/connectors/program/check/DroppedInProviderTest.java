package org.dunlin.connectors.program.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.FolderOnDisk;
import org.dunlin.connectors.program.Programs;
import org.junit.jupiter.api.Test;

/** The payment provider of the documentation is a folder that anybody can drop in. */
class DroppedInProviderTest {
  private static final Path ADYEN = Path.of("..", "docs", "example", "programs", "adyen");

  @Test
  void itHoldsAllThatItDeclares() {
    FolderChecked checked = FolderCheck.of(folder());

    assertThat(checked.faults()).isEmpty();
    assertThat(checked.examples()).allMatch(ExampleOutcome::holds);
    assertThat(checked.capabilities()).allMatch(Held::holds);
    assertThat(checked.holds()).isTrue();
  }

  @Test
  void itIsOfferedOnceItIsDroppedIn() {
    Programs programs = new Programs(() -> List.of(folder()));

    assertThat(programs.broken()).isEmpty();
    assertThat(programs.program("adyen").orElseThrow().manifest().capabilities())
        .contains(Capability.PAY_CHECKOUT, Capability.PAY_REFUND);
  }

  private static Folder folder() {
    return FolderOnDisk.read(ADYEN);
  }
}
