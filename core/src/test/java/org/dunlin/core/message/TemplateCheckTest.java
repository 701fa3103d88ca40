package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.dunlin.core.message.TemplateFlaw.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A company may write what it wants, and never leave out what must be said. */
class TemplateCheckTest {
  private static final String LETTER =
      "{{#announced}}{{payWithin}} {{costs}}{{#costsVat}} {{costsVat}}{{/costsVat}}{{/announced}}";
  private static final String ENOUGH =
      "Pay\n\nHello {{customer}}\n\n" + LETTER + "\n\n{{> asked}}\n\n{{> claims}}\n\n{{> pay}}\n";

  @ParameterizedTest
  @EnumSource
  void everythingThatComesWithTheHubCanBeTaken(Language language) {
    for (String template : Reminders.templates()) {
      assertThat(TemplateCheck.flaws(template, Reminders.source(language, template)))
          .as(template)
          .isEmpty();
    }
  }

  @Test
  void ownWordsWithAllThatIsNeededAreTaken() {
    assertThat(kinds(ENOUGH)).isEmpty();
    assertThat(kinds("Pay\n\n{{> letter}}\n\n{{> asked}}\n\n{{> claims}}\n\n{{> pay}}")).isEmpty();
    assertThat(TemplateCheck.flaws("before-due", "Soon\n\n{{> asked}}\n\n{{> pay}}")).isEmpty();
  }

  @Test
  void eachThingThatMustBeSaidIsMissedByItself() {
    assertThat(kinds(ENOUGH.replace("{{> pay}}", "Pay us"))).containsExactly(Kind.NO_PAY);
    assertThat(kinds(ENOUGH.replace("{{> asked}}", "All"))).containsExactly(Kind.NO_ASKED);
    assertThat(kinds(ENOUGH.replace("{{> claims}}", "-"))).containsExactly(Kind.NO_CLAIMS);
    assertThat(kinds(ENOUGH.replace("{{payWithin}}", "14 days"))).containsExactly(Kind.NO_DAYS);
    assertThat(kinds(ENOUGH.replace("{{costs}}", "40"))).containsExactly(Kind.NO_COSTS);
    assertThat(kinds(ENOUGH.replace(" {{costsVat}}", " VAT"))).containsExactly(Kind.NO_VAT);
  }

  @Test
  void whatTheLawWantsSaidMayNotHideBehindAnotherCondition() {
    assertThat(kinds(ENOUGH.replace("{{costs}}", "{{#several}}{{costs}}{{/several}}")))
        .containsExactly(Kind.HIDDEN);
    assertThat(kinds(ENOUGH.replace("{{#announced}}", "{{^announced}}"))).containsOnly(Kind.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"customerNumber", "costsVat", "leftOut", "lastFree", "interestFrom"})
  void whatIsNotAlwaysThereStandsWithinItsOwnSection(String value) {
    assertThat(flaws(ENOUGH.replace("Hello", "{{" + value + "}}")))
        .containsExactly(new TemplateFlaw(Kind.AT_TIMES, value));
    assertThat(
            flaws(ENOUGH.replace("Hello", "{{^" + value + "}}{{" + value + "}}{{/" + value + "}}")))
        .containsExactly(new TemplateFlaw(Kind.AT_TIMES, value));
    assertThat(
            kinds(ENOUGH.replace("Hello", "{{#" + value + "}}{{" + value + "}}{{/" + value + "}}")))
        .isEmpty();
  }

  @Test
  void theLastDayWithoutCostsMayStandInAnAnnouncement() {
    assertThat(kinds(ENOUGH.replace("{{costs}}", "{{costs}} {{lastFree}}"))).isEmpty();
    assertThat(kinds(ENOUGH.replace("{{costs}}", "{{costs}} {{interestFrom}}")))
        .containsExactly(Kind.AT_TIMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one", "several", "person", "announced", "attachedOne", "attachedSeveral"})
  void aConditionIsNoValue(String flag) {
    assertThat(flaws(ENOUGH.replace("Hello", "{{" + flag + "}}")))
        .containsExactly(new TemplateFlaw(Kind.NO_VALUE, flag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"costs", "costsLaw", "payWithin"})
  void whatOnlyAnAnnouncementHasStandsWithinIt(String value) {
    assertThat(flaws(ENOUGH.replace("Hello", "{{" + value + "}}")))
        .containsExactly(new TemplateFlaw(Kind.NOT_ANNOUNCED, value));
  }

  @Test
  void aControlCharacterIsRefusedWhateverElseIsRight() {
    assertThat(kinds(ENOUGH.replace("Hello", "Hel\u0000lo"))).containsExactly(Kind.CONTROL);
    assertThat(kinds(ENOUGH.replace("Hello", "Hello\tyou\nthere"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{{customer}}}",
        "{{&customer}}",
        "{{=<% %>=}}",
        "{{customer.class}}",
        "{{! remark }}",
        "{{customer",
        "customer}}"
      })
  void marksThatAreMoreThanPlacesAreRefused(String mark) {
    assertThat(
            kinds(
                "Pay\n\n" + mark + "\n\n{{> asked}}\n\n{{> claims}}\n\n{{> letter}}\n\n{{> pay}}"))
        .containsExactly(Kind.NOT_PLAIN);
  }

  @Test
  void whatIsNotThereAndWhatIsNotClosedIsNamed() {
    assertThat(flaws(ENOUGH.replace("{{customer}}", "{{password}}")))
        .containsExactly(new TemplateFlaw(Kind.UNKNOWN_VALUE, "password"));
    assertThat(flaws(ENOUGH.replace("{{> pay}}", "{{> frame}}")))
        .contains(new TemplateFlaw(Kind.UNKNOWN_PART, "frame"));
    assertThat(flaws(ENOUGH.replace("Hello", "Hello {{> regards}}")))
        .containsExactly(new TemplateFlaw(Kind.PART_NOT_ALONE, "regards"));
    assertThat(flaws(ENOUGH.replace("Hello", "{{#one}}Hello")))
        .containsExactly(new TemplateFlaw(Kind.NOT_CLOSED, "one"));
    assertThat(flaws("Only a subject")).contains(new TemplateFlaw(Kind.EMPTY, ""));
    assertThat(kinds("a".repeat(TemplateCheck.LONGEST + 1))).containsExactly(Kind.TOO_LONG);
    Stream.of(Kind.values())
        .forEach(
            kind ->
                assertThat(new TemplateFlaw(kind, "x").sentence()).as(kind.name()).endsWith("."));
  }

  @Test
  void tagsInOwnWordsAreTextAndNotMarkup() {
    String own = ENOUGH.replace("Hello", "<script>alert(1)</script> & <b>Hello</b>");
    Message message = Reminders.write(Letters.one("final").saying(ClaimsSaid.NOTHING, own));

    assertThat(message.html())
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;Hello&lt;/b&gt;");
    assertThat(message.text()).contains("<script>alert(1)</script> & <b>Hello</b>");
    assertThat(message.subject()).isEqualTo("Pay");
  }

  @Property(tries = 300)
  void whateverIsTakenCanBeWritten(
      @ForAll("fragments") String fragment, @ForAll @StringLength(max = 40) String text) {
    String own = ENOUGH.replace("Hello", "Hello " + text + fragment);
    if (TemplateCheck.flaws("final", own).isEmpty()) {
      Message message = Reminders.write(Letters.one("final").saying(ClaimsSaid.NOTHING, own));
      assertThat(message.html()).contains("NL44 RABO 0123 4567 89");
      assertThat(message.text()).contains("NL44 RABO 0123 4567 89");
    }
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(
            "{{",
            "}}",
            "{{#one}}",
            "{{/one}}",
            "{{^one}}",
            "{{total}}",
            "{{> pay}}",
            "{{nobody}}",
            "{",
            "}",
            "\n\n",
            "<",
            "{{{",
            "#",
            "{{number}}")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static List<TemplateFlaw> flaws(String text) {
    return TemplateCheck.flaws("final", text);
  }

  private static List<Kind> kinds(String text) {
    return flaws(text).stream().map(TemplateFlaw::kind).toList();
  }
}
