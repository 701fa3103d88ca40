package org.dunlin.work.payer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.core.model.Arrangement;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.work.dialogue.Arrangements;
import org.dunlin.work.dialogue.Arrangements.Every;
import org.jspecify.annotations.Nullable;

/**
 * A customer proposes on its page to pay in instalments, within the rules of the company. Whether
 * that is agreed to at once or by a person is a rule of the company, too.
 */
public final class ProposeInstalments {
  /** Who agrees to what is within the rules. */
  public static final String BY_RULE = "payer-rule";

  private static final int MOST_LOOKED_AT = 200;

  private final Stores stores;
  private final Once once;
  private final Arrangements arrangements;

  /** Over these stores. */
  public ProposeInstalments(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
    arrangements = new Arrangements(stores);
  }

  /**
   * What is proposed: so many equal instalments.
   *
   * @param invoices none: over all that are open
   */
  public record Said(
      List<UUID> invoices, LocalDate first, int count, Every every, @Nullable String words) {
    public Said {
      invoices = List.copyOf(invoices);
    }
  }

  /** What a company agrees to. */
  public ArrangementRules rules(Payer payer) {
    return arrangements.rules(payer.companyId());
  }

  /**
   * Notes the proposal, and agrees to it where the company does so at once; false where this form
   * did before.
   *
   * @throws NotDone when it is none, or a rule of the company stands against it
   */
  public boolean propose(Payer payer, PayerForm form, Said said) {
    return once.run(payer, form, () -> proposeNow(payer, said));
  }

  private void proposeNow(Payer payer, Said said) {
    List<UUID> meant = new ArrayList<>(OwnInvoices.needed(stores, payer, said.invoices()).keySet());
    check(payer, meant);
    UUID id =
        arrangements.proposeEqual(
            payer.companyId(),
            payer.customerId(),
            meant,
            said.first(),
            said.count(),
            said.every(),
            said.words(),
            Payer.ACTOR);
    Standstill proposed = stores.talk().standstills().find(payer.companyId(), id).orElseThrow();
    rules(payer)
        .against((Arrangement) proposed.record(), payer.today())
        .ifPresent(
            breach -> {
              throw NotDone.of(breach);
            });
    if (stores.payer().rules().of(payer.companyId()).agreesAtOnce()) {
      arrangements.agree(payer.companyId(), id, BY_RULE);
    }
  }

  /** One at a time over an invoice, and none again by itself after one that was not kept. */
  private void check(Payer payer, List<UUID> meant) {
    List<UUID> group = stores.customerLinks().group(payer.companyId(), payer.customerId());
    for (Standstill said :
        stores.talk().standstills().ofCustomers(payer.companyId(), group, MOST_LOOKED_AT)) {
      if (said.kind() == StandstillKind.ARRANGEMENT
          && said.invoices().stream().anyMatch(meant::contains)) {
        NotDone.unless(
            said.state() != StandstillState.PROPOSED && said.state() != StandstillState.AGREED,
            NotDone.Reason.ARRANGED_ALREADY);
        NotDone.unless(said.state() != StandstillState.BROKEN, NotDone.Reason.BROKEN_BEFORE);
      }
    }
  }
}
