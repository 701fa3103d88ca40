package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.dunlin.connectors.OnDisk;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is read one entry at a time, so that its length does not matter. */
class EndlessStatementTest {
  private static final String BEGIN =
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
          + "<Id>S</Id><Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id></Acct>";
  private static final String TRANSACTION =
      "<TxDtls><RmtInf><Ustrd>invoice</Ustrd></RmtInf></TxDtls>";
  private static final String ENTRY_BEGIN =
      "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
          + "<BookgDt><Dt>2026-01-31</Dt></BookgDt><NtryDtls>";
  private static final String ENTRY = ENTRY_BEGIN + TRANSACTION + "</NtryDtls></Ntry>";

  private static final String END =
      "<CreDtTm>2026-01-31T00:00:00</CreDtTm></Stmt></BkToCstmrStmt></Document>";

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void paymentsComeOutWhileTheStatementStillComesIn() {
    int[] payments = {0};

    assertThatThrownBy(
            () ->
                new CamtTranslator()
                    .translate(
                        endless(BEGIN, ENTRY),
                        "endless.xml",
                        record -> {
                          if (++payments[0] == 20_000) {
                            throw new Enough();
                          }
                        }))
        .isInstanceOf(Enough.class);
  }

  @Test
  void transactionsOfALargeBatchComeOutWhileItStillComesIn() {
    String transaction = "<TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls>";
    int[] payments = {0};

    assertThatThrownBy(
            () ->
                new CamtTranslator()
                    .translate(
                        endless(BEGIN + ENTRY_BEGIN, transaction),
                        "endless.xml",
                        record -> {
                          if (++payments[0] == 20_000) {
                            throw new Enough();
                          }
                        }))
        .isInstanceOf(Enough.class);
  }

  @Test
  void aLargeBatchThatDoesNotAddUpRefusesTheFile() {
    Sample sample = large(6_000, "5999.00");

    assertThat(sample.problem().code()).isEqualTo("BATCH_DOES_NOT_ADD_UP");
    assertThat(sample.problem().message()).contains("6000 transactions", "6000.00", "5999.00");
  }

  @Test
  void aLargeBatchThatAddsUpIsOpenedInFull() {
    List<Payment> payments = large(6_000, "6000.00").payments();

    assertThat(payments).hasSize(6_000);
    assertThat(payments.get(5_999).id()).endsWith("/6000");
    assertThat(payments).extracting(Payment::id).doesNotHaveDuplicates();
  }

  @Test
  void aLargeBatchWithoutAmountsStaysOnePaymentAndNamesNobody() {
    String entry = BEGIN + ENTRY_BEGIN + TRANSACTION.repeat(6_000) + "</NtryDtls></Ntry>";
    List<Payment> payments = new Sample(entry + END).payments();

    assertThat(payments).hasSize(1);
    assertThat(payments.get(0).payerName()).isNull();
    assertThat(payments.get(0).remittance()).isEqualTo("invoice");
  }

  /** Only what is kept counts: bytes allocated come and go. */
  @Test
  void theNamesOfThreeMillionEntriesAreKeptInAFewMegabytes(@TempDir Path folder) {
    Runtime runtime = Runtime.getRuntime();
    try (OnDisk disk = new OnDisk(folder)) {
      System.gc();
      long before = runtime.totalMemory() - runtime.freeMemory();
      Occurrences occurrences = new Occurrences(disk);
      for (int i = 0; i < 3_000_000; i++) {
        occurrences.count("NL44RABO0123456789/" + i);
      }
      System.gc();
      long kept = runtime.totalMemory() - runtime.freeMemory() - before;

      assertThat(occurrences.count("NL44RABO0123456789/7")).isEqualTo(2);
      assertThat(occurrences.count("NL44RABO0123456789/2999999")).isEqualTo(2);
      assertThat(kept).isLessThan(8_000_000);
    }
  }

  @Test
  void aNameThatComesAMillionTimesIsCountedEachTime(@TempDir Path folder) {
    try (OnDisk disk = new OnDisk(folder)) {
      Occurrences occurrences = new Occurrences(disk);
      for (int i = 1; i <= 1_000_000; i++) {
        assertThat(occurrences.count("same") == i).isTrue();
      }
      assertThat(occurrences.count("other")).isEqualTo(1);
    }
  }

  @Test
  void whatMemoryDoesNotHoldGoesToTheRoomThatTheSinkGives() {
    RecordSink small =
        new RecordSink() {
          private int payments;

          @Override
          public void accept(CanonicalRecord record) {
            assertThat(++payments).isLessThan(300_000);
          }

          @Override
          public Scratch scratch() {
            return () -> {
              throw new Enough();
            };
          }
        };

    assertThatThrownBy(
            () -> new CamtTranslator().translate(endless(BEGIN, ENTRY), "endless.xml", small))
        .isInstanceOf(Enough.class);
  }

  @Test
  void aPartThatRepeatsWithoutEndIsRefused() {
    assertThatThrownBy(
            () ->
                new CamtTranslator()
                    .translate(
                        endless(BEGIN + "<Ntry>", "<AddtlNtryInf>words</AddtlNtryInf>"),
                        "endless.xml",
                        record -> {}))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("XML_TOO_LARGE"));
  }

  private static Sample large(int transactions, String sum) {
    return new Sample(
        BEGIN
            + ENTRY_BEGIN.replace("1.00", sum)
            + "<TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls>".repeat(transactions)
            + "</NtryDtls></Ntry>"
            + END);
  }

  private static InputStream endless(String begin, String again) {
    byte[] first = begin.getBytes(StandardCharsets.UTF_8);
    byte[] rest = again.repeat(100).getBytes(StandardCharsets.UTF_8);
    Enumeration<InputStream> parts =
        new Enumeration<>() {
          private boolean begun;

          @Override
          public boolean hasMoreElements() {
            return true;
          }

          @Override
          public InputStream nextElement() {
            byte[] next = begun ? rest : first;
            begun = true;
            return new ByteArrayInputStream(next);
          }
        };
    return new SequenceInputStream(parts);
  }
}
