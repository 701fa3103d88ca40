package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.port.Checkpoint.Step.INTAKE_STORED;
import static org.dunlin.core.port.Checkpoint.Step.MATCH_RECORDED;
import static org.dunlin.core.port.Checkpoint.Step.TRANSLATE_APPLIED;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledHubTest {
  @TempDir Path folder;

  @Test
  void threeKills() throws Exception {
    Deque<Kill> plan = new ArrayDeque<>(List.of(
      new Kill(Stop.at(INTAKE_STORED, 3), Victim.HUB),
      new Kill(Stop.at(TRANSLATE_APPLIED, 5), Victim.POSTMASTER),
      new Kill(Stop.at(MATCH_RECORDED), Victim.POSTMASTER_THEN_HUB)));
    try (Outside outside = Outside.of(30, folder.resolve("books"));
        Hubs hubs = new Hubs("killed", folder.resolve("data"))) {
      long t = System.nanoTime();
      HubProcess hub = hubs.start(outside.settings());
      System.err.println("start " + (System.nanoTime() - t) / 1000000);
      for (int i = 0; i < 30; i++) {
        t = System.nanoTime();
        List<LocalDate> days = i == 0 ? outside.world().days().subList(0, 15) : outside.world().days().subList(14 + i, 15 + i);
        hub.begin(days.getLast());
        outside.deliver(days);
        while (true) {
          CompletableFuture<String> at = plan.isEmpty() ? new CompletableFuture<>() : hub.stopAt(plan.getFirst().stop());
          CompletableFuture<String> drained = hub.drained();
          HubProcess.await(CompletableFuture.anyOf(at, drained));
          if (!at.isDone()) break;
          Kill kill = plan.removeFirst();
          System.err.println(kill);
          switch (kill.victim()) {
            case HUB -> hub.kill();
            case POSTMASTER -> hubs.cluster().killPostmaster();
            case HUB_THEN_POSTMASTER -> { hub.kill(); hubs.cluster().killPostmaster(); }
            case POSTMASTER_THEN_HUB -> { hubs.cluster().killPostmaster(); hub.kill(); }
          }
          if (hub.isAlive()) hub.goOn(); else { t = System.nanoTime(); hub = hubs.start(outside.settings());
      System.err.println("start " + (System.nanoTime() - t) / 1000000);}
        }
        outside.readMail(days.getLast());
        System.err.println(days.getLast() + " " + (System.nanoTime() - t) / 1000000 + " mails " + outside.mails().size());
        if (i == 14) break;
      }
      hubs.end();
    }
    assertThat(plan).isEmpty();
  }
}
