package org.dunlin.work.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.rollout.NotReady;
import org.dunlin.work.rollout.SwitchMode;

/**
 * Applies what the settings file says of companies, at each start. What it says wins; what it does
 * not say stays as people made it; what is as it was is not written. A company or connection that
 * it names no more stays as it is.
 */
public final class ApplySettings {
  private final Stores stores;
  private final SwitchMode modes;

  /** Over these stores; into what the file newly says of modes, companies are switched there. */
  public ApplySettings(Stores stores, SwitchMode modes) {
    this.stores = stores;
    this.modes = modes;
  }

  /** A company of the file that cannot be used as the file says it. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SaidCompany company;
    private final transient WrongProfile reason;

    Refused(SaidCompany company, WrongProfile reason) {
      super(reason.getMessage(), reason);
      this.company = company;
      this.reason = reason;
    }

    /** The company as the file says it. */
    public SaidCompany company() {
      return company;
    }

    /** What is wrong with it. */
    public WrongProfile reason() {
      return reason;
    }
  }

  /** A rule for paying of the file that cannot be what the file says. */
  public static final class RefusedRule extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedRule(SaidCompany company, WrongRule wrong) {
      super(sentence(company, wrong), wrong);
    }

    private static String sentence(SaidCompany company, WrongRule wrong) {
      SaidCompany.Said said = company.rules().get(wrong.rule());
      return "Company "
          + company.id()
          + " of the settings: paying."
          + wrong.rule().fileKey()
          + (said == null ? "" : " (" + said.place() + ")")
          + ": say "
          + wrong.getMessage()
          + ".";
    }
  }

  /**
   * Applies all that the file says; no two of these companies share an id, an account or a folder.
   *
   * @throws Refused with all that is wrong with the first company that cannot be used
   * @throws NotReady with the first company that would go live while points of its roll-out are
   *     open, where the file does not insist
   * @throws RefusedRule with the first rule for paying that cannot be what the file says
   * @throws WrongConnection when a folder is that of a connection that the file does not name
   */
  public void apply(List<SaidCompany> companies) {
    Set<String> sayingAccounts =
        companies.stream()
            .filter(company -> company.fields().containsKey(ProfileField.ACCOUNTS))
            .map(SaidCompany::id)
            .collect(Collectors.toSet());
    for (SaidCompany company : companies) {
      try {
        apply(new AppliedCompany(stores, modes, company), sayingAccounts);
      } catch (WrongProfile wrong) {
        throw new Refused(company, wrong);
      } catch (WrongRule wrong) {
        throw new RefusedRule(company, wrong);
      }
    }
    Set<String> named = companies.stream().map(SaidCompany::id).collect(Collectors.toSet());
    for (String companyId : stores.companies().ids()) {
      if (!named.contains(companyId)) {
        stores.transactions().run(() -> leave(companyId));
      }
    }
  }

  private void apply(AppliedCompany company, Set<String> sayingAccounts) {
    stores.transactions().run(() -> company.apply(sayingAccounts));
    DunningMode mode = company.newlySaidMode();
    if (mode != null) {
      modes.to(company.id(), mode, company.goLiveAnyway(), Author.SETTINGS.name());
      company.noteMode();
    }
  }

  /** What the file said of the company stays, and people may change it from now on. */
  private void leave(String companyId) {
    Set<String> left = new TreeSet<>();
    for (Map.Entry<String, SettingOrigin> each : stores.origins().of(companyId).entrySet()) {
      if (each.getValue().kind() == SettingOrigin.Kind.FILE) {
        stores.origins().leaveFile(companyId, each.getKey());
        left.add(each.getKey());
      } else if (each.getValue().said() != null) {
        stores.origins().leaveFile(companyId, each.getKey());
      }
    }
    if (!left.isEmpty()) {
      CompanyProfile profile = stores.companies().profile(companyId);
      stores
          .journal()
          .append(
              companyId,
              Happening.to(
                  "company",
                  companyId,
                  "COMPANY_LEFT_SETTINGS",
                  Author.SETTINGS.name(),
                  stores.companies().businessDate(profile),
                  "The settings do not name it any more; it goes on as it was."));
    }
  }
}
