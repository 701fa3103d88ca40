package org.dunlin.work.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.backup.Backup;
import org.dunlin.store.backup.BackupFile;
import org.dunlin.store.backup.Progress;
import org.dunlin.store.backup.Restoration;
import org.dunlin.store.company.Restored;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub that was backed up went on; the restored one must not repeat what it did. */
class AfterRestoreTest {
  private static final Instant AT = Instant.parse("2026-11-24T15:00:00Z");
  private static final LocalDate OVERDUE = LocalDate.of(2026, 11, 19);

  private final TestHub former = TestHub.with(DunningMode.LIVE);
  private final TestHub restored = TestHub.empty();
  private Path file = Path.of("");

  @BeforeEach
  void name(@TempDir Path folder) {
    file = folder.resolve("hub.zip");
    former.offer("invoice.xml", InvoiceFile.of("INV-2026-1", "c1", OVERDUE, "100.00").bytes());
    former.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
  }

  @AfterEach
  void close() {
    former.close();
    restored.close();
  }

  private void backUp() {
    new Backup(former.dataSource(), "test").write(file, List.of(), Progress.NONE);
  }

  private void restore(boolean moved) {
    try (BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
      Restored what = new Restored(AT, backup.head().at());
      Restored.Next next = moved ? Restored.Next.GO_ON : Restored.Next.HOLD;
      new Restoration(restored.dataSource())
          .load(backup, Progress.NONE, settings -> settings.setRestored(what, next));
    }
    AfterRestore after = new AfterRestore(restored.stores);
    assertThat(after.complete()).isTrue();
    assertThat(after.complete()).isFalse();
  }

  private static List<Effect> emails(TestHub hub, EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.EMAIL).toList();
  }

  private DunningMode mode() {
    return restored.stores.companies().profile("acme").mode();
  }

  @Test
  void whatWaitedInTheOutboxMayHaveLeftAndIsAQuestionForAPerson() {
    former.decide();
    assertThat(emails(former, EffectState.PENDING)).hasSize(1);
    backUp();
    former.run();
    assertThat(former.outlet.emails()).hasSize(1);

    restore(false);
    restored.run();

    assertThat(restored.outlet.emails()).isEmpty();
    assertThat(emails(restored, EffectState.UNKNOWN))
        .singleElement()
        .satisfies(
            effect ->
                assertThat(effect.reason())
                    .contains("restored from a backup of", "It may have left since."));
    Effect unknown = emails(restored, EffectState.UNKNOWN).getFirst();
    assertThat(restored.decisions.resolveUnknown("acme", unknown.id(), true, "anna")).isTrue();
    restored.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    restored.run();
    assertThat(restored.outlet.emails()).isEmpty();
  }

  @Test
  void whatTheFormerHubDecidedAfterTheBackupIsNotSentAgainByItself() {
    former.settle();
    backUp();
    former.run();
    assertThat(former.outlet.emails()).hasSize(1);

    restore(false);
    restored.run();
    assertThat(mode()).isEqualTo(DunningMode.SHADOW);
    assertThat(heldBy()).contains(HoldReason.SHADOW.name());
    restored.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    restored.run();

    assertThat(restored.outlet.emails()).isEmpty();
    assertThat(emails(restored, EffectState.AWAITING_APPROVAL)).hasSize(1);
    assertThat(restored.decisions.countWaitingAsSent("acme", "anna")).isEqualTo(1);
    restored.decisions.settleRestore("anna");
    restored.run();
    restored.day.begin("acme", TestHub.TODAY.plusDays(1));
    restored.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY).bytes());
    restored.run();
    assertThat(restored.outlet.emails()).isEmpty();
    assertThat(emails(restored, EffectState.SENT)).hasSize(1);
  }

  private String heldBy() {
    return String.join(
        " ",
        restored
            .jdbc()
            .sql("select record ->> 'holds' from action where state = 'HELD'")
            .query(String.class)
            .list());
  }

  @Test
  void onceItIsSettledRemindersLeaveByThemselvesAgain() {
    former.settle();
    backUp();
    restore(false);
    restored.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    restored.decisions.settleRestore("anna");
    restored.run();

    assertThat(restored.stores.settings().restored()).isEmpty();
    assertThat(restored.outlet.emails()).hasSize(1);
  }

  @Test
  void aHubThatMovedGoesOnWhereItStopped() {
    former.decide();
    backUp();
    restore(true);
    restored.run();

    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(restored.stores.settings().restored()).isEmpty();
    assertThat(restored.outlet.emails()).hasSize(1);
  }

  @Test
  void workThatWasInFlightIsTakenUpAtOnce() {
    former.stores.transactions().in(() -> former.stores.inbox().claim());
    former.stores.transactions().in(() -> former.stores.leases().claimCompany("acme"));
    backUp();
    restore(false);
    restored.settle();

    assertThat(restored.deliveries()).extracting(TestHub.Seen::state).containsOnly("APPLIED");
  }

  @Test
  void theLedgerIsTheSameAndFilesThatComeAgainChangeNothing() {
    former.run();
    backUp();
    restore(false);
    assertThat(LedgerSnapshot.of(restored.jdbc(), "acme"))
        .isEqualTo(LedgerSnapshot.of(former.jdbc(), "acme"));
    assertThat(restored.stores.views().tieOuts().of("acme"))
        .isEqualTo(former.stores.views().tieOuts().of("acme"));

    restored.offer("invoice.xml", InvoiceFile.of("INV-2026-1", "c1", OVERDUE, "100.00").bytes());
    restored.settle();
    assertThat(LedgerSnapshot.of(restored.jdbc(), "acme"))
        .isEqualTo(LedgerSnapshot.of(former.jdbc(), "acme"));
    assertThat(restored.deliveries()).hasSameSizeAs(former.deliveries());
  }

  @Test
  void whenAndFromWhatIsKeptAndStandsInTheJournal() {
    former.settle();
    backUp();
    restore(false);

    Restored kept = restored.stores.settings().restored().orElseThrow();
    assertThat(kept.at()).isEqualTo(AT);
    assertThat(restored.stores.journal().newest("acme", 10))
        .filteredOn(entry -> entry.event().equals("RESTORED"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).contains(kept.from().toString()));
  }
}
