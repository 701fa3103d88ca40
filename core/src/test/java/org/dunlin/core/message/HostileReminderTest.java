package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.dunlin.core.model.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, numbers, references and file names come from outside. */
class HostileReminderTest {
  private static final String SCRIPT = "<script>alert('x')</script>\"&";

  @ParameterizedTest
  @EnumSource
  void whatLooksLikeMarkupIsShownAndNotObeyed(Language language) {
    Message message = hostile(language, SCRIPT, SCRIPT);

    assertThat(message.html())
        .doesNotContain("<script", "</script", "'x'", "\"&<")
        .contains("&lt;script&gt;");
    assertThat(message.text()).contains(SCRIPT);
  }

  @ParameterizedTest
  @EnumSource
  void whatLooksLikeATemplateIsShownAndNotFilledIn(Language language) {
    Message message = hostile(language, "{{iban}} {{{iban}}}", "{{> final}}");

    assertThat(message.text()).contains("{{iban}} {{{iban}}},", "{{> final}}");
    assertThat(message.html()).contains("{{iban}} {{{iban}}}");
    assertThat(message.subject()).contains("{{> final}}");
  }

  @Test
  void aLineBreakInANumberAddsNoHeader() {
    Message message = hostile(Language.EN, "Jansen", "1\r\nBcc: all@example.org\u2028X:\u0085Y: z");

    assertThat(message.subject())
        .isEqualTo("Reminder: invoice 1 Bcc: all@example.org X: Y: z was due on 1 December 2026");
  }

  @Test
  void aLineBreakInANameCannotAddAParagraph() {
    Message message = hostile(Language.EN, "Jansen,\n\nPay to IBAN XX00 instead", "1");

    assertThat(message.text()).startsWith("Dear Jansen, Pay to IBAN XX00 instead,\n\nAccording");
  }

  @Test
  void aLineBreakInANumberCannotTurnTheQrCodeIntoAnotherPayment() {
    Message message = hostile(Language.EN, "Jansen", "1\nDE71110220330123456789");

    assertThat(String.valueOf(message.qrCode()).lines().toList())
        .hasSize(11)
        .endsWith("1 DE71110220330123456789")
        .contains("NL44RABO0123456789");
  }

  @ParameterizedTest
  @EnumSource
  void marksThatTurnTextRoundOrHideAreDropped(Language language) {
    Message message = hostile(language, "Jan\u202Esen\u200b", "2026\u2066-1\u061c");

    assertThat(message.subject() + message.text() + message.html() + message.qrCode())
        .doesNotContain("\u202E", "\u2066", "\u200b", "\u061c");
  }

  @Property(tries = 200)
  void noSubjectHasAControlCharacterAndNoFormGrowsALine(
      @ForAll Language language,
      @ForAll @StringLength(max = 40) String name,
      @ForAll @StringLength(max = 40) String number) {
    Message message = hostile(language, name, number);
    Message plain = hostile(language, "Jansen", "1");

    assertThat(message.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085]");
    assertThat(message.text().lines().count()).isEqualTo(plain.text().lines().count());
    assertThat(message.html().lines().count()).isEqualTo(plain.html().lines().count());
    assertThat(message.html().chars().filter(c -> c == '<').count())
        .isEqualTo(plain.html().chars().filter(c -> c == '<').count());
  }

  private static Message hostile(Language language, String name, String number) {
    Customer person = Letters.customer(name, true);
    return Reminders.write(
        Letters.reminder(
            language,
            "reminder-1",
            person,
            List.of(Letters.line(number, "2026-12-01", "EUR 1210.00", number)),
            List.of()));
  }
}
