package org.dunlin.work.rollout;

import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.person.Decisions;
import org.jspecify.annotations.Nullable;

/**
 * Switches how far a company is on, the same way whoever asks for it: a page, a program over the
 * API or the settings file. A company goes live once nothing of its roll-out blocks, or where
 * somebody insists and says why.
 */
public final class SwitchMode {
  /** How many characters a reason has at most. */
  public static final int LONGEST_REASON = 500;

  private final Stores stores;
  private final Decisions decisions;
  private final RollOut rollOut;

  /** Over these stores, by what is found of each company. */
  public SwitchMode(Stores stores, Decisions decisions, RollOut rollOut) {
    this.stores = stores;
    this.decisions = decisions;
    this.rollOut = rollOut;
  }

  /**
   * Switches a company.
   *
   * @param anyway why it goes live whatever is open; null or blank where nobody insists
   * @throws NotReady when it would go live while points are open, and nobody insists
   * @throws ReasonTooLong when the reason is longer than {@link #LONGEST_REASON}
   * @throws IllegalArgumentException when test mode has no test mailbox to send to
   */
  public void to(String companyId, DunningMode mode, @Nullable String anyway, String by) {
    boolean goesLive =
        mode == DunningMode.LIVE
            && stores.companies().profile(companyId).mode() != DunningMode.LIVE;
    decisions.switchTo(companyId, mode, by, goesLive ? reason(companyId, anyway) : "");
  }

  /**
   * Lets a company that was added begin in its mode, in the transaction in which it was added.
   *
   * @param anyway why it begins live whatever is open; null or blank where nobody insists
   * @throws NotReady when it would begin live while points are open, and nobody insists
   * @throws ReasonTooLong when the reason is longer than {@link #LONGEST_REASON}
   */
  public void begin(String companyId, @Nullable String anyway, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    if (profile.mode() == DunningMode.LIVE) {
      stores
          .journal()
          .append(
              companyId,
              Happening.to(
                  "company",
                  companyId,
                  "SWITCHED_TO_LIVE",
                  by,
                  stores.companies().businessDate(profile),
                  reason(companyId, anyway)));
    }
  }

  /** What the journal says of it beside who went live; nothing where all is seen to. */
  private String reason(String companyId, @Nullable String anyway) {
    List<Point> open =
        rollOut.of(companyId).beforeLive().stream().map(CheckedPoint::point).toList();
    if (open.isEmpty()) {
      return "";
    }
    return Insisted.reason(
        "Company " + companyId + " does not go live", "It goes live", open, anyway);
  }
}
