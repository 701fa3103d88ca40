package org.dunlin.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Digests;
import org.dunlin.store.Ids;
import org.dunlin.store.MonthsHeld;
import org.dunlin.store.Rows;
import org.dunlin.store.inbox.Pieces;
import org.dunlin.store.inbox.RawContent.Rest;
import org.dunlin.store.inbox.RawContentGone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Raw content goes by stream and month; its row stays and says so. */
class RetentionTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private final Rows rows = new Rows();
  private final Retention retention = rows.stores.retention();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aMonthOfWhichNothingIsKeptGoesAsAWhole() {
    UUID statement = delivery(MAY, "CAMT_053", "APPLIED");
    delivery(JUNE, "CAMT_053", "APPLIED");

    assertThat(end(RawStream.STATEMENTS, JUNE)).isEqualTo(1);
    assertThat(free()).containsExactly(MAY);

    assertThat(partition("2026_05")).isFalse();
    assertThat(partition("2026_06")).isTrue();
    assertThatThrownBy(
            () -> rows.stores.rawContent().read(Rows.delivery("acme", statement, "f", 0)))
        .isInstanceOf(RawContentGone.class)
        .hasMessage("kept long enough");
    assertThat(rows.stores.inbox().replay("acme", statement)).isFalse();
  }

  @Test
  void ofAMonthInWhichAnotherStreamIsKeptOnlyWhatHasEndedGoes() {
    delivery(MAY, "CAMT_053", "APPLIED");
    delivery(MAY, "UBL", "APPLIED");

    end(RawStream.STATEMENTS, JUNE);
    free();
    assertThat(partition("2026_05")).isTrue();

    assertThat(chunks()).isEqualTo(1);
    assertThat(
            rows.jdbc()
                .sql("select format from delivery join delivery_chunk using (delivery_id)")
                .query(String.class)
                .single())
        .isEqualTo("UBL");
  }

  @Test
  void whatIsNotAppliedIsNeverDroppedWithTheRestAndWhatWaitsNever() {
    delivery(MAY, null, "NEW");
    delivery(MAY, null, "CLAIMED");
    delivery(MAY, null, "QUARANTINED");
    delivery(MAY, null, "POISON");

    assertThat(end(RawStream.STATEMENTS, JULY) + end(RawStream.INVOICES, JULY)).isZero();
    assertThat(end(RawStream.REFUSED, JULY)).isEqualTo(2);
    free();
    assertThat(partition("2026_05")).isTrue();
    assertThat(chunks()).isEqualTo(2);
  }

  @Test
  void whatWasNotAppliedOrNotAllOfItMayComeAgainOnceItIsGone() {
    UUID refused = delivery(MAY, null, "QUARANTINED");
    UUID inPart = delivery(MAY, "UBL", "APPLIED");
    UUID whole = delivery(MAY, "UBL", "APPLIED");
    UUID dropped = delivery(JULY, null, "POISON");
    rows.stores.problems().add("acme", inPart, new Problem("f", null, "WRONG_DATE", "no date"));
    assertThat(comesAgain(refused, inPart, whole, dropped)).isEmpty();

    end(RawStream.REFUSED, JUNE);
    end(RawStream.INVOICES, JUNE);
    rows.stores.rawContent().drop("acme", dropped, JULY, "names somebody who was erased");

    assertThat(comesAgain(refused, inPart, whole, dropped)).containsOnly(refused, inPart, dropped);
  }

  /** Those of which the same bytes are accepted once more. */
  private List<UUID> comesAgain(UUID... deliveries) {
    return Stream.of(deliveries).filter(first -> accept(first, Ids.next(), JULY)).toList();
  }

  @Test
  void aMonthThatIsBeingReadStaysUntilItIsRead() {
    delivery(MAY, "CAMT_053", "APPLIED");
    end(RawStream.STATEMENTS, JUNE);

    rows.stores
        .transactions()
        .run(
            () -> {
              assertThat(chunks()).isEqualTo(1);
              assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> drop(MAY)).join())
                  .hasCauseInstanceOf(MonthInUse.class);
            });

    assertThat(partition("2026_05")).isTrue();
    assertThat(free()).contains(MAY);
  }

  @Test
  void noMonthGoesWhileABackupCopiesThem() throws SQLException {
    delivery(MAY, "CAMT_053", "APPLIED");
    end(RawStream.STATEMENTS, JUNE);

    try (Connection backup = rows.dataSource().getConnection()) {
      MonthsHeld.hold(backup);
      assertThat(free()).isEmpty();
      MonthsHeld.release(backup);
    }

    assertThat(free()).contains(MAY);
  }

  private int end(RawStream stream, LocalDate month) {
    return rows.stores.transactions().in(() -> retention.end(stream, month, "kept long enough"));
  }

  private List<LocalDate> free() {
    rows.stores.transactions().run(() -> retention.deleteEnded(JULY));
    return retention.over(JULY).stream().filter(this::drop).toList();
  }

  private boolean drop(LocalDate month) {
    return rows.stores.transactions().in(() -> retention.drop(month));
  }

  private UUID delivery(LocalDate month, @Nullable String format, String state) {
    UUID id = Ids.next();
    accept(id, id, month);
    rows.jdbc()
        .sql("update delivery set format = ?, state = ?, received_at = ? where delivery_id = ?")
        .params(format, state, month, id)
        .update();
    return id;
  }

  private boolean accept(UUID bytesOf, UUID id, LocalDate month) {
    rows.stores.transactions().run(() -> rows.stores.rawContent().makeRoom(month));
    try {
      Pieces pieces = Pieces.of(new ByteArrayInputStream(new byte[] {1}));
      Rest rest = rows.stores.rawContent().write("acme", id, month, pieces, 9);
      byte[] sha256 = Digests.sha256().digest(bytesOf.toString().getBytes(StandardCharsets.UTF_8));
      return rows.stores.inbox().accept(Rows.delivery("acme", id, month), sha256, rest).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int chunks() {
    return rows.jdbc().sql("select count(*) from delivery_chunk").query(Integer.class).single();
  }

  private boolean partition(String month) {
    return rows.jdbc()
        .sql("select to_regclass('delivery_chunk_" + month + "') is not null")
        .query(Boolean.class)
        .single();
  }
}
