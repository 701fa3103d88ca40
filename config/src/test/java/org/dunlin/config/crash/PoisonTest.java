package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.config.crash.Books.Arrived;
import org.dunlin.sandbox.world.OutsideFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonTest {
  private static final int DAYS = 4;
  private static final int KILLED = 137;
  private static final int ATTEMPTS = 3;

  @TempDir Path folder;

  @Test
  void aFileThatKillsTheHubThreeTimesIsPutAsideAndTakesNoOtherWithIt() throws IOException {
    try (Outside outside = Outside.of(DAYS, folder.resolve("books"))) {
      Hubs.useTheirOwn("poison", folder.resolve("data"), hubs -> translate(outside, hubs));
    }
  }

  private static void translate(Outside outside, Hubs hubs) throws IOException {
    String deadly = invoice(outside.deliver(outside.world().days()));
    List<String> settings = new ArrayList<>(outside.settings());
    settings.add(DeadlyFile.NAME + "=" + deadly);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      assertThat(hubs.launch(settings).ended()).isEqualTo(KILLED);
    }
    HubProcess survivor = hubs.start(settings);
    HubProcess.await(survivor.drained());
    Books books = new Books(hubs.cluster().database());
    assertThat(notTranslated(books)).extracting(Arrived::name).containsExactly(deadly);
    Arrived poison = notTranslated(books).getFirst();
    assertThat(poison.state()).isEqualTo("POISON");
    assertThat(poison.reason()).contains("tried 3 times").contains("Replay it");

    survivor.mend();
    assertThat(survivor.replay(UUID.fromString(poison.id()))).isTrue();
    HubProcess.await(survivor.drained());
    assertThat(notTranslated(books)).isEmpty();
  }

  private static String invoice(List<OutsideFile> files) {
    return files.stream()
        .map(OutsideFile::name)
        .filter(name -> name.startsWith("factuur"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Arrived> notTranslated(Books books) {
    return books.deliveries().stream()
        .filter(arrived -> !List.of("APPLIED", "QUARANTINED").contains(arrived.state()))
        .toList();
  }
}
