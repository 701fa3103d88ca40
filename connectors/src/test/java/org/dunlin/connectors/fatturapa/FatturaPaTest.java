package org.dunlin.connectors.fatturapa;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dunlin.connectors.InvoiceFile;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is read of an Italian invoice, and what of it is refused. */
class FatturaPaTest {
  private final InvoiceFile ordinary = InvoiceFile.of("/fatturapa/ordinary.xml");
  private final InvoiceFile simplified = InvoiceFile.of("/fatturapa/simplified.xml");

  @Test
  void whoOwesIsReadWithTheAddress() {
    assertThat(ordinary.customer().id()).isEqualTo("IT00000000028");
    assertThat(ordinary.customer().registrationNumber()).isEqualTo("00000000028");
    assertThat(ordinary.customer().address())
        .isEqualTo(new Address("Via del Forno 7", "20121", "Milano", "IT"));
  }

  @Test
  void theBuyerOwesTheTotalWithoutTheTaxThatItWithholdsInTwoInstalments() throws Exception {
    Invoice invoice = ordinary.invoice();
    assertThat(invoice.number()).isEqualTo("18/A");
    assertThat(invoice.issueDate()).isEqualTo("2026-11-03");
    assertThat(invoice.total()).isEqualTo(euro("1220.00"));
    assertThat(invoice.outstanding()).isEqualTo(euro("1020.00"));
    assertThat(invoice.instalments())
        .containsExactly(
            new Instalment(LocalDate.of(2026, 12, 31), euro("510.00")),
            new Instalment(LocalDate.of(2027, 1, 31), euro("510.00")));
    assertThat(invoice.dueDate()).isEqualTo("2027-01-31");
    assertThat(invoice.paymentReference()).isEqualTo("301000000000000017");
    assertThat(invoice.orderReference()).isEqualTo("ORD-3");
    assertThat(invoice.precedingInvoices())
        .containsExactly(new PrecedingInvoice("9/A", LocalDate.of(2026, 9, 1)));
    assertThat(invoice.attachments())
        .containsExactly(new Attachment("rapporto.pdf", "application/pdf", "Rapporto", null));
    assertThat(ordinary.documents()).containsExactly("hello".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void underSplitPaymentTheBuyerOwesTheSellerNoVat() {
    InvoiceFile split =
        ordinary
            .without("DatiRitenuta")
            .with(">I</EsigibilitaIVA", ">S</EsigibilitaIVA")
            .without("DatiPagamento");
    assertThat(split.invoice().total()).isEqualTo(euro("1220.00"));
    assertThat(split.invoice().outstanding()).isEqualTo(euro("1000.00"));
    assertThat(split.invoice().dueDate()).isNull();
  }

  @Test
  void aProgramThatForgetsInItsPaymentsWhatIsWithheldChangesNothingOfIt() {
    Invoice invoice = ordinary.with(">510.00<", ">610.00<").invoice();
    assertThat(invoice.outstanding()).isEqualTo(euro("1020.00"));
  }

  @Test
  void severalWaysToPayTheWholeAreNoInstalments() {
    Invoice invoice = ordinary.with(">510.00<", ">1020.00<").invoice();
    assertThat(invoice.outstanding()).isEqualTo(euro("1020.00"));
    assertThat(invoice.instalments()).isEmpty();
    assertThat(invoice.dueDate()).isEqualTo("2027-01-31");
  }

  @Test
  void whatTheSellerKeepsFromEarlierSumsIsNotOwed() {
    InvoiceFile kept =
        ordinary.with(
            "<ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-12-31",
            "<ModalitaPagamento>MP22</ModalitaPagamento><DataScadenzaPagamento>2026-12-31");
    assertThat(kept.invoice().outstanding()).isEqualTo(euro("510.00"));
    assertThat(kept.invoice().dueDate()).isEqualTo("2027-01-31");
  }

  @Test
  void paymentsOfMoreThanIsOwedAreAContradiction() {
    assertThat(ordinary.with(">510.00<", ">700.00<").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void theTotalIsWhatTheVatSummaryAddsUpToWithRoundingStampAndDiscount() {
    InvoiceFile bare = ordinary.without("DatiPagamento").without("DatiRitenuta");
    assertThat(bare.without("ImportoTotaleDocumento").invoice().total()).isEqualTo(euro("1220.00"));
    assertThat(
            total(
                bare,
                "<ImportoTotaleDocumento>1220.03</ImportoTotaleDocumento><Arrotondamento>0.03</Arrotondamento>"))
        .isEqualTo(euro("1220.03"));
    assertThat(total(bare, "<Arrotondamento>-0.02</Arrotondamento>")).isEqualTo(euro("1219.98"));
    assertThat(
            total(
                bare,
                "<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo><ImportoTotaleDocumento>1222.00</ImportoTotaleDocumento>"))
        .isEqualTo(euro("1222.00"));
    assertThat(
            total(
                bare,
                "<ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>10.00</Percentuale></ScontoMaggiorazione><ImportoTotaleDocumento>1098.00</ImportoTotaleDocumento>"))
        .isEqualTo(euro("1098.00"));
    assertThat(bare.with(">1220.00<", ">1230.00<").problem().code()).isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void theTypeSaysWhoOwesWhom() {
    for (String type : List.of("TD01", "TD02", "TD03", "TD05", "TD24", "TD25", "TD26")) {
      assertThat(ordinary.with("TD06", type).invoice().kind()).isEqualTo(InvoiceKind.INVOICE);
    }
    assertThat(ordinary.with("TD06", "TD04").invoice().kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(simplified.with("TD07", "TD08").invoice().kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    for (String type :
        List.of(
            "TD16", "TD17", "TD18", "TD19", "TD20", "TD21", "TD22", "TD23", "TD27", "TD28",
            "TD29")) {
      assertThat(ordinary.with("TD06", type).problem().code()).isEqualTo("NOT_A_RECEIVABLE");
    }
    assertThat(ordinary.with("TD06", "TD77").problem().code()).isEqualTo("WRONG_CODE");
  }

  @Test
  void aNegativeInvoiceIsACreditNoteAndANegativeCreditNoteIsNobodysGuess() {
    InvoiceFile negative =
        ordinary
            .without("DatiPagamento")
            .without("DatiRitenuta")
            .with(">1220.00<", ">-1220.00<")
            .with(">1000.00</Imponibile", ">-1000.00</Imponibile")
            .with(">220.00</Imposta", ">-220.00</Imposta");
    assertThat(negative.invoice().kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(negative.invoice().outstanding()).isEqualTo(euro("1220.00"));
    assertThat(negative.with("TD06", "TD04").problem().code())
        .isEqualTo("TYPE_CONTRADICTS_DOCUMENT");
  }

  @Test
  void theDayToPayMayBeSoManyDaysFromAnother() {
    Invoice invoice =
        ordinary
            .with(
                "<DataScadenzaPagamento>2027-01-31</DataScadenzaPagamento>",
                "<DataRiferimentoTerminiPagamento>2026-12-01</DataRiferimentoTerminiPagamento><GiorniTerminiPagamento>60</GiorniTerminiPagamento>")
            .invoice();
    assertThat(invoice.dueDate()).isEqualTo("2027-01-30");
  }

  @Test
  void aDiscountForPayingEarlyBecomesItsPercentage() {
    InvoiceFile offering =
        ordinary
            .without("DatiPagamento")
            .without("DatiRitenuta")
            .with(
                "</FatturaElettronicaBody>",
                "<DatiPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><ImportoPagamento>1220.00</ImportoPagamento><ScontoPagamentoAnticipato>24.40</ScontoPagamentoAnticipato><DataLimitePagamentoAnticipato>2026-11-13</DataLimitePagamentoAnticipato></DettaglioPagamento></DatiPagamento></FatturaElettronicaBody>");
    assertThat(offering.invoice().earlyPayment())
        .isEqualTo(new EarlyPayment(new BigDecimal("2"), LocalDate.of(2026, 11, 13)));
  }

  @Test
  void aSimplifiedInvoiceIsTheSumOfItsLinesWithVat() {
    assertThat(simplified.invoice().total()).isEqualTo(euro("73.20"));
    assertThat(simplified.customer().name()).isEqualTo("IT00000000028");
  }

  @Test
  void severalDocumentsOfOneFileAreInvoicesOfTheirOwnAndOneMayBeRefused() {
    String text = ordinary.text();
    String body =
        text.substring(
            text.indexOf("<FatturaElettronicaBody>"), text.indexOf("</p:FatturaElettronica>"));
    String second = body.replace("18/A", "19/A");
    String third = body.replace("2026-11-03", "2026-11-33");
    InvoiceFile three =
        ordinary.with("</p:FatturaElettronica>", third + second + "</p:FatturaElettronica>");
    List<CanonicalRecord> records = three.records();
    assertThat(records).hasSize(5);
    assertThat(((Invoice) records.get(4)).number()).isEqualTo("19/A");
  }

  @Test
  void aNumberThatStandsForNoneIdentifiesNobody() {
    InvoiceFile abroad =
        ordinary
            .without("CodiceFiscale")
            .with(
                "<IdPaese>IT</IdPaese><IdCodice>00000000028",
                "<IdPaese>OO</IdPaese><IdCodice>99999999999")
            .with("20121", "00000");
    assertThat(abroad.customer().vatNumber()).isNull();
    assertThat(abroad.customer().id()).isEqualTo("PANIFICIO DEL PONTE S R L");
    assertThat(requireNonNull(abroad.customer().address()).postalCode()).isNull();
  }

  @Test
  void whatIsMissingOrNoValueIsSaidWithItsPlace() {
    assertThat(ordinary.without("CessionarioCommittente").problem().code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(ordinary.without("FatturaElettronicaBody").problem().code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(ordinary.without("FatturaElettronicaHeader").problem().code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(ordinary.with("<Divisa>EUR", "<Divisa>LIT").problem().code())
        .isEqualTo("UNKNOWN_CURRENCY");
    assertThat(ordinary.with(">220.00</Imposta", ">220,00</Imposta").problem().position())
        .startsWith("line ");
    byte[] whole = ordinary.bytes();
    for (int length = 400; length < whole.length - 25; length += 53) {
      assertThat(new InvoiceFile(Arrays.copyOf(whole, length)).problem().code())
          .isEqualTo("MALFORMED_XML");
    }
  }

  private static Money total(InvoiceFile file, String figures) {
    return file.with("<ImportoTotaleDocumento>1220.00</ImportoTotaleDocumento>", figures)
        .invoice()
        .total();
  }

  private static Money euro(String amount) {
    return Money.parse("EUR " + amount);
  }
}
