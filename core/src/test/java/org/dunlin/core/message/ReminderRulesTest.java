package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every wording keeps to. */
class ReminderRulesTest {
  static List<Reminder> all() {
    return Reminders.templates().stream()
        .flatMap(template -> List.of(Letters.one(template), Letters.many(template)).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothFormsSayWhatIsOwedHowToPayAndWhomToAsk(Reminder reminder) {
    Message message = Reminders.write(reminder);

    assertThat(List.of(message.text(), message.html()))
        .allSatisfy(
            form ->
                assertThat(form)
                    .contains("Bakkerij Jansen B.V.", "2026-0042", "EUR 1,210.00")
                    .contains("1 November 2026", "1 December 2026")
                    .contains("NL44 RABO 0123 4567 89", "RF18539007547034", "Acme B.V.")
                    .contains("billing@acme.example")
                    .containsPattern("please disregard this reminder"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothFormsHaveTheSameSentences(Reminder reminder) {
    Message message = Reminders.write(reminder);

    String html = message.html().replaceAll("<[^>]*>", "");
    List<String> sentences =
        message.text().lines().filter(line -> line.matches("\\S.*\\.")).toList();

    assertThat(sentences)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(sentence -> assertThat(html).contains(sentence));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noPlaceIsLeftUnfilled(Reminder reminder) {
    Message message = Reminders.write(reminder);

    assertThat(message.subject() + message.text() + message.html())
        .doesNotContain("{{", "}}", "null", "false", "true");
  }

  @ParameterizedTest
  @MethodSource("all")
  void theHtmlLoadsNothingAndLeavesColoursToTheReader(Reminder reminder) {
    String html = Reminders.write(reminder).html();

    assertThat(html)
        .doesNotContainPattern("(?i)<(img|script|link|iframe|object|style|form)")
        .doesNotContainPattern("(?i)https?:|url\\(|@import|src=")
        .doesNotContainPattern("(?i)background|[^-]color: *(#|rgb)")
        .contains("<meta name=\"color-scheme\" content=\"light dark\">", "<html lang=\"en\">");
    assertThat(count(html, "<table")).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyHtmlElementIsClosed(Reminder reminder) {
    String html = Reminders.write(reminder).html();

    for (String element :
        Set.of(
            "html", "head", "body", "div", "p", "table", "thead", "tbody", "tfoot", "tr", "th",
            "td", "a", "strong", "title")) {
      assertThat(count(html, "<" + element + "(?=[ >])"))
          .as(element)
          .isPositive()
          .isEqualTo(count(html, "</" + element + ">"));
    }
  }

  @Test
  void everyTemplateOfTheStandardPlanExists() {
    assertThat(StandardPlan.plan().steps())
        .extracting(Step::template)
        .isEqualTo(Reminders.templates());
  }

  @Test
  void anUnknownTemplateIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Reminders.write(Letters.one("friendly\n")))
        .isInstanceOf(UnknownTemplate.class)
        .hasMessage(
            "there is no template friendly; the plan may name one of reminder-1, reminder-2,"
                + " final");
  }

  @Test
  void aReminderOfNothingIsRefused() {
    assertThatThrownBy(() -> Letters.reminder("final", "Jansen", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hundredsOfInvoicesStandInOneMessage() {
    List<ReminderLine> lines =
        IntStream.range(0, 500)
            .mapToObj(i -> Letters.line("N" + i, "2026-12-01", "EUR 10.01", null))
            .toList();

    Message message = Reminders.write(Letters.reminder("reminder-1", "Jansen", lines));

    assertThat(message.subject()).contains("500 payments");
    assertThat(message.text()).contains("Total due: EUR 5,005.00");
    assertThat(count(message.html(), "<tr>")).isEqualTo(502);
    assertThat(message.text().lines()).filteredOn(line -> line.startsWith("N")).hasSize(500);
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
