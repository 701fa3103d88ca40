package org.dunlin.work.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dunlin.connectors.program.CarriedFolders;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.ProgramLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No case is left out that applies. */
class LacksTest {
  @Test
  void everyCarriedFolderIsPlayed() {
    assertThat(CarriedFolders.all().stream().filter(LacksTest::bringsRecords).map(Folder::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Carried.values()).map(Carried::folder),
                    Stream.of(CarriedProvider.values()).map(CarriedProvider::folder))
                .distinct()
                .toList());
  }

  /** Gateways for texts bring none; their texts are played in TextTest. */
  private static boolean bringsRecords(Folder folder) {
    return ProgramLoader.load(folder) instanceof ProgramLoader.Loaded.Sound(Program program)
        && !program.manifest().streams().isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatAProgramIsSaidToLackItsManifestDoesNotHaveAndNothingElse(Carried program) {
    try (ContractHub hub = ContractHub.connectedTo(program)) {
      for (Need need : Need.values()) {
        need.saidBy(hub.manifest())
            .ifPresent(
                said ->
                    assertThat(said)
                        .as("%s of %s, which %s", need, program, Lacks.reason(need, program))
                        .isEqualTo(Lacks.reason(need, program).isEmpty()));
      }
    }
  }
}
