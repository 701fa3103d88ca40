package org.dunlin.work.message;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.TemplateFlaw;
import org.dunlin.core.message.Templates;
import org.dunlin.core.message.UnknownTemplate;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.wording.Wordings;
import org.jspecify.annotations.Nullable;

/** Keeps a company's own words of a template, once all that must be in them is there. */
public final class ChangeWording {
  private final Stores stores;

  /** Over these stores. */
  public ChangeWording(Stores stores) {
    this.stores = stores;
  }

  /**
   * Keeps a new version.
   *
   * @param basedOn the version that was changed; 0: the hub's own words, before there was any
   * @return its number
   * @throws WordingRefused when it cannot be taken, or another was kept meanwhile
   * @throws UnknownTemplate when there is no such template
   */
  public int change(
      String companyId, String template, Language language, String words, int basedOn, String by) {
    String text = words.replace("\r\n", "\n").strip() + "\n";
    Templates.source(language, template); // refuses one that is not there
    List<TemplateFlaw> flaws = Templates.flaws(template, text);
    if (!flaws.isEmpty()) {
      throw new WordingRefused(flaws);
    }
    return add(companyId, template, language, text, basedOn, by);
  }

  /** Lets the hub's own words count again; what was written stays among the versions. */
  public int reset(String companyId, String template, Language language, int basedOn, String by) {
    Templates.source(language, template);
    return add(companyId, template, language, null, basedOn, by);
  }

  /**
   * Lets an earlier version count again, as a new one.
   *
   * @throws WordingRefused when it cannot be taken any more, or is not there
   */
  public int restore(
      String companyId, String template, Language language, int version, int basedOn, String by) {
    Wordings.Version earlier =
        stores.wordings().of(companyId, template, language.code()).stream()
            .filter(each -> each.version() == version)
            .findFirst()
            .orElseThrow(() -> new WordingRefused(List.of()));
    String words = earlier.words();
    return words == null
        ? reset(companyId, template, language, basedOn, by)
        : change(companyId, template, language, words, basedOn, by);
  }

  private int add(
      String companyId,
      String template,
      Language language,
      @Nullable String words,
      int basedOn,
      String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    return stores
        .transactions()
        .in(
            () -> {
              int last =
                  stores
                      .wordings()
                      .newest(companyId, template, language.code())
                      .map(Wordings.Version::version)
                      .orElse(0);
              if (last != basedOn
                  || !stores
                      .wordings()
                      .add(companyId, template, language.code(), last + 1, words, by)) {
                throw new WordingRefused(List.of());
              }
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "company",
                          companyId,
                          words == null ? "WORDING_RESET" : "WORDING_CHANGED",
                          by,
                          today,
                          template + " (" + language.code() + "), version " + (last + 1)));
              return last + 1;
            });
  }
}
