package org.dunlin.work.rollout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dunlin.core.dunning.Audience;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.RollOutTicks.Tick;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.view.OpenSample;
import org.dunlin.store.view.Tasks;
import org.dunlin.store.view.TieOut;
import org.dunlin.work.dun.ShownPlans;
import org.dunlin.work.dun.ShownPlans.Shown;
import org.jspecify.annotations.Nullable;

/** Checks what is to be seen to before a company goes a step further, each point by itself. */
public final class RollOut {
  private static final int MOST_NAMED = 5;

  private final Stores stores;
  private final MailSender sender;

  /** Over these stores, of a hub whose messages come from this sender. */
  public RollOut(Stores stores, MailSender sender) {
    this.stores = stores;
    this.sender = sender;
  }

  /** Where a company stands today. */
  public Standing of(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    List<Shown> plans = new ShownPlans(stores).of(companyId).inForce();
    Checks checks = new Checks(profile, today, plans);
    Map<String, Tick> ticks = stores.rollOutTicks().of(companyId);
    return new Standing(
        rung(profile.mode(), plans),
        rung(DunningMode.LIVE, plans),
        Arrays.stream(Point.values()).map(point -> checks.check(point, ticks)).toList());
  }

  /** How far a company is switched on by its mode and the plans in force. */
  static Rung rung(DunningMode mode, List<Shown> plans) {
    return switch (mode) {
      case SHADOW -> Rung.SHADOW;
      case TEST -> Rung.TEST;
      case LIVE -> forSome(plans) ? Rung.GROUP : Rung.ALL;
    };
  }

  /** Whether some plan only shadows, or those that send are not for everyone. */
  private static boolean forSome(List<Shown> plans) {
    boolean everyone =
        plans.stream()
            .filter(each -> !each.shadow())
            .map(Shown::plan)
            .anyMatch(plan -> plan != null && plan.audience().equals(Audience.EVERYONE));
    return plans.stream().anyMatch(Shown::shadow) || !everyone;
  }

  /**
   * A person says that a point is seen to; false where it stands there, or is not theirs to say.
   */
  public boolean tick(String companyId, Point point, String by) {
    return point.person()
        && change(
            companyId,
            point,
            by,
            "ROLL_OUT_TICKED",
            on -> stores.rollOutTicks().tick(companyId, point.name(), new Tick(by, on)));
  }

  /** Takes that back; false where it does not stand there. */
  public boolean untick(String companyId, Point point, String by) {
    return change(
        companyId,
        point,
        by,
        "ROLL_OUT_UNTICKED",
        on -> stores.rollOutTicks().untick(companyId, point.name()));
  }

  private boolean change(
      String companyId, Point point, String by, String event, Predicate<LocalDate> change) {
    return stores
        .transactions()
        .in(
            () -> {
              LocalDate on = stores.companies().businessDate(stores.companies().profile(companyId));
              boolean changed = change.test(on);
              if (changed) {
                stores
                    .journal()
                    .append(
                        companyId, Happening.to("company", companyId, event, by, on, point.name()));
              }
              return changed;
            });
  }

  /** What is known of one company, read once. */
  private final class Checks {
    private final CompanyProfile profile;
    private final LocalDate today;
    private final List<Shown> plans;
    private final Tasks.Counts tasks;
    private final OpenSample.Seen seen;

    Checks(CompanyProfile profile, LocalDate today, List<Shown> plans) {
      this.profile = profile;
      this.today = today;
      this.plans = plans;
      tasks = stores.views().tasks().of(profile.id(), today);
      seen = stores.views().openSample().of(profile.id());
    }

    CheckedPoint check(Point point, Map<String, Tick> ticks) {
      return switch (point) {
        case ACCOUNTS_KNOWN -> counted(point, accounts().size(), !accounts().isEmpty());
        case INVOICES_THERE -> counted(point, seen.looked(), seen.looked() > 0);
        case TEST_MAILBOX -> said(point, profile.testMailbox());
        case MAIL_LEAVES -> said(point, sender.address());
        case REPLY_TO -> replyTo(point);
        case BANK_READ -> bankRead(point);
        case TIES_OUT -> tiesOut(point);
        case PROGRAMS_TIE_OUT ->
            none(point, stores.tieOuts().runs().unexplained(profile.id()).size());
        case DUE_DATES ->
            new CheckedPoint(
                point,
                seen.undated() + seen.implausible() == 0,
                List.of(seen.looked(), seen.undated(), seen.implausible()),
                null);
        case REACHABLE ->
            new CheckedPoint(
                point,
                seen.unreachable() == 0,
                List.of(seen.customers(), seen.unreachable()),
                null);
        case NOTHING_REFUSED -> none(point, tasks.quarantined() + tasks.poison() + tasks.partly());
        case DUPLICATES_RESOLVED -> none(point, tasks.questions());
        case SUGGESTIONS_DECIDED -> none(point, tasks.suggested());
        case NOTHING_UNKNOWN -> none(point, tasks.unknown() + tasks.conflicts());
        case BACKED_UP ->
            said(
                point,
                stores.settings().backedUp().map(at -> at.toString().substring(0, 10)).orElse(""));
        case GROUP_CHOSEN -> groupChosen(point);
        case FIRST_REMINDERS_REVIEWED ->
            ticked(point, ticks, stores.views().heldReminders().byShadowOnly(profile.id()));
        case TEMPLATES_LOOKED_AT, BACK_TESTED, TEST_MESSAGE_RECEIVED, GROUP_WATCHED ->
            ticked(point, ticks, 0);
      };
    }

    private List<AccountId> accounts() {
      return profile.company().accounts();
    }

    private CheckedPoint replyTo(Point point) {
      String from = domain(sender.address());
      String answers = domain(profile.replyTo());
      boolean one = !answers.isEmpty() && answers.equalsIgnoreCase(from);
      return new CheckedPoint(
          point,
          one,
          List.of(sender.address().isEmpty() ? "–" : sender.address(), profile.replyTo()),
          null);
    }

    private CheckedPoint bankRead(Point point) {
      Map<String, LocalDate> covered =
          Coverage.coveredTo(stores.statements().byAccount(profile.id()));
      List<AccountId> missing = Coverage.missing(accounts(), covered, today);
      String names =
          missing.stream().limit(MOST_NAMED).map(AccountId::key).collect(Collectors.joining(", "));
      return new CheckedPoint(
          point,
          missing.isEmpty() && !accounts().isEmpty(),
          List.of(
              accounts().size(),
              missing.size(),
              names.isEmpty() ? "–" : names,
              Coverage.lastBankingDayBefore(today)),
          null);
    }

    private CheckedPoint tiesOut(Point point) {
      List<String> differing = new ArrayList<>();
      for (TieOut sums : stores.views().tieOuts().of(profile.id())) {
        if (!sums.ties()) {
          differing.add(sums.paid().getCurrencyUnit().getCode());
        }
      }
      return new CheckedPoint(
          point,
          differing.isEmpty(),
          List.of(differing.size(), differing.isEmpty() ? "–" : String.join(", ", differing)),
          null);
    }

    private CheckedPoint groupChosen(Point point) {
      long sending = plans.stream().filter(each -> !each.shadow()).count();
      long shadowing = plans.size() - sending;
      List<String> names =
          plans.stream()
              .filter(each -> !each.shadow())
              .map(Shown::plan)
              .filter(plan -> plan != null)
              .map(Plan::name)
              .toList();
      return new CheckedPoint(
          point,
          sending > 0 && forSome(plans),
          List.of(sending, shadowing, names.isEmpty() ? "–" : String.join(", ", names)),
          null);
    }

    private CheckedPoint none(Point point, int count) {
      return counted(point, count, count == 0);
    }

    private CheckedPoint counted(Point point, int count, boolean done) {
      return new CheckedPoint(point, done, List.of(count), null);
    }

    private CheckedPoint said(Point point, @Nullable String value) {
      String said = value == null ? "" : value;
      return new CheckedPoint(point, !said.isBlank(), List.of(said.isBlank() ? "–" : said), null);
    }

    private CheckedPoint ticked(Point point, Map<String, Tick> ticks, int count) {
      Tick tick = ticks.get(point.name());
      return new CheckedPoint(point, tick != null, List.of(count), tick);
    }

    private static String domain(String address) {
      int at = address.lastIndexOf('@');
      return at < 0 ? "" : address.substring(at + 1).replaceAll("[>\\s].*", "");
    }
  }
}
