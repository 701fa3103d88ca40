package org.dunlin.work.profile;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.ProfileReader;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brands;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.profile.SaidCompany.Said;
import org.dunlin.work.rollout.SwitchMode;
import org.jspecify.annotations.Nullable;

/** One company of the settings file, held against what is kept of it. */
final class AppliedCompany {
  private static final String MODE = KeptProfile.name(ProfileField.MODE);

  private final Stores stores;
  private final SwitchMode modes;
  private final SaidCompany said;
  private @Nullable DunningMode newlySaidMode;

  AppliedCompany(Stores stores, SwitchMode modes, SaidCompany said) {
    this.stores = stores;
    this.modes = modes;
    this.said = said;
  }

  String id() {
    return said.id();
  }

  /** Why the file has it go live whatever is open; null where it does not insist. */
  @Nullable String goLiveAnyway() {
    return said.goLiveAnyway();
  }

  /**
   * The mode into which the company is to be switched: what the file says, if it says something
   * else than at the last start. So a person's switch outlives the next start.
   */
  @Nullable DunningMode newlySaidMode() {
    return newlySaidMode;
  }

  /**
   * Applies the profile and the connections, in the transaction of the caller.
   *
   * @param leaving companies that give up accounts that the file does not say of them
   */
  void apply(Set<String> leaving) {
    stores.companies().lock(id());
    KeptProfile before = KeptProfile.find(stores, id()).orElse(null);
    Profile wanted = ProfileReader.read(texts(before));
    ProfileChange change = ProfileChange.of(before, wanted, logoId(before));
    if (!change.isEmpty()) {
      change.refuseForeignAccounts(stores, leaving);
      change.refuseUnknownConnections(stores, comingConnections());
      CompanyProfile profile =
          new CompanyProfile(
              wanted.company(),
              before == null ? wanted.mode() : before.kept().mode(),
              wanted.replyTo(),
              wanted.testMailbox(),
              before == null ? said.businessDate() : before.kept().setBusinessDate());
      change.write(stores, profile, Author.SETTINGS.name());
      if (change.texts().containsKey(ProfileField.LOGO)) {
        stores.brands().putLogo(id(), said.logo());
      }
      if (before == null) {
        modes.begin(id(), goLiveAnyway(), Author.SETTINGS.name());
      }
    }
    if (before != null && before.kept().mode() != wanted.mode()) {
      newlySaidMode = wanted.mode();
    }
    Map<String, SettingOrigin> origins = stores.origins().of(id());
    Set<String> left = leftFields(origins);
    noteFields(origins, change.texts().keySet());
    SaidFolders folders = new SaidFolders(stores, said, origins);
    folders.apply();
    left.addAll(folders.left());
    SaidRules rules = new SaidRules(stores, said, origins);
    rules.apply();
    left.addAll(rules.left());
    noteLeft(left);
  }

  private Set<String> comingConnections() {
    Set<String> coming = new TreeSet<>(said.folders().keySet());
    coming.addAll(said.connections());
    return coming;
  }

  private Map<ProfileField, String> texts(@Nullable KeptProfile before) {
    Map<ProfileField, String> texts = before == null ? Profile.defaults() : before.texts();
    said.fields()
        .forEach(
            (field, each) -> {
              if (field != ProfileField.MODE || before == null || saysAnotherMode(before)) {
                texts.put(field, each.text());
              }
            });
    texts.put(ProfileField.ID, id());
    return texts;
  }

  /** A hub that did not yet note who said what had every mode from people. */
  private boolean saysAnotherMode(KeptProfile before) {
    SettingOrigin mode = before.origins().get(MODE);
    return !before.origins().isEmpty() && (mode == null || !modeText().equals(mode.said()));
  }

  private String modeText() {
    Said mode = said.fields().get(ProfileField.MODE);
    return mode == null ? "" : mode.text();
  }

  private @Nullable String logoId(@Nullable KeptProfile before) {
    if (said.fields().containsKey(ProfileField.LOGO)) {
      return said.logo() == null ? null : Brands.id(said.logo());
    }
    return before == null || before.brand().logo() == null ? null : before.brand().logo().id();
  }

  private void noteFields(Map<String, SettingOrigin> origins, Set<ProfileField> changed) {
    for (Map.Entry<ProfileField, Said> each : said.fields().entrySet()) {
      ProfileField field = each.getKey();
      if (field == ProfileField.MODE) {
        continue;
      }
      String name = KeptProfile.name(field);
      SettingOrigin origin = origins.get(name);
      String place = each.getValue().place();
      if (origin == null || origin.kind() != SettingOrigin.Kind.FILE || changed.contains(field)) {
        stores.origins().putOfFile(id(), name, Author.SETTINGS.name(), place, null);
      } else if (!place.equals(origin.place())) {
        stores.origins().move(id(), name, place);
      }
    }
    SettingOrigin mode = origins.get(MODE);
    if (said.fields().containsKey(ProfileField.MODE)
        && newlySaidMode == null
        && (mode == null || !modeText().equals(mode.said()))) {
      noteMode();
    }
  }

  /** Notes what the file says of the mode, so that it is applied once. */
  void noteMode() {
    Said mode = said.fields().get(ProfileField.MODE);
    if (mode != null) {
      stores.origins().putOfFile(id(), MODE, Author.SETTINGS.name(), mode.place(), mode.text());
    }
  }

  private Set<String> leftFields(Map<String, SettingOrigin> origins) {
    Set<String> left = new TreeSet<>();
    for (ProfileField field : EnumSet.complementOf(EnumSet.of(ProfileField.ID))) {
      SettingOrigin origin = origins.get(KeptProfile.name(field));
      if (origin == null || said.fields().containsKey(field)) {
        continue;
      }
      if (origin.kind() == SettingOrigin.Kind.FILE) {
        left.add(KeptProfile.name(field));
      } else if (origin.said() != null) {
        stores.origins().leaveFile(id(), KeptProfile.name(field));
      }
    }
    return left;
  }

  private void noteLeft(Set<String> left) {
    left.forEach(name -> stores.origins().leaveFile(id(), name));
    if (!left.isEmpty()) {
      CompanyProfile profile = stores.companies().profile(id());
      String reason =
          "The settings do not name it any more and it stays as it was: "
              + String.join(", ", left)
              + ".";
      stores
          .journal()
          .append(
              id(),
              Happening.to(
                  "company",
                  id(),
                  "SETTINGS_LEFT",
                  Author.SETTINGS.name(),
                  stores.companies().businessDate(profile),
                  reason));
    }
  }
}
