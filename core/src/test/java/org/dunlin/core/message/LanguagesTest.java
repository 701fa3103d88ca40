package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The languages say the same, each in its own words. */
class LanguagesTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{[#^/>]?\\s*([A-Za-z-]+)}}");
  private static final List<String> SHARED = List.of("greeting", "enclosed", "regards", "yours");

  /** The same word, or one that needs no translation, in two languages. */
  private static final Set<String> ALIKE =
      Set.of(
          "colon",
          "reference",
          "total",
          "sumLater",
          "issued",
          "account",
          "amount",
          "logo",
          "customer",
          "heading-reminder-1");

  /** Where only one of the salutations has a name in it, languages differ. */
  private static final Set<String> OF_POLITENESS = Set.of("person", "customer");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before-due",
        "reminder-1",
        "reminder-2",
        "final",
        "greeting",
        "enclosed",
        "debit-notice",
        "account"
      })
  void aTemplateNamesTheSameValuesInEveryLanguage(String template) {
    Set<Set<String>> sets =
        Stream.of(Language.values())
            .map(language -> variables(source(language, template)))
            .collect(Collectors.toSet());

    assertThat(sets).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"before-due", "reminder-1", "reminder-2", "final", "debit-notice", "account"})
  void aTemplateHasTheSameBlocksInEveryLanguage(String template) {
    for (Language language : Language.values()) {
      List<String> blocks = TemplateFiles.blocks(language.code() + "/" + template + ".mustache");
      List<String> english = TemplateFiles.blocks("en/" + template + ".mustache");
      assertThat(blocks).hasSameSizeAs(english);
      for (int i = 0; i < blocks.size(); i++) {
        assertThat(blocks.get(i).startsWith("{{> ")).isEqualTo(english.get(i).startsWith("{{> "));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLanguageHasEveryLabelAndNoOther(Language language) {
    assertThat(Labels.of(language)).hasSameSizeAs(Labels.of(Language.EN));
    assertThat(Labels.of(language).keySet()).isEqualTo(Labels.of(Language.EN).keySet());
    assertThat(Labels.of(language).values()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource(names = {"NL", "DE", "FR"})
  void nothingIsLeftInEnglish(Language language) {
    Map<String, String> labels = Labels.of(language);
    Labels.of(Language.EN)
        .forEach(
            (key, english) -> {
              if (!ALIKE.contains(key)) {
                assertThat(labels.get(key)).as(key).isNotEqualTo(english);
              }
            });
    for (String template : Reminders.templates()) {
      Set<String> english = new TreeSet<>(paragraphs(Language.EN, template));
      assertThat(paragraphs(language, template)).doesNotContainAnyElementsOf(english);
      assertThat(Reminders.write(Letters.several(language, template)).text())
          .doesNotContainPattern("\\b(the|please|invoice|payment|due|and)\\b");
    }
  }

  @Test
  void politenessMayDifferButNamesNothingElse() {
    for (Language language : Language.values()) {
      for (String shared : List.of("regards", "yours")) {
        Set<String> variables = variables(source(language, shared));
        variables.removeAll(OF_POLITENESS);
        assertThat(variables).containsExactly("company");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFileOfALanguageIsThere(Language language) {
    List<String> files = new ArrayList<>(SHARED);
    files.addAll(Templates.all());
    assertThat(files).allSatisfy(file -> assertThat(source(language, file)).isNotBlank());
  }

  private static List<String> paragraphs(Language language, String template) {
    return TemplateFiles.blocks(language.code() + "/" + template + ".mustache").stream()
        .filter(block -> !block.startsWith("{{> "))
        .toList();
  }

  private static String source(Language language, String template) {
    return TemplateFiles.read(language.code() + "/" + template + ".mustache");
  }

  private static Set<String> variables(String source) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = VARIABLE.matcher(source.replaceAll("\\{\\{> [a-z-]+}}", ""));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
