package org.dunlin.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dunlin.core.identity.Verdict.Answer;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SameCustomerTest {
  private static final Address DAM = new Address("Dam 1", "1012 JS", "Amsterdam", "NL");

  @Test
  void aNumberThatAgreesProvesItHoweverItIsWritten() {
    assertThat(answer(numbers("NL001234567B01", null), numbers("nl 0012.34567.b01", null)))
        .isEqualTo(Answer.SAME);
    assertThat(answer(numbers(null, "12345678"), numbers(null, "12 345 678")))
        .isEqualTo(Answer.SAME);
  }

  @Test
  void companiesOfOneFiscalUnityAreNotOneByTheirVatNumberAlone() {
    assertThat(answer(numbers("NL001234567B01", "111"), numbers("NL001234567B01", "222")))
        .isEqualTo(Answer.UNCLEAR);
    assertThat(answer(numbers("NL001234567B01", "111"), numbers("NL007654321B01", "111")))
        .isEqualTo(Answer.UNCLEAR);
  }

  @Test
  void nameAndAddressAskAPerson() {
    Address sameCode = new Address("Dam 1a", "1012JS", "AMSTERDAM", null);
    assertThat(answer(at("Bakkerij Jansen B.V.", DAM), at("bakkerij jansen bv", sameCode)))
        .isEqualTo(Answer.UNCLEAR);
    assertThat(
            answer(
                at("Jansen", new Address("Dam 1", null, "Amsterdam", null)),
                at("Jansen", new Address("Dam 1", "1012JS", "Amsterdam", null))))
        .isEqualTo(Answer.UNCLEAR);
  }

  @Test
  void aNameAloneAsksNobody() {
    assertThat(answer(at("Jansen", DAM), at("Jansen", null))).isEqualTo(Answer.DIFFERENT);
    assertThat(
            answer(at("Jansen", DAM), at("Jansen", new Address("Dam 1", "1012JS", "Gent", "BE"))))
        .isEqualTo(Answer.DIFFERENT);
    assertThat(answer(at("Jansen", DAM), at("Pietersen", DAM))).isEqualTo(Answer.DIFFERENT);
  }

  @Test
  void numbersThatDifferAreNotAskedAboutForTheSakeOfAName() {
    assertThat(
            answer(
                customer("1", "Jansen", DAM, "NL001234567B01", null),
                customer("2", "Jansen", DAM, "NL007654321B01", null)))
        .isEqualTo(Answer.DIFFERENT);
  }

  @Test
  void anIdMeansTheSameInOneProgramOnly() {
    Customer one = customer("7", "Jansen", null, null, null);
    Customer other = customer("7", "Pietersen", null, null, null);
    assertThat(SameCustomer.compare(one, other, true).answer()).isEqualTo(Answer.SAME);
    assertThat(SameCustomer.compare(one, other, false).answer()).isEqualTo(Answer.DIFFERENT);
  }

  private static Answer answer(Customer one, Customer other) {
    Answer answer = SameCustomer.compare(one, other, false).answer();
    assertThat(SameCustomer.compare(other, one, false).answer()).isEqualTo(answer);
    return answer;
  }

  private static Customer numbers(@Nullable String vat, @Nullable String registration) {
    return customer("1", "Jansen", null, vat, registration);
  }

  private static Customer at(String name, @Nullable Address address) {
    return customer("1", name, address, null, null);
  }

  private static Customer customer(
      String id,
      String name,
      @Nullable Address address,
      @Nullable String vat,
      @Nullable String registration) {
    return new Customer(
        id,
        null,
        name,
        null,
        null,
        address,
        null,
        vat,
        registration,
        List.of(),
        null,
        List.of(),
        null,
        null,
        false,
        new Source("books", id, null, null));
  }
}
