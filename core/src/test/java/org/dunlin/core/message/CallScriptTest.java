package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said on the telephone, with the figures. */
class CallScriptTest {
  @ParameterizedTest
  @EnumSource
  void namesWhoAsksWhatIsOpenAndEveryInvoice(Language language) {
    Reminder about = Letters.several(language, "reminder-1");
    CallScript script = CallScript.of(about);
    String all = script.heading() + String.join(" ", script.paragraphs());

    assertThat(all)
        .contains(about.sender().name(), about.customer().name(), about.sender().replyAddress())
        .doesNotContain("{{");
    Formats formats = new Formats(language);
    about.totals().forEach(total -> assertThat(all).contains(formats.amount(total)));
    about.asked().forEach(line -> assertThat(all).contains(line.number()));
  }

  @Test
  void isAsLongInEveryLanguageAndSaysItInItsOwnWords() {
    Set<List<String>> scripts = new HashSet<>();
    for (Language language : Language.values()) {
      List<String> paragraphs = CallScript.of(Letters.one(language, "reminder-1")).paragraphs();
      assertThat(paragraphs).hasSize(7);
      scripts.add(paragraphs);
    }
    assertThat(scripts).hasSize(4);
  }
}
