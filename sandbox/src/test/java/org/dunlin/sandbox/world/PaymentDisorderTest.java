package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The ways in which payers make it hard, each found in what the banks delivered in two months. */
class PaymentDisorderTest {
  private static final Played PLAYED = Played.withReminders(7);
  private static final List<Xpath> STATEMENTS = PLAYED.statements();
  private static final List<String> TEXTS = texts("NtryDtls/TxDtls/RmtInf/Ustrd");
  private static final Truth TRUTH = PLAYED.world().truth();

  @Test
  void aCreditorReferenceStandsInItsFieldOrInTheText() {
    assertThat(texts("NtryDtls/TxDtls/RmtInf/Strd/CdtrRefInf/Ref"))
        .isNotEmpty()
        .allMatch(reference -> reference.matches("RF\\d{10}"));
    assertThat(TEXTS).anyMatch(text -> text.matches("rf\\d\\d \\d{4} \\d{4}"));
  }

  @Test
  void aNumberStandsBetweenWordsOrWithOtherSeparatorsOrAlone() {
    assertThat(TEXTS)
        .anyMatch(text -> text.matches("factuur 2026-\\d{4} bedankt"))
        .anyMatch(text -> text.matches("(Rg\\.|RE|Rechnung|rechnungsnr).*2026.\\d{4}.*"))
        .anyMatch(text -> text.matches("2026-\\d{4}"))
        .anyMatch(text -> text.matches(".*2026[/ .]?\\d{4}.*"));
  }

  @Test
  void severalInvoicesArePaidAtOnceInTextOrInFields() {
    assertThat(TRUTH.payments()).anyMatch(payment -> payment.meant().size() > 1);
    assertThat(TEXTS).anyMatch(text -> text.matches(".*2026-\\d{4}(/| \\+ |, )(2026-)?\\d{4}.*"));
    assertThat(texts("NtryDtls/TxDtls/RmtInf/Strd/RfrdDocInf/Nb")).isNotEmpty();
  }

  @Test
  void aPartIsPaidAndSaidToBeOne() {
    assertThat(TEXTS).anyMatch(text -> text.startsWith("deelbetaling"));
  }

  @Test
  void someCustomersNameNoInvoice() {
    assertThat(TEXTS).anyMatch(text -> text.matches("uw rekening|factuur|betaling serviceplan"));
  }

  @Test
  void someMoneyIsMeantForNothingOrForLessThanItIs() {
    assertThat(received(payment -> payment.meant().isEmpty())).isNotEmpty();
    assertThat(
            received(
                payment ->
                    payment.meant().size() == 1
                        && payment.amount().isGreaterThan(payment.meant().getFirst().amount())))
        .isNotEmpty();
  }

  @Test
  void whatWasPaidTwiceIsPaidBack() {
    assertThat(TEXTS).anyMatch(text -> text.startsWith("Terugbetaling dubbele betaling"));
  }

  @Test
  void moneyGoesOutForRentSalariesSuppliersAndCharges() {
    assertThat(TEXTS)
        .anyMatch(text -> text.startsWith("Huur"))
        .anyMatch(text -> text.startsWith("Salaris"))
        .anyMatch(text -> text.startsWith("Uw factuur 2026-"))
        .anyMatch(text -> text.startsWith("Kosten rekening"))
        .anyMatch(text -> text.equals("Overboeking eigen rekening"));
  }

  @Test
  void aDirectDebitComesBack() {
    assertThat(texts("NtryDtls/TxDtls/RtrInf/Rsn/Cd")).containsExactly("AM04");
  }

  @Test
  void aMistypedNumberIsNeverTheRightOne() {
    assertThat(Remittances.mistyped("2026-0042")).isEqualTo("2026-0024");
    assertThat(Remittances.mistyped("2026-0033")).isEqualTo("2026-0034");
    assertThat(Remittances.mistyped("2026-0099")).isEqualTo("2026-0090");
  }

  private static List<TruePayment> received(Predicate<TruePayment> which) {
    return TRUTH.payments().stream().filter(TruePayment::incoming).filter(which).toList();
  }

  private static List<String> texts(String path) {
    List<String> texts = new ArrayList<>();
    for (Xpath statement : STATEMENTS) {
      statement
          .all("BkToCstmrStmt/Stmt/Ntry/" + path)
          .forEach(found -> texts.add(found.node().getTextContent()));
    }
    return texts;
  }
}
