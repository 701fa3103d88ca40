package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
  private static final String FULL =
      """
      plans:
        - id: standard
          name: For all
          per: invoice
          tolerance: {EUR: "5.00", JPY: "500"}
          contact: {minDaysBetween: 7, businessDaysOnly: true}
          onboarding: {enterAt: first, perDay: 50}
          x-note: ours
          steps:
            - {id: notice, due: "-3d", until: "0d", channel: EMAIL, template: before-due}
            - {id: first, due: "+5d", channel: EMAIL, template: reminder-1}
            - id: call
              due: "previous +7d"
              waitAtMost: 5d
              channel: CALL
              minAmount: {EUR: "500.00"}
            - {id: second, due: "end-of-month +10d", channel: LETTER, template: reminder-2, claim: [INTEREST, COSTS]}
            - {id: over, due: "previous +14d", channel: HANDOVER, approve: true}
      """;

  @Test
  void everyPartThatIsCarriedOutIsRead() {
    Plan plan = Plans.read(FULL).getFirst();

    assertThat(plan.id()).isEqualTo("standard");
    assertThat(plan.name()).isEqualTo("For all");
    assertThat(plan.per()).isEqualTo(Per.INVOICE);
    assertThat(plan.tolerance()).containsOnly(amount("EUR 5.00"), amount("JPY 500"));
    assertThat(plan.contact()).isEqualTo(new Contact(7, true, null));
    assertThat(plan.onboarding()).isEqualTo(new Onboarding("first", 50));
    assertThat(plan.steps())
        .containsExactly(
            mail("notice", new Due.FromDueDate(-3), 0, "before-due"),
            mail("first", new Due.FromDueDate(5), null, "reminder-1"),
            new Step(
                "call",
                new Due.AfterPrevious(7),
                null,
                Channel.CALL,
                null,
                Map.ofEntries(amount("EUR 500.00")),
                5,
                List.of(),
                false),
            new Step(
                "second",
                new Due.EndOfMonth(10),
                null,
                Channel.LETTER,
                "reminder-2",
                Map.of(),
                null,
                List.of(ClaimKind.INTEREST, ClaimKind.COSTS),
                false),
            new Step(
                "over",
                new Due.AfterPrevious(14),
                null,
                Channel.HANDOVER,
                null,
                Map.of(),
                null,
                List.of(),
                true));
  }

  @Test
  void whatIsLeftOutHasItsPlainMeaning() {
    Plan plan = Plans.read("plans: [{id: a, steps: [{id: s, due: 0d, channel: CALL}]}]").getFirst();

    assertThat(plan.name()).isEqualTo("a");
    assertThat(plan.per()).isEqualTo(Per.CUSTOMER);
    assertThat(plan.tolerance()).isEmpty();
    assertThat(plan.contact()).isEqualTo(new Contact(0, false, null));
    assertThat(plan.onboarding()).isNull();
  }

  @Test
  void theBundledPlanIsThreeMailsEachFirmer() {
    assertThat(StandardPlan.plan().steps())
        .containsExactly(
            mail("reminder-1", new Due.FromDueDate(5), null, "reminder-1"),
            mail("reminder-2", new Due.AfterPrevious(10), null, "reminder-2"),
            mail("final", new Due.AfterPrevious(14), null, "final"));
    assertThat(StandardPlan.plan().contact()).isEqualTo(new Contact(7, true, null));
    assertThat(StandardPlan.plan().tolerance()).containsOnly(amount("EUR 5.00"));
    assertThat(StandardPlan.plan().onboarding()).isEqualTo(new Onboarding("first", 50));
  }

  @Test
  void whomAPlanIsForHolidaysAndTheEntranceAreRead() {
    Plan plan =
        Plans.with(
            """
            for: {segments: [sme, retail], countries: [NL, BE], consumer: false}
            contact: {minDaysBetween: 3, businessDaysOnly: true, calendar: DE-BY}
            onboarding: {enterAt: second, perDay: 5}
            """,
            Plans.mail("first", "+5d"),
            Plans.mail("second", "+9d"));

    assertThat(plan.audience())
        .isEqualTo(new Audience(Set.of("sme", "retail"), Set.of("NL", "BE"), false, Set.of()));
    assertThat(plan.contact()).isEqualTo(new Contact(3, true, "DE-BY"));
    assertThat(plan.onboarding()).isEqualTo(new Onboarding("second", 5));
  }

  @Test
  void aTextHasATemplateAsOtherMessagesHave() {
    Plan plan =
        Plans.read("plans: [{id: a, steps: [{id: s, due: 0d, channel: TEXT, template: final}]}]")
            .getFirst();

    assertThat(plan.steps().getFirst().channel()).isEqualTo(Channel.TEXT);
    assertThatThrownBy(
            () -> Plans.read("plans: [{id: a, steps: [{id: s, due: 0d, channel: TEXT}]}]"))
        .hasMessageContaining("template is required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "due: \"+5d\" | due: soon | WRONG_VALUE | due: days such as",
        "due: \"+5d\" | due: \"previous -5d\" | WRONG_VALUE | due: days such as",
        "due: \"+5d\" | due: \"+99999d\" | WRONG_VALUE | due: days such as",
        "due: \"+5d\", | '' | MISSING_FIELD | due is required",
        "until: \"0d\" | until: \"-4d\" | WRONG_VALUE | until: a day that is not before",
        "until: \"0d\" | untill: \"0d\" | UNKNOWN_FIELD | untill is not known here",
        "channel: LETTER | channel: PIGEON | WRONG_VALUE | one of EMAIL, LETTER, CALL, HANDOVER",
        "channel: LETTER | channel: TEXT | WRONG_VALUE | claim: an EMAIL or a LETTER",
        "template: reminder-1 | x-y: z | MISSING_FIELD | template is required",
        "EUR: \"500.00\" | EUR: \"500.001\" | WRONG_VALUE | EUR: an amount such as",
        "EUR: \"500.00\" | EUR: \"-1\" | WRONG_VALUE | EUR: an amount such as",
        "EUR: \"500.00\" | EURO: \"500.00\" | WRONG_VALUE | EURO: an amount such as",
        "waitAtMost: 5d | waitAtMost: -5d | WRONG_VALUE | waitAtMost: days that are not negative",
        "template: reminder-2 | template: t, waitAtMost: 5d | WRONG_VALUE | waitAtMost: a CALL",
        "minDaysBetween: 7 | minDaysBetween: seven | WRONG_VALUE | minDaysBetween: a whole number",
        "businessDaysOnly: true | businessDaysOnly: yes | WRONG_VALUE | true or false",
        "enterAt: first | enterAt: last | WRONG_VALUE | enterAt: first or the id of a step",
        "perDay: 50 | perDay: 0 | WRONG_VALUE | perDay: how many invoices",
        "per: invoice | for: {countries: [Holland]} | WRONG_VALUE | a list of ISO 3166 codes",
        "per: invoice | for: {countries: []} | WRONG_VALUE | a list of ISO 3166 codes",
        "per: invoice | for: {segments: sme} | WRONG_VALUE | segments: a list",
        "per: invoice | for: {risk: [UNKNOWN]} | WRONG_VALUE | LOW, MEDIUM and HIGH",
        "per: invoice | for: {risk: [LOW, LOW]} | WRONG_VALUE | each once",
        "per: invoice | for: {sector: x} | UNKNOWN_FIELD | sector is not known here",
        "per: invoice | for: {consumer: perhaps} | WRONG_VALUE | true or false",
        "minDaysBetween: 7 | calendar: XX | WRONG_VALUE | calendar: a country",
        "minDaysBetween: 7 | calendar: NL-XX | WRONG_VALUE | calendar: a country",
        "claim: [INTEREST, COSTS] | claim: [INTREST] | WRONG_VALUE | a list of words",
        "claim: [INTEREST, COSTS] | claim: INTEREST | WRONG_VALUE | claim: a list",
        "approve: true | approve: perhaps | WRONG_VALUE | true or false",
        "per: invoice | per: planet | WRONG_VALUE | per: customer or invoice",
        "id: standard | id: none | WRONG_VALUE | none stands for never dunned",
        "id: second | id: first | DUPLICATE | two steps have the id first",
        "due: \"-3d\" | due: \"previous +3d\" | WRONG_VALUE | a first step that counts from",
        "name: For all | id: other | DUPLICATE | id stands here twice",
      })
  void whatIsWrongIsRefusedWithWhatIsExpected(
      String right, String wrong, String code, String words) {
    assertThat(FULL).contains(right);

    Problem problem = refused(FULL.replaceFirst(Pattern.quote(right), wrong));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).contains(words);
    assertThat(problem.position()).startsWith("line ");
  }

  @ParameterizedTest
  @CsvSource({
    "plans: [, NOT_YAML",
    "'', NOT_YAML",
    "- plans, NOT_YAML",
    "plan: [], MISSING_FIELD",
    "plans: [], WRONG_VALUE",
    "plans: [a], WRONG_VALUE",
    "plans: {a: b}, WRONG_VALUE",
    "'{[a]: b}', NOT_YAML",
    "'a: b\n---\nc: d', NOT_YAML",
  })
  void whatIsNoFileOfPlansIsRefused(String text, String code) {
    assertThat(refused(text).code()).isEqualTo(code);
  }

  @Test
  void twoPlansOfOneIdAreRefused() {
    String plan = "{id: a, steps: [{id: s, due: 0d, channel: CALL}]}";

    assertThat(refused("plans: [" + plan + ", " + plan + "]").code()).isEqualTo("DUPLICATE");
  }

  @Test
  void theSentenceNamesFileAndPlace() {
    assertThatThrownBy(() -> Plans.read(FULL.replace("channel: LETTER", "channel: FAX")))
        .isInstanceOf(PlanRefused.class)
        .hasMessageStartingWith("plans.yaml, line 17, plan standard, step second: channel: ");
  }

  private static Step mail(String id, Due due, @Nullable Integer until, String template) {
    return new Step(id, due, until, Channel.EMAIL, template, Map.of(), null, List.of(), false);
  }

  private static Map.Entry<CurrencyUnit, Money> amount(String amount) {
    Money money = Money.parse(amount);
    return Map.entry(money.getCurrencyUnit(), money);
  }

  static Problem refused(String yaml) {
    PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> Plans.read(yaml));
    assertThat(refused).as("refused").isNotNull();
    return refused.problem();
  }
}
