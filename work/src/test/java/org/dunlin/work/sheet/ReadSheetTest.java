package org.dunlin.work.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.work.TestHub;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.translate.Tried;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of any layout: it waits, is tried without a trace, is imported and ties out. */
class ReadSheetTest {
  private static final String FILE =
      """
      Factuur;Datum;Vervalt op;Totaal;Openstaand;Klantnr;Klant;Valuta
      F-1;18-10-2026;18-11-2026;1.210,00;1.000,00;D1;Jansen BV;EUR
      F-2;25-10-2026;25-11-2026;100,00;100,00;D2;Bakker BV;EUR
      F-3;26-10-2026;26-11-2026;honderd;100,00;D2;Bakker BV;EUR
      F-4;27-10-2026;27-11-2026;50,00;50,00;D1;Jansen BV;USD
      """;

  private TestHub hub;
  private ReadSheet sheets;

  @BeforeEach
  void open() {
    hub = TestHub.with(DunningMode.SHADOW);
    sheets = new ReadSheet(hub.stores, hub.accept, hub.decisions, Abilities.NONE);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aFileWaitsUntilSomebodySaysWhatItsColumnsMean() {
    bring("stock.csv", FILE);

    hub.settle();

    assertThat(hub.deliveries())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.state()).isEqualTo("QUARANTINED");
              assertThat(seen.reasonCode()).isEqualTo(ReadSheet.WAITS);
              assertThat(seen.attempts()).isZero();
            });
    assertThat(count("invoice")).isZero();
  }

  @Test
  void tryingSaysWhatWouldBecomeOfAllOfItAndChangesNothing() {
    OpenSheet open = open(bring("stock.csv", FILE));

    Tried tried = sheets.tried(open, open.mapping());

    assertThat(tried.whole()).isNull();
    assertThat(tried.count("CUSTOMER_ADDED")).isEqualTo(2);
    assertThat(tried.count("INVOICE_ADDED")).isEqualTo(3);
    assertThat(Objects.requireNonNull(tried.sums().sums().get("EUR")).outstanding())
        .isEqualByComparingTo("1100.00");
    assertThat(Objects.requireNonNull(tried.sums().sums().get("EUR")).total())
        .isEqualByComparingTo("1310.00");
    assertThat(Objects.requireNonNull(tried.sums().sums().get("USD")).records()).isEqualTo(1);
    assertThat(tried.problems())
        .extracting(Problem::position, Problem::code)
        .containsExactly(tuple("line 4", "WRONG_AMOUNT"));
    for (String table : new String[] {"invoice", "customer", "problem", "file_mapping"}) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(hub.deliveries().getFirst().state()).isEqualTo("QUARANTINED");
  }

  @Test
  void importingGoesTheOneWayAndFileAndLedgerTieOut() {
    UUID id = bring("stock.csv", FILE);
    OpenSheet open = open(id);

    assertThat(sheets.take(open, open.mapping(), "ann")).isTrue();
    hub.settle();

    assertThat(hub.deliveries().getFirst().state()).isEqualTo("APPLIED");
    assertThat(count("invoice")).isEqualTo(3);
    TiedOut tiedOut = sheets.tiedOut(open(id)).orElseThrow();
    assertThat(tiedOut.ties()).isTrue();
    assertThat(tiedOut.refused()).isEqualTo(1);
    assertThat(tiedOut.sums()).hasSize(2);
    assertThat(tiedOut.sums().getFirst().outstandingThere()).isEqualByComparingTo("1100.00");
    assertThat(tiedOut.customersThere()).isEqualTo(2);
  }

  @Test
  void aDifferenceBetweenFileAndLedgerIsShown() {
    UUID id = bring("stock.csv", FILE);
    OpenSheet open = open(id);
    sheets.take(open, open.mapping(), "ann");
    hub.settle();

    hub.sql("update invoice set outstanding = outstanding - 1 where number = 'F-1'");

    TiedOut tiedOut = sheets.tiedOut(open(id)).orElseThrow();
    assertThat(tiedOut.ties()).isFalse();
    assertThat(tiedOut.sums().getFirst().outstandingThere()).isEqualByComparingTo("1099.00");
  }

  @Test
  void theNextFileWithTheSameFirstRowIsReadWithoutAQuestionAndWhatWouldChangeIsSaid() {
    OpenSheet first = open(bring("stock.csv", FILE));
    sheets.take(first, first.mapping(), "ann");
    hub.settle();
    String next = FILE.replace("1.000,00;D1", "500,00;D1").replace("honderd", "100,00");

    OpenSheet again = open(bring("next.csv", next));
    Tried tried = sheets.tried(again, again.mapping());
    assertThat(again.kept()).isTrue();
    assertThat(tried.count("INVOICE_CHANGED")).isEqualTo(1);
    assertThat(tried.count("INVOICE_ADDED")).isEqualTo(1);
    assertThat(tried.changes()).hasSize(1);

    hub.offer("by-folder.csv", (next + "\n").getBytes(StandardCharsets.UTF_8));
    hub.settle();
    assertThat(hub.deliveries().getLast().state()).isEqualTo("APPLIED");
    assertThat(outstanding("F-1")).isEqualTo("500.00");
  }

  @Test
  void aReplayGoesByWhatWasSaidLast() {
    UUID id = bring("stock.csv", FILE);
    OpenSheet open = open(id);
    Map<Integer, String> wrong = new HashMap<>(open.mapping().columns());
    wrong.remove(5);
    sheets.take(open, with(open.mapping(), wrong), "ann");
    hub.settle();
    assertThat(outstanding("F-1")).isEqualTo("1210.00");

    sheets.take(open(id), open.mapping(), "bob");
    hub.settle();

    assertThat(outstanding("F-1")).isEqualTo("1000.00");
    assertThat(count("invoice")).isEqualTo(3);
    assertThat(hub.stores.fileMappings().of("acme"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.changedBy()).isEqualTo("bob"));
  }

  @Test
  void whatOneCompanySaidIsNoOthersAndCanBeForgotten() {
    hub.company("other", DunningMode.SHADOW, null, "NL20INGB0001234567");
    OpenSheet open = open(bring("stock.csv", FILE));
    sheets.take(open, open.mapping(), "ann");
    hub.settle();

    hub.offer("other", "stock.csv", FILE.getBytes(StandardCharsets.UTF_8));
    hub.settle();
    assertThat(hub.deliveries("other").getFirst().reasonCode()).isEqualTo("UNKNOWN_CSV");

    byte[] header = hub.stores.fileMappings().of("acme").getFirst().header();
    assertThat(sheets.forget("other", header, "ann")).isFalse();
    assertThat(sheets.forget("acme", header, "ann")).isTrue();
    hub.offer("more.csv", (FILE + "\n\n").getBytes(StandardCharsets.UTF_8));
    hub.settle();
    assertThat(hub.deliveries().getLast().reasonCode()).isEqualTo("UNKNOWN_CSV");
  }

  @Test
  void theSameBytesLeadToTheDeliveryThatCameBefore() {
    UUID id = bring("stock.csv", FILE);

    Acceptance again = sheets.bring("acme", TestHub.CONNECTION, "again.csv", stream(FILE));

    assertThat(again).isEqualTo(new Acceptance.CameBefore(id));
  }

  private UUID bring(String name, String content) {
    return sheets.bring("acme", TestHub.CONNECTION, name, stream(content))
            instanceof Acceptance.Accepted(UUID id)
        ? id
        : UUID.randomUUID();
  }

  private OpenSheet open(UUID id) {
    return sheets.open("acme", id).orElseThrow();
  }

  private static SheetMapping with(SheetMapping mapping, Map<Integer, String> columns) {
    return new SheetMapping(
        mapping.kind(),
        columns,
        mapping.dates(),
        mapping.decimal(),
        mapping.constants(),
        mapping.words());
  }

  private static ByteArrayInputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private long count(String table) {
    return hub.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }

  private String outstanding(String number) {
    return hub.jdbc()
        .sql("select outstanding from invoice where number = ?")
        .param(number)
        .query(BigDecimal.class)
        .single()
        .toPlainString();
  }
}
