package org.dunlin.work.tieout;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Stores;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutTotal;
import org.dunlin.work.TestHub;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.translate.FolderTranslators;
import org.dunlin.work.translate.TranslateDelivery;

/** A hub that is connected to a {@link Till}, and takes in all that it has. */
final class TillHub implements AutoCloseable {
  final Till till = new Till();
  final ScriptedVendor vendor = new ScriptedVendor();
  final PullHub hub = new PullHub(Till.MANIFEST, Till.MAPPINGS, vendor);
  final Stores stores = hub.hub.stores;
  private final TranslateDelivery translate =
      new TranslateDelivery(
          stores, new FolderTranslators(hub.process.links), Checkpoint.NONE, Abilities.NONE);

  private final MatchCompany match =
      new MatchCompany(stores, Checkpoint.NONE, program -> Set.of(WriteBack.PAYMENT));

  TillHub() {
    vendor.answers(till);
    hub.connect(Map.of(), Map.of());
  }

  /**
   * Pulls, translates and matches what is due, and again after every wait, until a run has ended.
   */
  void run() {
    for (int turn = 0; turn < 8; turn++) {
      hub.drain();
      settle();
      if (stores.tieOuts().runs().running("acme", PullHub.SHOP).isEmpty()
          && last().filter(run -> run.businessDate().equals(today())).isPresent()) {
        return;
      }
      afterTheWait();
    }
    throw new AssertionError("The run does not end.");
  }

  /** Puts the technical time forward for the tie-out alone: what was pulled stays translated. */
  void afterTheWait() {
    hub.hub.sql("update connection_stream set due_at = now() where reading = 'TOTALS'");
    hub.hub.sql("update program_connection set due_at = now(), limited_until = null");
  }

  /** Translates and matches all that waits. */
  void settle() {
    TestHub.drain(() -> translate.next() || match.next());
  }

  /** Lets the next business day come, and runs. */
  void nextDay() {
    hub.hub.day.begin("acme", today().plusDays(1));
    run();
  }

  private LocalDate today() {
    return stores.companies().businessDate(stores.companies().profile("acme"));
  }

  Optional<TieOutRun> last() {
    return stores.tieOuts().runs().ended("acme", PullHub.SHOP, 1).stream().findFirst();
  }

  TieOutRun result() {
    return last().orElseThrow();
  }

  List<TieOutLine> lines() {
    return stores.tieOuts().runs().lines(result(), 1000);
  }

  List<TieOutTotal> totals() {
    return stores.tieOuts().runs().totals(result());
  }

  /** The reasons of a customer's difference with their amounts. */
  Map<DifferenceReason, String> reasons(String customer) {
    return lines().stream()
        .filter(line -> line.customerKey().equals(customer))
        .flatMap(line -> line.parts().stream())
        .collect(
            Collectors.toMap(
                part -> part.reason(), part -> part.amount().stripTrailingZeros().toPlainString()));
  }

  int owedRead() {
    return vendor.paths(path -> path.contains("/owed?page=1")).size();
  }

  @Override
  public void close() {
    hub.close();
  }
}
