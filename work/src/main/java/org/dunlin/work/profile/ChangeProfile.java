package org.dunlin.work.profile;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Stage;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.ProfileReader;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brands;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.rollout.NotReady;
import org.dunlin.work.rollout.SwitchMode;
import org.jspecify.annotations.Nullable;

/** Adds a company or changes its profile, for a person on a page or over the API. */
public final class ChangeProfile {
  private final Stores stores;
  private final SwitchMode modes;

  /** Over these stores; companies are switched there. */
  public ChangeProfile(Stores stores, SwitchMode modes) {
    this.stores = stores;
    this.modes = modes;
  }

  /**
   * Adds a company; fields of which nothing is said have their defaults.
   *
   * @throws WrongProfile with all that cannot be used
   * @throws StaleProfile when there is one of this id by now
   * @throws NotReady when it would begin live
   */
  public void add(Map<ProfileField, String> said, Author by) {
    add(said, null, by);
  }

  /**
   * Adds a company, as {@link #add(Map, Author)}.
   *
   * @param anyway why it begins live whatever is open; null where nobody insists
   * @throws NotReady when it would begin live and nobody insists
   */
  public void add(Map<ProfileField, String> said, @Nullable String anyway, Author by) {
    Map<ProfileField, String> texts = Profile.defaults();
    texts.putAll(said);
    Profile wanted = ProfileReader.read(texts);
    ProfileChange change = ProfileChange.of(null, wanted, null);
    stores
        .transactions()
        .run(
            () -> {
              if (stores.companies().lock(wanted.company().id())) {
                throw new StaleProfile();
              }
              change.refuseAccountsOf(by);
              change.refuseForeignAccounts(stores, Set.of());
              change.refuseUnknownConnections(stores, Set.of());
              change.write(stores, kept(wanted, wanted.mode(), null), by.name());
              modes.begin(wanted.company().id(), anyway, by.name());
              note(wanted.company().id(), change, by);
              noteMode(wanted.company().id(), by);
            });
    stores.wakeups().wake(Stage.MATCH);
  }

  /**
   * Changes the fields that are said; others stay as they are.
   *
   * @param version of the profile that was changed ({@link KeptProfile#version}); null: whatever it
   *     is
   * @throws WrongProfile with all that cannot be used
   * @throws StaleProfile when the profile is of another version by now
   * @throws SetInFile when a field would change that the settings file says
   * @throws UnknownCompany when there is none
   * @throws NotReady when it would go live while points of its roll-out are open
   */
  public void change(
      String companyId, @Nullable String version, Map<ProfileField, String> said, Author by) {
    change(companyId, version, said, null, by);
  }

  /**
   * Changes the fields that are said, as {@link #change(String, String, Map, Author)}.
   *
   * @param anyway why it goes live whatever is open; null where nobody insists
   * @throws NotReady when it would go live and nobody insists; then nothing is changed
   */
  public void change(
      String companyId,
      @Nullable String version,
      Map<ProfileField, String> said,
      @Nullable String anyway,
      Author by) {
    stores
        .transactions()
        .run(
            () ->
                changeFields(locked(companyId, version), said, by)
                    .ifPresent(
                        mode -> {
                          modes.to(companyId, mode, anyway, by.name());
                          noteMode(companyId, by);
                        }));
    stores.wakeups().wake(Stage.MATCH);
  }

  /**
   * The mode that is wanted where it is another than that of the profile that was changed: who
   * switched it meanwhile is not undone by somebody who wanted it as it was.
   */
  private Optional<DunningMode> changeFields(
      KeptProfile before, Map<ProfileField, String> said, Author by) {
    Map<ProfileField, String> texts = before.texts();
    texts.putAll(said);
    texts.put(ProfileField.ID, before.kept().id());
    Profile wanted = ProfileReader.read(texts);
    String logo = before.brand().logo() == null ? null : before.brand().logo().id();
    ProfileChange change = ProfileChange.of(before, wanted, logo);
    refuseWhatTheFileSays(before, change.texts().keySet());
    if (!change.isEmpty()) {
      change.refuseAccountsOf(by);
      change.refuseForeignAccounts(stores, Set.of());
      change.refuseUnknownConnections(stores, Set.of());
      CompanyProfile profile = kept(wanted, before.kept().mode(), before.kept().setBusinessDate());
      change.write(stores, profile, by.name());
      note(before.kept().id(), change, by);
    }
    return said.containsKey(ProfileField.MODE) && before.kept().mode() != wanted.mode()
        ? Optional.of(wanted.mode())
        : Optional.empty();
  }

  /**
   * Gives the company another logo, or takes it away.
   *
   * @throws SetInFile when the settings file says it
   * @throws UnknownCompany when there is none
   */
  public void logo(String companyId, @Nullable Logo logo, Author by) {
    stores
        .transactions()
        .run(
            () -> {
              KeptProfile before = locked(companyId, null);
              refuseWhatTheFileSays(before, Set.of(ProfileField.LOGO));
              ProfileChange change =
                  ProfileChange.of(before, before.profile(), logo == null ? null : Brands.id(logo));
              if (!change.isEmpty()) {
                stores.brands().putLogo(companyId, logo);
                change.write(stores, before.kept(), by.name());
                note(companyId, change, by);
              }
            });
  }

  private KeptProfile locked(String companyId, @Nullable String version) {
    if (!stores.companies().lock(companyId)) {
      throw new UnknownCompany();
    }
    KeptProfile kept = KeptProfile.find(stores, companyId).orElseThrow();
    if (version != null && !version.equals(kept.version())) {
      throw new StaleProfile();
    }
    return kept;
  }

  private static void refuseWhatTheFileSays(KeptProfile before, Set<ProfileField> changed) {
    Map<String, String> places = new LinkedHashMap<>();
    for (ProfileField field : changed) {
      before.placeInFile(field).ifPresent(place -> places.put(field.key(), place));
    }
    if (!places.isEmpty()) {
      throw new SetInFile(places);
    }
  }

  private void note(String companyId, ProfileChange change, Author by) {
    for (ProfileField field : change.texts().keySet()) {
      stores.origins().put(companyId, KeptProfile.name(field), by.kind(), by.name());
    }
  }

  private void noteMode(String companyId, Author by) {
    String mode = KeptProfile.name(ProfileField.MODE);
    stores.origins().put(companyId, mode, by.kind(), by.name());
  }

  private static CompanyProfile kept(
      Profile wanted, DunningMode mode, @Nullable LocalDate businessDate) {
    return new CompanyProfile(
        wanted.company(), mode, wanted.replyTo(), wanted.testMailbox(), businessDate);
  }
}
