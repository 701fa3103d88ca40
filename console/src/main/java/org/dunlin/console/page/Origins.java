package org.dunlin.console.page;

import java.util.Objects;
import java.util.Optional;
import org.dunlin.console.words.Words;
import org.dunlin.store.company.SettingOrigin;

/** Says who said a setting of a company. */
final class Origins {
  private Origins() {}

  /** Empty where it is no default and who said it was not yet noted then. */
  static String sentence(Words words, Optional<SettingOrigin> origin, boolean isDefault) {
    return origin.isEmpty() && !isDefault ? "" : sentence(words, origin, "profile.from.file");
  }

  /** Of the mode, which people may switch whatever the file says. */
  static String ofMode(Words words, Optional<SettingOrigin> origin) {
    return sentence(words, origin, "profile.from.file-once");
  }

  private static String sentence(Words words, Optional<SettingOrigin> origin, String ofFile) {
    return origin
        .map(said -> sentence(words, said, ofFile))
        .orElseGet(() -> words.say("profile.from.default"));
  }

  private static String sentence(Words words, SettingOrigin said, String ofFile) {
    String place = Objects.requireNonNullElse(said.place(), "dunlin.yaml");
    return switch (said.kind()) {
      case FILE -> words.say(ofFile, place);
      case FORMER_FILE -> words.say("profile.from.former", place);
      case CONSOLE -> words.say("profile.from.console", said.by(), words.time(said.at()));
      case API -> words.say("profile.from.api", said.by(), words.time(said.at()));
    };
  }
}
