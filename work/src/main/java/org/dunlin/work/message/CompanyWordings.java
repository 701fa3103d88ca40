package org.dunlin.work.message;

import java.util.HashMap;
import java.util.Map;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Templates;
import org.dunlin.store.Stores;
import org.dunlin.store.wording.Wordings;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a company writes: its own, or those that come with the hub. Read once for all
 * messages of a day.
 */
public final class CompanyWordings {
  private final Map<Key, String> own = new HashMap<>();

  /** Those of a company as they are now. */
  public CompanyWordings(Stores stores, String companyId) {
    for (Wordings.Version newest : stores.wordings().newest(companyId)) {
      String words = newest.words();
      if (words != null && Templates.flaws(newest.template(), words).isEmpty()) {
        own.put(new Key(newest.template(), newest.language()), words);
      }
    }
  }

  private record Key(String template, String language) {}

  /**
   * A company's own words of a template; null: the hub's. Words that lack what a later version of
   * the hub asks for do not count either.
   */
  public @Nullable String of(String template, Language language) {
    return own.get(new Key(template, language.code()));
  }
}
