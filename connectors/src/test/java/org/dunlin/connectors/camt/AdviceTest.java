package org.dunlin.connectors.camt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.RecordSink;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.AdvisedEntry.Kind;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interim reports and notifications tell of entries and bring no statement. */
class AdviceTest {
  private static final Sample NOTIFICATION = Sample.file("notification-08.xml");
  private static final Sample REPORT = Sample.file("report-02.xml");
  private static final Sample OLD = Sample.file("report-01.xml");

  /** What a sink is told, in its order: entries, null for statements, and records. */
  private static List<Object> told(String text) {
    List<Object> told = new ArrayList<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void accept(CanonicalRecord record) {
            told.add(record);
          }

          @Override
          public void advised(@Nullable AdvisedEntry entry) {
            told.add(entry == null ? "statement" : entry);
          }
        };
    try {
      new CamtTranslator().translate(new ByteArrayInputStream(text.getBytes(UTF_8)), "x", sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told;
  }

  private static AdvisedEntry entry(Sample sample) {
    return (AdvisedEntry) told(sample.text()).getFirst();
  }

  @Test
  void theyAreRecognisedByWhatTheySay() {
    assertThat(Formats.detect(NOTIFICATION.text().getBytes(UTF_8))).contains(Format.CAMT_054);
    assertThat(Formats.detect(REPORT.text().getBytes(UTF_8))).contains(Format.CAMT_052);
    assertThat(Formats.detect(OLD.text().getBytes(UTF_8))).contains(Format.CAMT_052);
    String bare = "<Envelope><BkToCstmrDbtCdtNtfctn/></Envelope>";
    assertThat(Formats.detect(bare.getBytes(UTF_8))).contains(Format.CAMT_054);
  }

  @Test
  void anEntryIsSaidBeforeThePaymentsOfWhichItIsMade() {
    List<Object> told = told(NOTIFICATION.text());

    assertThat(told).hasSize(3);
    AdvisedEntry entry = (AdvisedEntry) told.get(0);
    assertThat(entry.kind()).isEqualTo(Kind.NOTIFICATION);
    assertThat(entry.id()).isEqualTo("CH9300762011623852957/COLLECT-9");
    assertThat(entry.account()).isEqualTo(AccountId.ofIban("CH9300762011623852957"));
    assertThat(entry.amount()).isEqualTo(Money.parse("CHF 350.00"));
    assertThat(entry.bookingDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(entry.message()).isEqualTo("NOTICE-77");
    assertThat(entry.references().bankReference()).isEqualTo("COLLECT-9");
    assertThat(entry.references().entryReference()).isEqualTo("CH4431999123000889012");
    assertThat(entry.references().batchId()).isEqualTo("BATCH-5");
    assertThat(NOTIFICATION.payments())
        .extracting(Payment::id)
        .containsExactly(entry.id() + "/1", entry.id() + "/2");
    assertThat(NOTIFICATION.payments())
        .extracting(Payment::payerName)
        .containsExactly("Restaurant Alpenblick", "Garage Huber");
    assertThat(NOTIFICATION.payments().getFirst().creditorReference())
        .isEqualTo("210000000003139471430009017");
  }

  @Test
  void aReportTellsOfEntriesAndCoversNothing() {
    assertThat(REPORT.statements()).isEmpty();
    assertThat(REPORT.payments()).extracting(Payment::payerName).containsExactly("Anna Berg", null);
    assertThat(entry(REPORT).kind()).isEqualTo(Kind.REPORT);
    assertThat(((AdvisedEntry) told(REPORT.text()).get(2)).amount())
        .isEqualTo(Money.parse("EUR -3.00"));
  }

  @Test
  void anEntryIsCalledWhatAStatementCallsIt() {
    Sample statement =
        REPORT
            .with("camt.052", "camt.053")
            .with("BkToCstmrAcctRpt", "BkToCstmrStmt")
            .with("<Rpt>", "<Stmt>")
            .with("</Rpt>", "</Stmt>");
    assertThat(statement.statements()).hasSize(1);
    assertThat(statement.payments()).isEqualTo(REPORT.payments());
  }

  @Test
  void whereTheDetailsAreStandsOnThePayment() {
    assertThat(REPORT.payments().getFirst().details().references().detailMessageId())
        .isEqualTo("NOTICE-8");
    assertThat(NOTIFICATION.payments().getFirst().details().references().entryReference())
        .isEqualTo("CH4431999123000889012");
  }

  @Test
  void inVersion01AnEntryHoldsItsTransactionsItself() {
    AdvisedEntry entry = entry(OLD);
    assertThat(entry.account()).isEqualTo(new AccountId(null, "8830-1", null));
    assertThat(entry.references().batchId()).isEqualTo("P-5");
    assertThat(OLD.payments())
        .extracting(payment -> payment.payerName() + " " + payment.amount())
        .containsExactly("Kiosk Ett SEK 10.00", "Kiosk Två SEK 20.00");
  }

  @Test
  void aStatementAfterAReportInOneFileIsOneAgain() {
    String both =
        "<Bank>"
            + REPORT.text().substring(REPORT.text().indexOf("<Document"))
            + Sample.version02().text().substring(Sample.version02().text().indexOf("<Document"))
            + "</Bank>";
    List<Object> told = told(both);
    assertThat(told.get(0)).isInstanceOf(AdvisedEntry.class);
    assertThat(told.get(4)).isEqualTo("statement");
    assertThat(new Sample(both).statements()).isEqualTo(Sample.version02().statements());
  }

  @Test
  void aBatchThatDoesNotAddUpIsKnownAsAWholeOnly() {
    Sample wrong = NOTIFICATION.with("\"CHF\">150.00", "\"CHF\">149.00");
    assertThat(wrong.payments())
        .extracting(Payment::id)
        .containsExactly("CH9300762011623852957/COLLECT-9");
    assertThat(told(wrong.text())).hasSize(2);
  }

  @Test
  void anEntryWithoutAnyDateIsOfTheDayOnWhichTheMessageWasMade() {
    Sample undated =
        NOTIFICATION
            .with("<BookgDt><Dt>2026-11-20</Dt></BookgDt>", "")
            .with("<ValDt><Dt>2026-11-20</Dt></ValDt>", "")
            .with("2026-11-20T18:00:00", "2026-11-21T02:00:00");
    assertThat(entry(undated).bookingDate()).isEqualTo(LocalDate.of(2026, 11, 21));
  }

  @Test
  void anEntryOfNothingIsNotSaid() {
    Sample none = NOTIFICATION.with("\"CHF\">350.00", "\"CHF\">0.00");
    assertThat(told(none.text())).isEmpty();
  }

  @Test
  void theBanksTotalsMustBeThoseOfTheReport() {
    assertThat(REPORT.with("<Sum>80.00", "<Sum>81.00").problem().code())
        .isEqualTo("CONTROL_TOTAL_DIFFERS");
  }

  @Test
  void withoutAnAccountOrOfAnUnknownVersionItIsRefusedWithItsLine() {
    for (Sample wrong :
        List.of(
            REPORT.with("<IBAN>DE02120300000000202051</IBAN>", ""),
            REPORT.with("camt.052.001.02", "camt.052.001.15"),
            REPORT.with("<Sts>BOOK</Sts>", "<Sts>DONE</Sts>"),
            REPORT.with("\"EUR\">80.00", "\"USD\">80.00"),
            NOTIFICATION.with("<Dt>2026-11-20</Dt>", "<Dt>20.11.2026</Dt>"))) {
      assertThat(wrong.problem().position()).startsWith("line ");
    }
    assertThat(REPORT.with("Rpt>", "Other>").problem().code()).isEqualTo("NO_STATEMENT");
  }

  @Test
  void aFileThatIsCutOffAnywhereIsRefused() {
    String text = NOTIFICATION.text();
    for (int end = text.indexOf("<Ntfctn>"); end < text.length() - 30; end += 37) {
      assertThat(new Sample(text.substring(0, end)).problem().code())
          .isIn("MALFORMED_XML", "NO_STATEMENT");
    }
  }

  @Test
  void whatIsToldOfOneAccountCanBeTakenOutOfTheFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String second = NOTIFICATION.text().replaceAll("(?s).*(<Ntfctn>.*</Ntfctn>).*", "$1");
    String two =
        NOTIFICATION
            .text()
            .replace(
                "</BkToCstmrDbtCdtNtfctn>",
                second.replace("CH9300762011623852957", "CH5604835012345678009")
                    + "</BkToCstmrDbtCdtNtfctn>");
    new CamtTranslator()
        .statementsOf(
            AccountId.ofIban("CH5604835012345678009")::equals,
            new ByteArrayInputStream(two.getBytes(UTF_8)),
            "x",
            out);
    String taken = out.toString(UTF_8);
    assertThat(taken).contains("NOTICE-77").doesNotContain("CH9300762011623852957");
    assertThat(told(taken)).hasSize(3);
    assertThat(((AdvisedEntry) told(taken).getFirst()).account().iban())
        .isEqualTo("CH5604835012345678009");
  }
}
