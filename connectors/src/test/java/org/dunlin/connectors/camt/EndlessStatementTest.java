package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.dunlin.connectors.Untranslatable;
import org.junit.jupiter.api.Test;

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
                          if (++payments[0] == 50_000) {
                            throw new Enough();
                          }
                        }))
        .isInstanceOf(Enough.class);
  }

  @Test
  void anEntryOfTransactionsWithoutEndIsRefused() {
    assertThatThrownBy(
            () ->
                new CamtTranslator()
                    .translate(endless(BEGIN + ENTRY_BEGIN, TRANSACTION), "e.xml", record -> {}))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("TOO_MANY_DETAILS"));
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
