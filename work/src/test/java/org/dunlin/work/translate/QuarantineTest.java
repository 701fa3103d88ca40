package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be translated stays with its reason, changes nothing, and can be replayed. */
class QuarantineTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String OTHER_IBAN = "NL91ABNA0417164300";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aFileOfUnknownFormatSaysWhatItLooksLike() {
    quarantined("UNKNOWN_FORMAT", "hello".getBytes(UTF_8));
    assertThat(only().reason()).contains("what can be read is");
  }

  @Test
  void anEmptyFileIsOfUnknownFormat() {
    quarantined("UNKNOWN_FORMAT", new byte[0]);
    assertThat(only().reason()).contains("empty");
  }

  @Test
  void aStatementOfAnAccountThatIsNotTheCompanysIsRefused() {
    quarantined("UNKNOWN_ACCOUNT", statement(OTHER_IBAN));
    assertThat(only().reason()).contains(OTHER_IBAN, "replay");
  }

  @Test
  void aStatementThatDoesNotTieOutIsRefused() {
    byte[] file =
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, new BigDecimal("11.00"), entries())
            .bytes();
    quarantined("BALANCE_DOES_NOT_TIE", file);
  }

  @Test
  void aMalformedInvoiceIsRefusedWithItsPlace() {
    byte[] whole = InvoiceFile.of("2026-1001", "C1", DAY, "100.00").bytes();
    quarantined("MALFORMED_XML", java.util.Arrays.copyOf(whole, whole.length - 40));
    assertThat(only().reason()).contains("line");
  }

  @Test
  void contentThatWasChangedOutsideOfTheHubIsRefusedAtOnce() {
    damaged("update delivery_chunk set content = set_byte(content, 0, get_byte(content, 0) # 1)");
    assertThat(only().reasonCode()).isEqualTo("RAW_CONTENT_UNREADABLE");
    assertThat(only().reason()).contains("changed outside of the hub", "from a backup");
  }

  @Test
  void contentWhoseEndIsMissingIsRefusedAndNothingOfItIsApplied() {
    damaged("delete from delivery_chunk");
    assertThat(only().reasonCode()).isEqualTo("RAW_CONTENT_UNREADABLE");
    assertThat(only().reason()).contains("has 0 bytes where");
  }

  @Test
  void contentThatIsGoneIsRefusedAndSaysWhy() {
    damaged("update delivery set raw_gone_at = now(), raw_gone = 'It was kept long enough.'");
    assertThat(only().reasonCode()).isEqualTo("RAW_CONTENT_GONE");
    assertThat(only().reason()).isEqualTo("It was kept long enough.");
  }

  private void damaged(String damage) {
    hub.offer("file", statement(TestHub.IBAN));
    hub.sql(damage);
    hub.settle();
    assertThat(only().state()).isEqualTo("QUARANTINED");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void whatWasRefusedIsAppliedOnceItsCauseIsMended() {
    quarantined("UNKNOWN_ACCOUNT", statement(OTHER_IBAN));
    hub.company("acme", DunningMode.SHADOW, null, TestHub.IBAN, OTHER_IBAN);
    assertThat(hub.decisions.replay("acme", only().id(), "anna")).isTrue();
    hub.settle();

    assertThat(only().state()).isEqualTo("APPLIED");
    assertThat(only().reasonCode()).isNull();
    assertThat(ledger()).hasSize(2);
  }

  @Test
  void aDeliveryThatWaitsCannotBeReplayed() {
    hub.offer("statement.xml", statement(TestHub.IBAN));
    assertThat(hub.decisions.replay("acme", only().id(), "anna")).isFalse();
  }

  @Test
  void aDeliveryThatBreaksTheHubThreeTimesIsPoisonAndHoldsUpNothing() {
    hub.offer("bad.xml", statement(TestHub.IBAN));
    hub.offer("good.xml", InvoiceFile.of("2026-1001", "C1", DAY, "100.00").bytes());
    TranslateDelivery breaking = new TranslateDelivery(hub.stores, breakingOffAtPayments());
    TestHub.drain(breaking::next);

    Seen bad = hub.deliveries().getFirst();
    assertThat(bad.state()).isEqualTo("POISON");
    assertThat(bad.attempts()).isEqualTo(3);
    assertThat(bad.reason()).contains("3 times", "Replay");
    assertThat(hub.deliveries().getLast().state()).isEqualTo("APPLIED");
    assertThat(ledger()).noneMatch(line -> line.startsWith("payment"));
  }

  @Test
  void poisonIsAppliedWhenItIsReplayedAfterTheCauseIsMended() {
    hub.offer("bad.xml", statement(TestHub.IBAN));
    TranslateDelivery breaking = new TranslateDelivery(hub.stores, breakingOffAtPayments());
    TestHub.drain(breaking::next);
    hub.decisions.replay("acme", only().id(), "anna");
    hub.settle();

    assertThat(only().state()).isEqualTo("APPLIED");
    assertThat(ledger()).hasSize(2);
  }

  @Test
  void aDeliveryWhoseProcessDiedThreeTimesIsPoison() {
    hub.offer("bad.xml", statement(TestHub.IBAN));
    for (int i = 0; i < 3; i++) {
      assertThat(hub.stores.inbox().claim()).isPresent();
      hub.afterTheLease();
    }
    assertThat(hub.translate.next()).isFalse();

    assertThat(only().state()).isEqualTo("POISON");
    assertThat(ledger()).isEmpty();
  }

  /** Breaks off at the end of every translation that brings a payment. */
  private Checkpoint breakingOffAtPayments() {
    return step -> {
      if (step == Step.TRANSLATE_APPLIED
          && ledger().stream().anyMatch(line -> line.startsWith("payment"))) {
        throw new IllegalStateException("out of luck");
      }
    };
  }

  private void quarantined(String code, byte[] file) {
    hub.offer("file", file);
    hub.settle();
    assertThat(only().state()).isEqualTo("QUARANTINED");
    assertThat(only().reasonCode()).isEqualTo(code);
    assertThat(ledger()).isEmpty();
  }

  private static byte[] statement(String iban) {
    return BankFile.empty().with(iban, DAY, DAY, BigDecimal.ZERO, entries()).bytes();
  }

  private static List<Entry> entries() {
    return List.of(Entry.in("R1", DAY, "10.00", "Somebody", "something"));
  }

  private Seen only() {
    assertThat(hub.deliveries()).hasSize(1);
    return hub.deliveries().getFirst();
  }

  private List<String> ledger() {
    return LedgerSnapshot.of(hub.jdbc(), "acme");
  }
}
