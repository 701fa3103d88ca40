package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.message.TemplateFlaw.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  static Stream<Arguments> all() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                Reminders.templates().stream().map(template -> Arguments.of(language, template)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTextOfOneInvoiceSaysAllThatIsNeededToPayInOnePart(Language language, String template) {
    String text = Texts.write(Letters.one(language, template));

    assertThat(text)
        .contains("Acme B.V.", "2026-0042", "NL44RABO0123456789", "RF18539007547034", "1")
        .contains(
            language == Language.EN ? "1,210.00" : language == Language.FR ? "210,00" : "1.210,00")
        .doesNotContain("\n", "{{");
    assertThat(TextSize.of(text).plain()).as(text).isTrue();
    boolean last = template.equals("final"); // it has more to say
    assertThat(TextSize.of(text).parts()).as(text).isLessThanOrEqualTo(last ? 2 : 1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theAddressToPayAtIsInItInTwoPartsAtMostWithTheAccountStill(
      Language language, String template) {
    String address = "https://pay.example.test/p/" + "Ab3_-".repeat(12);
    String text = Texts.write(Letters.one(language, template).payableAt(address));

    assertThat(text).contains(address, "NL44RABO0123456789", "RF18539007547034");
    assertThat(TextSize.of(text).plain()).as(text).isTrue();
    assertThat(TextSize.of(text).parts()).as(text).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddressForWhichThereIsNoRoomIsLeftOut(Language language, String template) {
    Reminder reminder = Letters.one(language, template);
    String address = "https://pay.example.test/p/" + "Ab3_-".repeat(60);

    assertThat(Texts.write(reminder.payableAt(address))).isEqualTo(Texts.write(reminder));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTextOfSeveralNamesEachReferenceAndTheirSum(Language language, String template) {
    String text = Texts.write(Letters.several(language, template));

    assertThat(text).contains("RF18539007547034", "2026-0043", "2026-0044", "3 ");
    assertThat(TextSize.of(text).plain()).as(text).isTrue();
    assertThat(TextSize.of(text).parts()).as(text).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyTextPassesItsOwnCheck(Language language, String template) {
    String name = Texts.named(template);
    assertThat(Templates.flaws(name, Templates.source(language, name))).isEmpty();
  }

  @Test
  void anOwnTextNamesTheAddressToPayAtOnlyWhereThereIsOne() {
    String name = Texts.named("reminder-1");
    String own = Templates.source(Language.EN, name);

    assertThat(Templates.flaws(name, own + " {{payLink}}"))
        .containsExactly(new TemplateFlaw(Kind.AT_TIMES, "payLink"));
  }

  @ParameterizedTest
  @EnumSource
  void theTextsOfALanguageAreItsOwn(Language language) {
    for (String template : Texts.templates()) {
      for (Language other : Language.values()) {
        if (other != language) {
          assertThat(Templates.source(language, template))
              .isNotEqualTo(Templates.source(other, template));
        }
      }
    }
  }

  @Test
  void theFirstTextReadsWordForWord() {
    assertThat(Texts.write(Letters.one("reminder-1")))
        .isEqualTo(
            "Acme B.V.: invoice 2026-0042 was due on 1 Dec 2026. Please pay €1,210.00 to"
                + " NL44RABO0123456789, ref. RF18539007547034. Paid? Please ignore.");
  }

  @Test
  void whatComesFromOutsideAddsNoLine() {
    Reminder reminder =
        Letters.reminder(
            "reminder-1",
            "x",
            List.of(Letters.line("2026\r\n-1\u202e", "2026-12-01", "EUR 10.00", null)));
    assertThat(Texts.write(reminder)).contains("2026 -1 ").doesNotContain("\n", "\u202e");
  }

  @Test
  void aCompanysOwnWordsCount() {
    Reminder reminder =
        Letters.one("final")
            .saying(
                ClaimsSaid.NOTHING,
                "{{company}} “{{number}}” – {{total}} {{account}} {{reference}}…");
    assertThat(Texts.write(reminder))
        .isEqualTo("Acme B.V. \"2026-0042\" - €1,210.00 NL44RABO0123456789 RF18539007547034...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "number", "total", "account", "reference"})
  void aTextThatLacksWhatIsNeededIsRefused(String value) {
    String whole = "{{company}} {{number}} {{total}} {{account}} {{reference}}";
    Kind kind = Kind.valueOf("NO_" + value.toUpperCase(java.util.Locale.ROOT));

    assertThat(Templates.flaws("text-final", whole)).isEmpty();
    assertThat(kinds(whole.replace("{{" + value + "}}", ""))).containsExactly(kind);
    assertThat(kinds(whole.replace("{{" + value + "}}", "{{#person}}{{" + value + "}}{{/person}}")))
        .containsExactly(kind);
    assertThat(
            kinds(whole.replace("{{" + value + "}}", "{{#several}}{{" + value + "}}{{/several}}")))
        .containsExactly(kind);
  }

  @Test
  void whatIsSaidOfOneAndOfSeveralIsSaidAlways() {
    assertThat(
            kinds(
                "{{company}} {{#one}}{{number}} {{total}}{{/one}}{{^one}}{{total}}{{/one}}"
                    + " {{account}} {{reference}}"))
        .isEmpty();
  }

  @Test
  void nothingButPlacesToFillIsTaken() {
    assertThat(kinds("{{> pay}}")).contains(Kind.NOT_PLAIN);
    assertThat(kinds("{{{company}}}")).contains(Kind.NOT_PLAIN);
    assertThat(kinds("{{iban}}")).contains(Kind.UNKNOWN_VALUE);
    assertThat(kinds("{{#one}}{{number}}")).contains(Kind.NOT_CLOSED);
    assertThat(kinds("{{one}}")).contains(Kind.NO_VALUE);
    assertThat(kinds("{{customerNumber}}")).contains(Kind.AT_TIMES);
    assertThat(kinds("\u0007")).contains(Kind.CONTROL);
    assertThat(kinds("a".repeat(TextCheck.LONGEST + 1))).contains(Kind.TOO_LONG);
  }

  @Test
  void everyValueOfATextCanBeWritten() {
    Matcher places =
        Pattern.compile("\\w+").matcher(String.join(" ", Templates.values("text-final")));
    Set<String> conditions = Set.of("one", "several", "person");
    while (places.find()) {
      String name = places.group();
      String place =
          conditions.contains(name) ? "{{#%1$s}}x{{/%1$s}}" : "{{#%1$s}}{{%1$s}}{{/%1$s}}";
      Reminder reminder =
          Letters.one("final").saying(ClaimsSaid.NOTHING, "a " + place.formatted(name) + " b");
      assertThat(Texts.write(reminder)).as(name).startsWith("a ").endsWith("b");
    }
  }

  private static List<Kind> kinds(String text) {
    return Templates.flaws("text-final", text).stream().map(TemplateFlaw::kind).toList();
  }
}
