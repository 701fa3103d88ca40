package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayersTest {
  private final Books books = Books.ofTwoCustomers();

  @ParameterizedTest
  @CsvSource({
    "BAKKERIJ JANSEN BV, Bakkerij Jansen B.V.",
    "BAKKERIJ JANSEN, Bakkerij Jansen B.V.",
    "Mueller & Soehne GmbH & Co. KG, Mueller + Soehne GmbH & Co. KG",
    "LAMBERT NOEL, Lambert & Noël",
    "'Jansen, Bakkerij', Jansen Bakkerij",
  })
  void namesAgreeWithoutCaseAccentsStopsAndALegalFormThatOneLeavesOut(String payer, String name) {
    assertThat(NameWords.of(payer).agrees(NameWords.of(name))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Jansen B.V., Jansen VOF",
    "Jansen, Jansen Holding B.V.",
    "Jan Sen, Jansen",
    "'', ''",
    "B.V., N.V.",
  })
  void namesOfOthersDoNotAgree(String payer, String name) {
    assertThat(NameWords.of(payer).agrees(NameWords.of(name))).isFalse();
  }

  @Test
  void aKnownAccountDecidesAgainstTheName() {
    assertThat(payers(Paid.of("p", "1.00").from(Books.JANSEN_IBAN).by("Visser")))
        .containsExactly("c-1");
  }

  @Test
  void anUnknownAccountLeavesItToTheName() {
    assertThat(payers(Paid.of("p", "1.00").from(Books.OTHER_IBAN).by("VISSER")))
        .containsExactly("c-2");
  }

  @Test
  void customersOfOneNameAllAgree() {
    books.customer("c-3", "Visser");
    assertThat(payers(Paid.of("p", "1.00").by("Visser"))).containsExactlyInAnyOrder("c-2", "c-3");
  }

  @Test
  void aPaymentWithoutNameAndAccountAgreesWithNobody() {
    assertThat(payers(Paid.of("p", "1.00"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "VISSER, ACCOUNT, c-2",
    "Treuhand Nord, ACCOUNT, c-2",
    "TREUHAND NORD GMBH, ACCOUNT, c-2",
    ", ACCOUNT, c-2",
    "-, ACCOUNT, c-2",
    "Bakkerij Jansen BV, COLLECTOR, c-1 c-2",
    "Somebody, COLLECTOR, c-2",
  })
  void anAccountThatWasOnlyLearnedIsNotOfWhoUsesItByAnotherName(
      String name, Payer.Known known, String ids) {
    Payers payers = payers();
    Debtor visser =
        payers.of(Paid.of("v", "1.00").by("Visser").payment()).debtors().iterator().next();
    payers.learn(
        Paid.of("old", "1.00").from(Books.OTHER_IBAN).by("Treuhand Nord").payment(), visser);
    Payer payer = payers.of(Paid.of("p", "1.00").from(Books.OTHER_IBAN).by(name).payment());
    assertThat(payer.by()).isEqualTo(known);
    assertThat(payer.debtors()).extracting(debtor -> debtor.id).containsExactly(ids.split(" "));
  }

  private Payers payers() {
    return Payers.of(books.customers);
  }

  private java.util.Set<String> payers(Paid paid) {
    return payers().of(paid.payment()).debtors().stream()
        .map(debtor -> debtor.id)
        .collect(java.util.stream.Collectors.toSet());
  }
}
