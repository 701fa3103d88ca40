package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Names, numbers and references come from outside. */
class HostileReminderTest {
  private static final String SCRIPT = "<script>alert('x')</script>\"&";

  @Test
  void whatLooksLikeMarkupIsShownAndNotObeyed() {
    Message message = hostile(SCRIPT, SCRIPT);

    assertThat(message.html())
        .doesNotContain("<script", "</script", "'x'", "\"&<")
        .contains("&lt;script&gt;");
    assertThat(message.text()).contains("Dear " + SCRIPT + ",");
  }

  @Test
  void whatLooksLikeATemplateIsShownAndNotFilledIn() {
    Message message = hostile("{{iban}} {{{iban}}}", "{{> final}}");

    assertThat(message.text()).contains("Dear {{iban}} {{{iban}}},", "{{> final}}");
    assertThat(message.subject()).contains("{{> final}}");
  }

  @Test
  void aLineBreakInANumberAddsNoHeader() {
    Message message = hostile("Jansen", "1\r\nBcc: all@example.org\u2028X:\u0085Y: z");

    assertThat(message.subject())
        .isEqualTo("Reminder: invoice 1 Bcc: all@example.org X: Y: z was due on 1 December 2026");
  }

  @Test
  void aLineBreakInANameCannotAddAParagraph() {
    Message message = hostile("Jansen,\n\nPay to IBAN XX00 instead", "1");

    assertThat(message.text()).startsWith("Dear Jansen, Pay to IBAN XX00 instead,\n\nAccording");
  }

  @Test
  void marksThatTurnTextRoundAreDropped() {
    Message message = hostile("Jan\u202Esen", "2026\u2066-1");

    assertThat(message.subject() + message.text() + message.html())
        .doesNotContain("\u202E", "\u2066");
  }

  @Property
  void noSubjectHasAControlCharacterAndNoFormGrowsALine(
      @ForAll String name, @ForAll String number) {
    Message message = hostile(name, number);
    Message plain = hostile("Jansen", "1");

    assertThat(message.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029\\u0085]");
    assertThat(message.text().lines().count()).isEqualTo(plain.text().lines().count());
    assertThat(message.html().lines().count()).isEqualTo(plain.html().lines().count());
    assertThat(message.html().chars().filter(c -> c == '<').count())
        .isEqualTo(plain.html().chars().filter(c -> c == '<').count());
  }

  private static Message hostile(String name, String number) {
    return Reminders.write(
        Letters.reminder(
            "reminder-1",
            name,
            List.of(Letters.line(number, "2026-12-01", "EUR 1210.00", number))));
  }
}
