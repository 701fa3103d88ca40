package org.dunlin.core.message;

import java.util.HashMap;
import java.util.Map;

/** Companies' own wordings, each compiled once for many messages. */
final class OwnWordings {
  /** More than one company has; what is more begins anew. */
  private static final int MOST = 64;

  private static final Map<Key, Wording> COMPILED = new HashMap<>();

  private OwnWordings() {}

  private record Key(Language language, String words) {}

  static Wording of(Language language, String words) {
    synchronized (COMPILED) {
      if (COMPILED.size() >= MOST) {
        COMPILED.clear();
      }
      return COMPILED.computeIfAbsent(
          new Key(language, words),
          key -> new Wording(key.language(), TemplateFiles.parts(key.words())));
    }
  }
}
