package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.ubl.UblTranslator;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who tries what would become of a file holds up nobody who writes. */
class TryDeliveryTest {
  private static final LocalDate DUE = TestHub.TODAY.plusDays(14);
  private static final InvoiceFile FIRST = InvoiceFile.of("F-1", "C1", DUE, "100.00");
  private static final InvoiceFile SECOND = InvoiceFile.of("F-2", "C1", DUE, "50.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aDeliveryOfTheSameRecordsIsTranslatedWhileAFileIsTried() {
    Delivery stock = translated();
    hub.offer("newer.xml", FIRST.payable("90.00").bytes());
    List<CompletableFuture<Boolean>> writing = new ArrayList<>();
    Tried tried =
        tries(Duration.ofMinutes(1))
            .tried(
                stock,
                (stream, name, sink) -> {
                  read(FIRST.payable("50.00"), sink);
                  if (writing.isEmpty()) {
                    writing.add(hub.waiting(hub.translate::next));
                  } else {
                    assertThat(writing.getFirst().join()).as("it went first").isTrue();
                  }
                  read(SECOND, sink);
                });

    assertThat(writing).hasSize(1);
    assertThat(outstanding("F-1")).isEqualByComparingTo("90.00");
    assertThat(hub.deliveries()).extracting(TestHub.Seen::state).containsOnly("APPLIED");
    assertThat(tried.count("INVOICE_ADDED")).isEqualTo(1);
    assertThat(tried.count("INVOICE_CHANGED"))
        .as("held against what was written meanwhile, which is newer")
        .isZero();
  }

  @Test
  void whereOthersKeepWritingTheSameThatIsSaid() {
    Delivery stock = translated();
    UUID invoice = hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
    hub.stores
        .transactions()
        .run(
            () -> {
              assertThat(hub.stores.invoices().lock("acme", invoice)).isPresent();
              CompletableFuture<Tried> tried =
                  CompletableFuture.supplyAsync(
                      () ->
                          tries(Duration.ofMillis(50))
                              .tried(
                                  stock,
                                  (stream, name, sink) -> read(FIRST.payable("9.00"), sink)));
              assertThatThrownBy(tried::join).hasCauseInstanceOf(BooksInUse.class);
            });

    assertThat(outstanding("F-1")).isEqualByComparingTo("100.00");
  }

  private TryDelivery tries(Duration patience) {
    return new TryDelivery(hub.stores, Abilities.NONE, Duration.ZERO, patience);
  }

  private Delivery translated() {
    hub.offer("stock.xml", FIRST.bytes());
    hub.settle();
    UUID id = hub.deliveries().getFirst().id();
    return hub.stores.views().deliveries().find("acme", id).orElseThrow().delivery();
  }

  private static void read(InvoiceFile file, RecordSink sink) throws IOException {
    new UblTranslator().translate(new ByteArrayInputStream(file.bytes()), "stock.xml", sink);
  }

  private BigDecimal outstanding(String number) {
    return hub.jdbc()
        .sql("select outstanding from invoice where number = :number")
        .param("number", number)
        .query(BigDecimal.class)
        .single();
  }
}
