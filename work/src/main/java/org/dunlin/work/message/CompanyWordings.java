package org.dunlin.work.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.TemplateFlaw;
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
  private final List<GivingWay> givingWay = new ArrayList<>();

  /** Those of a company as they are now. */
  public CompanyWordings(Stores stores, String companyId) {
    for (Wordings.Version newest : stores.wordings().newest(companyId)) {
      String words = newest.words();
      List<TemplateFlaw> flaws =
          words == null ? List.of() : Templates.flaws(newest.template(), words);
      if (words != null && flaws.isEmpty()) {
        own.put(new Key(newest.template(), newest.language()), words);
      } else if (words != null) {
        givingWay.add(new GivingWay(newest.template(), newest.language(), flaws));
      }
    }
  }

  /**
   * Words of a company's own that do not count, since the hub asks for more by now than when they
   * were written.
   *
   * @param language ISO 639-1
   */
  public record GivingWay(String template, String language, List<TemplateFlaw> flaws) {
    public GivingWay {
      flaws = List.copyOf(flaws);
    }
  }

  /** Those in place of which the words of the hub count until somebody mends them. */
  public List<GivingWay> givingWay() {
    return List.copyOf(givingWay);
  }

  /** Why own words of a template do not count; empty where they do, or there are none. */
  public List<TemplateFlaw> flawsOf(String template, Language language) {
    return givingWay.stream()
        .filter(each -> each.template().equals(template))
        .filter(each -> each.language().equals(language.code()))
        .findFirst()
        .map(GivingWay::flaws)
        .orElse(List.of());
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
