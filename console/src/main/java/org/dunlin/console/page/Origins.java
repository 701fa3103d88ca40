package org.dunlin.console.page;

import java.util.Optional;
import org.dunlin.console.words.Words;
import org.dunlin.store.company.SettingOrigin;

/** Says who said a setting of a company. */
final class Origins {
  private Origins() {}

  static String sentence(Words words, Optional<SettingOrigin> origin) {
    return origin
        .map(
            said ->
                switch (said.kind()) {
                  case FILE -> words.say("profile.from.file", said.place());
                  case FORMER_FILE -> words.say("profile.from.former", said.place());
                  case CONSOLE ->
                      words.say("profile.from.console", said.by(), words.time(said.at()));
                  case API -> words.say("profile.from.api", said.by(), words.time(said.at()));
                })
        .orElseGet(() -> words.say("profile.from.default"));
  }
}
