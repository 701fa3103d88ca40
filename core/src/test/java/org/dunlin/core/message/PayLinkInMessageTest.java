package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.Address;
import org.dunlin.core.qrcode.QrPicture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every message leads to where the customer pays online, where there is such a place. */
class PayLinkInMessageTest {
  private static final String URL =
      "https://pay.example.com/p/AQAAAAEBm_Q4Y3d_Y3yUcJ0qg2XdYWNtZZ3m1b2Tz0Rr0hQ5b2r8uA";

  @ParameterizedTest
  @EnumSource
  void anEmailHasItAsAButtonAndInPlainText(Language language) {
    String label = Objects.requireNonNull(Labels.of(language).get("payOnline"));
    for (String template : Reminders.templates()) {
      Message message = Reminders.write(Letters.one(language, template).payableAt(URL));

      assertThat(message.html()).contains("<a href=\"" + URL + "\"").contains(">" + label + "</a>");
      assertThat(message.text()).contains(label).contains(URL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutItNothingIsSaidOfIt(Language language) {
    String label = Objects.requireNonNull(Labels.of(language).get("payOnline"));
    for (String template : Reminders.templates()) {
      Message message = Reminders.write(Letters.one(language, template));

      assertThat(message.html()).doesNotContain(label).doesNotContain("href=\"https");
      assertThat(message.text()).doesNotContain(label);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLetterHasItAsACodeBesideTheOneForATransfer(Language language) {
    Letter letter = letter(Letters.one(language, "reminder-1").payableAt(URL));

    assertThat(letter.online())
        .isEqualTo(
            new Letter.Online(URL, Objects.requireNonNull(Labels.of(language).get("scanOnline"))));
    assertThat(QrPicture.fits(URL)).isTrue();
    assertThat(letter.transferCode()).isNotNull();
    assertThat(letter(Letters.one(language, "reminder-1")).online()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aCompanysOwnWordsMayNameItWhereTheyAskWhetherItIsThere(Language language) {
    String own =
        "Subject\n\n{{#payLink}}Pay here: {{payLink}}{{/payLink}}\n\n{{> asked}}\n\n{{> pay}}";

    assertThat(TemplateCheck.flaws(Reminders.NOTICE, own)).isEmpty();
    assertThat(
            TemplateCheck.flaws(
                Reminders.NOTICE, own.replace("{{#payLink}}", "").replace("{{/payLink}}", "")))
        .containsExactly(new TemplateFlaw(TemplateFlaw.Kind.AT_TIMES, "payLink"));
    Reminder reminder = Letters.one(language, Reminders.NOTICE);
    assertThat(Reminders.write(reminder.saying(ClaimsSaid.NOTHING, own).payableAt(URL)).text())
        .contains("Pay here: " + URL);
    assertThat(Reminders.write(reminder.saying(ClaimsSaid.NOTHING, own)).text())
        .doesNotContain("Pay here");
  }

  private static Letter letter(Reminder reminder) {
    return PaperLetter.write(
        reminder,
        new Letterhead(
            new Address("Dam 1", "1012JS", "Amsterdam", "NL"), AddressWindow.usualIn("NL")),
        List.of(),
        null);
  }
}
