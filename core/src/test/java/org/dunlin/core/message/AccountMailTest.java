package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail that a statement of account goes along with. */
class AccountMailTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static Message mail(String language, String... closing) {
    Company company =
        new Company(
            "acme",
            "Acme & Sons",
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            language,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            30,
            Map.of(),
            null,
            null);
    Customer customer =
        new Customer(
            "c-1",
            null,
            "Bakkerij Jansen",
            null,
            null,
            null,
            language,
            null,
            null,
            List.of(),
            false,
            List.of(),
            null,
            null,
            null);
    List<CurrencyAccount> accounts =
        java.util.Arrays.stream(closing)
            .map(each -> new CurrencyAccount(Money.parse(each), List.of(), List.of()))
            .toList();
    return AccountMail.write(
        new AccountStatement(
            company, customer, TODAY.withDayOfMonth(1), TODAY, TODAY, accounts, List.of()),
        new Sender("Acme & Sons", "ar@acme.example", null, Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Statement of account from 1 November 2026 to 20 November 2026|Balance on 20 November"
            + " 2026: €100.00",
        "nl|Rekeningoverzicht van 1 november 2026 tot en met 20 november 2026|Saldo op 20 november"
            + " 2026: € 100,00",
        "de|Kontoauszug vom 1. November 2026 bis 20. November 2026|Saldo am 20. November 2026:"
            + " 100,00 €",
        "fr|Relevé de compte du 1er novembre 2026 au 20 novembre 2026|Solde au 20 novembre 2026 :"
            + " 100,00 €"
      })
  void itSaysThePeriodAndTheBalanceInTheLanguageOfTheCustomer(
      String language, String subject, String balance) {
    Message message = mail(language, "EUR 100.00");

    assertThat(message.subject()).isEqualTo(subject);
    assertThat(plain(message.text())).contains(balance, "ar@acme.example", "Acme & Sons");
    assertThat(message.html()).contains("Acme &amp; Sons").contains("lang=\"" + language + "\"");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void eachCurrencyHasItsBalance() {
    assertThat(mail("en", "EUR 100.00", "USD 50.00").text())
        .contains("Balance on 20 November 2026: €100.00\nBalance on 20 November 2026: US$50.00")
        .contains("how to pay");
  }

  @Test
  void whoIsOwedIsToldSoAndNotAskedToPay() {
    assertThat(mail("en", "EUR -40.00").text())
        .contains("Balance on 20 November 2026, in your favour: €40.00")
        .doesNotContain("how to pay");
  }
}
