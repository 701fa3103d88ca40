package org.dunlin.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.console.page.FlowGroup;
import org.dunlin.console.page.Settlement;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.Stage;
import org.dunlin.store.access.Scope;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.program.Reading;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.store.view.Ageing;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.PaymentList;
import org.dunlin.store.view.StageOfCustomer;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.Traced;
import org.dunlin.store.view.WhatChanged;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.dialogue.Arrangements;
import org.dunlin.work.program.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
  private static final Path SOURCES = Path.of("src/main");
  private static final Path WORDS = SOURCES.resolve("resources/org/dunlin/console/words");
  private static final Pattern SAID =
      Pattern.compile("say\\(\\s*\"([a-z-]+(?:\\.[A-Za-z0-9_-]+)+)\"");

  private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
  private static final Pattern SPACED_WRONGLY =
      Pattern.compile("[^\u202f][;?!]|[^\u00a0][%»]|«[^\u00a0]|[\\s\u202f]:|[^\u00a0]:(?=\\s|$)");

  private static final List<Class<? extends Enum<?>>> NAMED =
      List.of(
          ActionState.class,
          AdjustmentReason.class,
          Ageing.class,
          Channel.class,
          Decision.class,
          Deliveries.Choice.class,
          DeliveryState.class,
          DueDateFrom.class,
          DunningMode.class,
          EffectKind.class,
          DifferenceReason.class,
          EffectState.class,
          HoldReason.class,
          InvoiceKind.class,
          InvoiceList.Filter.class,
          InvoiceStatus.class,
          MatchRule.class,
          PaymentKind.class,
          PaymentList.Filter.class,
          Settlement.class,
          TieOutState.class,
          WhatChanged.Kind.class,
          FlowGroup.Health.class,
          HoldReason.class,
          RouteState.class,
          Stage.class,
          Traced.RecordKind.class,
          Health.State.class,
          Reading.class,
          Scope.class,
          StandstillKind.class,
          StandstillState.class,
          DialogueKind.class,
          CallOutcome.class,
          DisputeReason.class,
          TaskKind.class,
          WorkList.Urgency.class,
          StageOfCustomer.Stage.class,
          Arrangements.Every.class,
          DebitState.class,
          MandateState.class);

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameSentencesWithTheSamePlaces(Language language) {
    assertThat(places(language)).isEqualTo(places(Language.EN));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyValueOfTheModelHasAName(Language language) {
    Set<String> keys = places(language).keySet();
    for (Class<? extends Enum<?>> type : NAMED) {
      for (Enum<?> value : type.getEnumConstants()) {
        assertThat(keys).contains("names." + type.getSimpleName() + "." + value.name());
      }
    }
  }

  @Test
  void everySentenceThatAPageSaysIsThere() {
    Set<String> said = new TreeSet<>();
    for (Path source : files(SOURCES, ".java", ".jte")) {
      SAID.matcher(text(source)).results().forEach(found -> said.add(found.group(1)));
    }
    assertThat(said).isNotEmpty();
    assertThat(places(Language.EN).keySet()).containsAll(said);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aKeyBeginsWithTheNameOfItsFileAndNoSentenceHasAnAsciiApostrophe(Language language) {
    for (Path file : files(WORDS.resolve(language.code()), ".properties")) {
      String name = file.getFileName().toString().replace(".properties", "");
      properties(file)
          .forEach(
              (key, sentence) -> {
                assertThat((String) key).startsWith(name + ".");
                assertThat((String) sentence).isNotBlank().doesNotContain("'");
              });
    }
  }

  @Test
  void frenchKeepsASignOnTheLineOfItsWord() {
    for (Path file : files(WORDS.resolve("fr"), ".properties")) {
      properties(file)
          .forEach(
              (key, sentence) ->
                  assertThat(outsidePlaces((String) sentence))
                      .as("%s", key)
                      .doesNotContainPattern(SPACED_WRONGLY));
    }
  }

  /** A sentence with a letter for each place. */
  private static String outsidePlaces(String sentence) {
    String outside = sentence;
    for (String last = ""; !last.equals(outside); ) {
      last = outside;
      outside = PLACE.matcher(outside).replaceAll("x");
    }
    return outside;
  }

  /** The places of each sentence by its key. */
  private static TreeMap<String, Set<Integer>> places(Language language) {
    TreeMap<String, Set<Integer>> places = new TreeMap<>();
    for (Path file : files(WORDS.resolve(language.code()), ".properties")) {
      properties(file)
          .forEach((key, sentence) -> places.put((String) key, places((String) sentence)));
    }
    return places;
  }

  private static Set<Integer> places(String sentence) {
    int count = new MessageFormat(sentence, Locale.ROOT).getFormatsByArgumentIndex().length;
    Set<Integer> used = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      if (sentence.contains("{" + i + "}") || sentence.contains("{" + i + ",")) {
        used.add(i);
      }
    }
    return used;
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
