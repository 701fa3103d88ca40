package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  private static final String ACCOUNT = "<cac:PayeeFinancialAccount>";

  @Test
  void theFirstOfSeveralPaymentMeansThatHasAPaymentIdGivesIt() {
    Sample sample =
        Sample.invoice()
            .with(
                "<cac:PaymentMeans>",
                "<cac:PaymentMeans><cbc:PaymentMeansCode>48</cbc:PaymentMeansCode></cac:PaymentMeans>"
                    + "<cac:PaymentMeans>");

    assertThat(sample.document().paymentReference()).isEqualTo("RF18539007547034");
  }

  @Test
  void thePaymentIdIsTakenWhateverItLooksLike() {
    assertThat(Sample.invoice().with("RF18539007547034", "Deb. 7 / Fact. 9").document())
        .extracting("paymentReference")
        .isEqualTo("Deb. 7 / Fact. 9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF18 5390 0754 7034", "+++090/9337/55493+++", "601611777874"})
  void withoutPaymentIdAReferenceThatProvesItselfIsTakenFromWordsToThePayer(String reference) {
    for (String place : new String[] {"InstructionID", "InstructionNote"}) {
      assertThat(reference(element(place, reference), "")).as(place).isEqualTo(reference);
    }
    assertThat(reference("", element("PaymentNote", reference))).isEqualTo(reference);
    assertThat(
            Sample.invoice()
                .without("PaymentID")
                .with("Within 30 days", reference)
                .document()
                .paymentReference())
        .isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF19539007547034", "+++090/9337/55494+++", "FA2023-120", "by card"})
  void otherWordsToThePayerAreNoReference(String words) {
    assertThat(reference(element("InstructionNote", words), "")).isNull();
  }

  @Test
  void twoThatDifferAreNone() {
    String two =
        element("InstructionID", "601611777874") + element("InstructionNote", "RF18539007547034");

    assertThat(reference(two, "")).isNull();
  }

  @Test
  void thePurchaseOrderComesBeforeTheSalesOrder() {
    assertThat(Sample.invoice().document().orderReference()).isEqualTo("PO-77");
  }

  @Test
  void theWordForNoOrderGivesWayToTheSalesOrder() {
    assertThat(Sample.creditNote().document().orderReference()).isEqualTo("SO-9");
    assertThat(Sample.creditNote().without("SalesOrderID").document().orderReference()).isNull();
  }

  private static @Nullable String reference(String inMeans, String inAccount) {
    return Sample.invoice()
        .without("PaymentID")
        .with(ACCOUNT, inMeans + ACCOUNT + inAccount)
        .document()
        .paymentReference();
  }

  private static String element(String name, String text) {
    return "<cbc:%1$s>%2$s</cbc:%1$s>".formatted(name, text);
  }
}
