package org.dunlin.work.message;

import org.dunlin.core.message.Language;
import org.dunlin.core.message.TemplateCheck;
import org.dunlin.store.Stores;
import org.dunlin.store.wording.Wordings;
import org.jspecify.annotations.Nullable;

/** The words in which a company writes: its own, or those that come with the hub. */
public final class CompanyWordings {
  private final Stores stores;

  /** Over these stores. */
  public CompanyWordings(Stores stores) {
    this.stores = stores;
  }

  /**
   * A company's own words of a template; null: the hub's. Words that lack what a later version of
   * the hub asks for do not count either.
   */
  public @Nullable String of(String companyId, String template, Language language) {
    return stores
        .wordings()
        .newest(companyId, template, language.code())
        .map(Wordings.Version::words)
        .filter(words -> TemplateCheck.flaws(template, words).isEmpty())
        .orElse(null);
  }
}
