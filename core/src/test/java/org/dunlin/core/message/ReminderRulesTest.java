package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dunlin.core.brand.Color;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every wording in every language keeps to. */
class ReminderRulesTest {
  private static final Set<String> VOID =
      Set.of("meta", "img", "br", "o:OfficeDocumentSettings", "xml", "o:PixelsPerInch");

  static List<Reminder> all() {
    List<Reminder> all = new ArrayList<>();
    for (Language language : Language.values()) {
      for (String template : Reminders.templates()) {
        Reminder several = Letters.several(language, template);
        all.add(Letters.one(language, template));
        all.add(several);
        all.add(Letters.currencies(language, template));
        all.add(Letters.with(several, Letters.sender(Optional.of(Color.of("#FFCC00")), true)));
        all.add(Letters.with(several, new Enclosed(2, List.of("2026-0044.pdf"))));
        all.add(Letters.with(several, new Enclosed(1, List.of())));
        all.add(Letters.with(several, new Enclosed(0, List.of("a.pdf", "b.pdf"))));
        all.add(
            Letters.with(several, new Sender("A", "a@b.example", null, Optional.empty(), false)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void bothFormsSayWhatIsOwedAndWhomToAsk(Reminder reminder) {
    Message message = Reminders.write(reminder);
    Formats formats = new Formats(reminder.language());
    List<String> expected = new ArrayList<>(List.of(reminder.sender().replyAddress()));
    expected.add(reminder.sender().name());
    Stream.concat(reminder.asked().stream(), reminder.later().stream())
        .forEach(
            line ->
                expected.addAll(
                    List.of(
                        line.number(),
                        formats.shortDate(line.issueDate()),
                        formats.shortDate(line.dueDate()),
                        formats.amount(line.total()),
                        formats.amount(line.open()))));
    reminder.totals().forEach(total -> expected.add(formats.amount(total)));

    assertThat(List.of(message.text(), message.html()))
        .allSatisfy(form -> assertThat(form).contains(expected));
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
        .doesNotContain("{{", "}}", "null", "false", "  .", " ,")
        .doesNotContainPattern("\\btrue\\b");
    assertThat(message.text()).doesNotContain("\n\n\n");
  }

  @ParameterizedTest
  @MethodSource("all")
  void theHtmlLoadsNothingButThePicturesThatComeWithIt(Reminder reminder) {
    Message message = Reminders.write(reminder);

    assertThat(message.html().replaceAll("src=\"cid:(logo|pay)@dunlin\"", ""))
        .doesNotContainPattern("(?i)<(script|link|iframe|object|form|base)")
        .doesNotContainPattern("(?i)https?:|url\\(|@import|src=");
    assertThat(message.html().contains("cid:" + Message.QR_CODE))
        .isEqualTo(message.qrCode() != null);
    assertThat(message.html().contains("cid:" + Message.LOGO)).isEqualTo(reminder.sender().logo());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aReaderWhoDoesNotSeeGetsLanguageHeadingsTableHeadersAndTextForPictures(Reminder reminder) {
    String html = Reminders.write(reminder).html();

    assertThat(html).contains("<html lang=\"" + reminder.language().code() + "\"");
    assertThat(count(html, "<h1")).isEqualTo(1);
    assertThat(count(html, "<h2")).isGreaterThanOrEqualTo(2);
    assertThat(count(html, "<th ")).isEqualTo(count(html, "<th [^>]*scope=\"(col|row)\""));
    assertThat(count(html, "<img")).isEqualTo(count(html, "<img [^>]*alt=\"[^\"]+\""));
    assertThat(count(html, "<table"))
        .isEqualTo(
            count(html, "<table [^>]*role=\"presentation\"")
                + count(html, "<table class=\"lines\""));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyHtmlElementIsClosed(Reminder reminder) {
    String html = Reminders.write(reminder).html().replaceAll("(?s)<!--.*?-->|<!DOCTYPE html>", "");
    List<String> open = new ArrayList<>();
    Pattern.compile("<(/?)([a-z0-9:]+)[^>]*>", Pattern.CASE_INSENSITIVE)
        .matcher(html)
        .results()
        .filter(tag -> !VOID.contains(tag.group(2)))
        .forEach(
            tag -> {
              if (tag.group(1).isEmpty()) {
                open.add(tag.group(2));
              } else {
                assertThat(open.removeLast()).isEqualTo(tag.group(2));
              }
            });
    assertThat(open).isEmpty();
  }

  @Test
  void everyTemplateOfTheStandardPlanExists() {
    assertThat(StandardPlan.plan().steps())
        .extracting(Step::template)
        .isSubsetOf(Reminders.templates());
  }

  @Test
  void anUnknownTemplateIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Reminders.write(Letters.one("friendly\n")))
        .isInstanceOf(UnknownTemplate.class)
        .hasMessage(
            "there is no template friendly; the plan may name one of before-due, reminder-1,"
                + " reminder-2, final");
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
    assertThat(message.text()).contains("Total to pay: €5,005.00");
    assertThat(count(message.html(), "<tr class=\"line\">")).isEqualTo(500);
    assertThat(message.text().lines()).filteredOn(line -> line.startsWith("N")).hasSize(500);
  }

  private static int count(String text, String pattern) {
    return (int) Pattern.compile(pattern).matcher(text).results().count();
  }
}
