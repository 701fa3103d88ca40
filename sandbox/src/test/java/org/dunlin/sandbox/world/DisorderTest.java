package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes wrong with files, and what the truth says of it. */
class DisorderTest {
  private static final Played PLAYED = Played.of(7);
  private static final Truth TRUTH = PLAYED.world().truth();

  @Test
  void everyMishapHappensInTwoMonths() {
    assertThat(TRUTH.disorder().stream().map(Disorder::mishap).distinct())
        .containsExactlyInAnyOrder(Mishap.values());
  }

  @Test
  void aStatementOrInvoiceThatComesTwiceHasTheSameBytesUnderAnotherName() {
    for (Mishap mishap : List.of(Mishap.STATEMENT_TWICE, Mishap.INVOICE_TWICE)) {
      for (Disorder twice : of(mishap)) {
        byte[] bytes = file(twice.fileName()).bytes();
        assertThat(PLAYED.byDay().getOrDefault(twice.on(), List.of()))
            .filteredOn(file -> Arrays.equals(file.bytes(), bytes))
            .hasSize(2);
      }
    }
  }

  @Test
  void anInvoiceExportedAgainHasOtherBytesAndTheSameContent() {
    for (Disorder again : of(Mishap.INVOICE_EXPORTED_AGAIN)) {
      OutsideFile second = file(again.fileName());
      OutsideFile first = file(again.fileName().replace(" (2)", ""));
      assertThat(second.bytes()).isNotEqualTo(first.bytes());
      assertThat(Xpath.of(second).text("ID")).isEqualTo(Xpath.of(first).text("ID"));
      assertThat(Xpath.of(second).text("LegalMonetaryTotal/PayableAmount"))
          .isEqualTo(Xpath.of(first).text("LegalMonetaryTotal/PayableAmount"));
    }
  }

  @Test
  void aTruncatedInvoiceIsNotXmlAndComesWholeLater() {
    for (Disorder cut : of(Mishap.INVOICE_TRUNCATED)) {
      assertThatThrownBy(() -> Xpath.of(file(cut.fileName()))).isInstanceOf(AssertionError.class);
      Xpath whole = Xpath.of(file(cut.fileName().replace(".xml", "-herzonden.xml")));
      assertThat(TRUTH.open()).containsKey(whole.text("ID"));
      assertThat(TRUTH.quarantines()).containsKey(cut.fileName());
    }
  }

  @Test
  void aStatementThatDoesNotTieIsFollowedByTheCorrectedOneOnTheNextBankingDay() {
    for (Disorder wrong : of(Mishap.STATEMENT_NOT_TYING)) {
      String corrected = wrong.fileName().replace(".xml", "_correctie.xml");
      assertThat(
              PLAYED.byDay().getOrDefault(BankingDays.after(wrong.on(), 1), List.of()).stream()
                  .map(OutsideFile::name))
          .contains(corrected);
      assertThat(Xpath.of(file(wrong.fileName())).sum("BkToCstmrStmt/Stmt/Bal/Amt"))
          .isNotEqualByComparingTo(Xpath.of(file(corrected)).sum("BkToCstmrStmt/Stmt/Bal/Amt"));
      assertThat(TRUTH.quarantines()).containsKey(wrong.fileName());
    }
  }

  @Test
  void aStatementOfAnUnknownAccountIsOfNoAccountOfTheCompany() {
    for (Disorder unknown : of(Mishap.STATEMENT_OF_UNKNOWN_ACCOUNT)) {
      String iban = Xpath.of(file(unknown.fileName())).text("BkToCstmrStmt/Stmt/Acct/Id/IBAN");
      assertThat(PLAYED.world().company().accounts().stream().map(account -> account.iban()))
          .doesNotContain(iban);
      assertThat(TRUTH.quarantines()).containsKey(unknown.fileName());
    }
  }

  @Test
  void aLateInvoiceComesAfterItsPayment() {
    Map<String, LocalDate> paidOn =
        TRUTH.payments().stream()
            .flatMap(payment -> payment.meant().stream().map(s -> Map.entry(s, payment)))
            .collect(
                Collectors.toMap(
                    e -> e.getKey().invoiceNumber(), e -> e.getValue().bookedOn(), (a, b) -> a));
    assertThat(of(Mishap.INVOICE_LATE)).isNotEmpty();
    for (Disorder late : of(Mishap.INVOICE_LATE)) {
      LocalDate came =
          PLAYED.byDay().entrySet().stream()
              .filter(day -> day.getValue().contains(file(late.fileName())))
              .findFirst()
              .orElseThrow()
              .getKey();
      String number = Xpath.of(file(late.fileName())).text("ID");
      assertThat(paidOn.get(number)).isAfter(late.on()).isBefore(came);
    }
  }

  private static List<Disorder> of(Mishap mishap) {
    List<Disorder> found =
        TRUTH.disorder().stream().filter(disorder -> disorder.mishap() == mishap).toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static OutsideFile file(String name) {
    return PLAYED.files().stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
