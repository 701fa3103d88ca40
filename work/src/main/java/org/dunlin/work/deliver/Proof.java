package org.dunlin.work.deliver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Source;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.outbox.Effect;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads off what a message rests on as it leaves: sources, accounts, amounts, contact, approval.
 */
final class Proof {
  private final Stores stores;
  private final CompanyProfile profile;
  private final Findings findings;

  Proof(Stores stores, CompanyProfile profile, Findings findings) {
    this.stores = stores;
    this.profile = profile;
    this.findings = findings;
  }

  /**
   * Each program of the invoices, and whether it was read to the end since the message was written.
   *
   * @param lastRead of the connections that are read; files come by themselves
   */
  void sources(Effect effect, Collection<UUID> invoices, Map<String, Instant> lastRead) {
    TreeSet<String> connections = new TreeSet<>();
    for (DocumentState each : stores.invoices().all(profile.id(), invoices)) {
      Source source = each.invoice().source();
      if (source != null) {
        connections.add(source.connection());
      }
    }
    for (String connection : connections) {
      Map<String, String> of = new TreeMap<>(Map.of("connection", connection));
      Instant read = lastRead.get(connection);
      if (read != null) {
        of.put("readAt", read.toString());
        of.put("refetched", String.valueOf(read.isAfter(effect.decidedAt())));
      }
      findings.passed(GateCheck.SOURCES, of);
    }
  }

  /** The first account that is not covered, as it is found; empty where all are. */
  Optional<Map<String, String>> uncovered(LocalDate today) {
    Map<String, LocalDate> covered =
        Coverage.coveredTo(stores.statements().byAccount(profile.id()));
    List<AccountId> missing = Coverage.missing(profile.company().accounts(), covered, today);
    for (AccountId account : profile.company().accounts()) {
      Map<String, String> of = account(account, covered.get(account.key()));
      if (missing.contains(account)) {
        return Optional.of(of);
      }
      findings.passed(GateCheck.ACCOUNTS, of);
    }
    return Optional.empty();
  }

  private static Map<String, String> account(AccountId account, @Nullable LocalDate to) {
    Map<String, String> of = new TreeMap<>(Map.of("account", account.key()));
    if (to != null) {
      of.put("coveredTo", to.toString());
    }
    return of;
  }

  void amounts(Map<String, Money> said) {
    Map<String, Money> open = new TreeMap<>();
    stores
        .invoices()
        .all(profile.id(), said.keySet().stream().map(UUID::fromString).toList())
        .forEach(
            each -> open.put(each.invoice().number() + "|" + each.invoice().id(), each.open()));
    open.forEach(
        (key, now) -> {
          int bar = key.lastIndexOf('|');
          findings.passed(
              GateCheck.AMOUNTS,
              Map.of(
                  "invoice", key.substring(0, bar),
                  "said", said.getOrDefault(key.substring(bar + 1), now).toString(),
                  "open", now.toString()));
        });
  }

  void contact(Action action) {
    Optional<LocalDate> last =
        stores
            .actions()
            .past(profile.id(), List.of(UUID.fromString(action.customerId())), List.of())
            .stream()
            .filter(each -> !each.id().equals(action.id()) && reached(each))
            .map(Action::on)
            .filter(day -> day.isBefore(action.on()))
            .max(LocalDate::compareTo);
    findings.passed(
        GateCheck.CONTACT, last.map(day -> Map.of("last", day.toString())).orElse(Map.of()));
  }

  private static boolean reached(Action action) {
    return switch (action.state()) {
      case SENDING, SENT, DONE, UNKNOWN -> action.channel() != Channel.HANDOVER;
      case DUE, AWAITING_APPROVAL, HELD, FAILED, CANCELLED -> false;
    };
  }

  void approval(Action action) {
    boolean needed = action.state() == ActionState.DUE || action.state() == ActionState.SENDING;
    Optional<Map<String, String>> by =
        action.items().stream()
            .map(item -> stores.approvals().of(profile.id(), item))
            .flatMap(Optional::stream)
            .findFirst()
            .map(each -> Map.of("by", each.by(), "on", each.on().toString()));
    if (needed) {
      findings.passed(GateCheck.APPROVAL, by.orElse(Map.of()));
    }
  }
}
