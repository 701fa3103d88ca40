package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.Payouts;
import org.dunlin.core.matching.Payouts.Found;
import org.dunlin.core.matching.Payouts.Provider;
import org.dunlin.core.matching.Payouts.Sign;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.dunlin.store.pay.PayoutEntries.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of banks that bring what payment providers paid out, before anything is
 * matched: they are set aside as no customer's, joined to the payout or waiting for it. What a
 * person took up again stays as it is.
 */
final class FindPayouts {
  private static final String ACTOR = "payout";
  private static final int DAYS = 120;

  private final Stores stores;
  private final Abilities abilities;
  private final String companyId;
  private final LocalDate today;
  private @Nullable Set<String> customersAccounts;

  FindPayouts(Stores stores, Abilities abilities, String companyId, LocalDate today) {
    this.stores = stores;
    this.abilities = abilities;
    this.companyId = companyId;
    this.today = today;
  }

  void find(MatchFacts facts) {
    List<Provider> providers = providers(facts);
    if (providers.isEmpty()) {
      return;
    }
    List<Payment> open =
        new ArrayList<>(
            stores.pay().payouts().open(companyId, today.minusDays(DAYS)).stream()
                .map(PaymentState::payment)
                .toList());
    joinWaiting(open);
    Set<UUID> refused = stores.pay().payouts().refused(companyId);
    OpenItems.eachPayment(
        stores,
        companyId,
        page ->
            page.stream()
                .filter(each -> isOfBank(each, refused))
                .forEach(
                    each ->
                        Payouts.of(each.payment(), providers, open)
                            .filter(found -> !isCustomers(each, found, facts))
                            .ifPresent(found -> take(each.payment(), found, open))));
  }

  /**
   * Whether it is a customer's, whatever its payer is called: a name alone says nothing where the
   * money names what is open, or comes from where a customer has paid from.
   */
  private boolean isCustomers(UnallocatedPayment each, Found found, MatchFacts facts) {
    return found.sign() == Sign.NAME
        && (customersAccounts(facts).contains(ibanOf(each.payment()))
            || !new Matcher(facts).named(List.of(each)).isEmpty());
  }

  private Set<String> customersAccounts(MatchFacts facts) {
    Set<String> known = customersAccounts;
    if (known == null) {
      known = new HashSet<>();
      for (Customer customer : facts.customers()) {
        known.addAll(customer.ibans());
      }
      for (KnownPayer payer : stores.payerLessons().of(companyId)) {
        known.add(payer.account());
      }
      customersAccounts = known;
    }
    return known;
  }

  private static String ibanOf(Payment entry) {
    return accountOf(entry).stream().findFirst().orElse("-");
  }

  private List<Provider> providers(MatchFacts facts) {
    return stores.connections().of(companyId).stream()
        .map(connection -> connection.program())
        .distinct()
        .filter(abilities::takesPayments)
        .map(program -> provider(program, facts))
        .toList();
  }

  private Provider provider(String program, MatchFacts facts) {
    Provider bare =
        new Provider(program, stores.pay().payouts().accounts(companyId, program), false);
    boolean named =
        facts.customers().stream()
            .anyMatch(customer -> Payouts.names(bare.word(), customer.name()));
    return new Provider(program, bare.accounts(), named);
  }

  /** Those that waited, once their provider has told of the payout. */
  private void joinWaiting(List<Payment> open) {
    for (Pair pair : stores.pay().payouts().waiting(companyId)) {
      stores
          .payments()
          .find(companyId, pair.entryId())
          .map(PaymentState::payment)
          .flatMap(
              entry ->
                  Payouts.of(
                      entry, List.of(new Provider(pair.provider(), accountOf(entry), true)), open))
          .ifPresent(found -> joined(pair.entryId(), found, open));
    }
  }

  private static Set<String> accountOf(Payment entry) {
    AccountId payer = entry.payerAccount();
    String iban = payer == null ? null : payer.iban();
    return iban == null ? Set.of() : Set.of(iban);
  }

  private void joined(UUID entryId, Found found, List<Payment> open) {
    Payment payout = found.payout();
    if (payout != null) {
      note(entryId, found, payout);
      open.remove(payout);
    }
  }

  /** Money that a bank shows, of which nothing is allocated; a provider's own is none. */
  private boolean isOfBank(UnallocatedPayment each, Set<UUID> refused) {
    Payment payment = each.payment();
    boolean whole = each.unallocated().equals(payment.amount());
    boolean bank =
        payment.account() != null
            && (payment.account().accountScheme() == null
                || !abilities.takesPayments(payment.account().accountScheme()));
    boolean money =
        payment.kind() != PaymentKind.RETURN
            && payment.kind() != PaymentKind.FEE
            && !refused.contains(UUID.fromString(payment.id()));
    return whole && bank && money;
  }

  private void take(Payment entry, Found found, List<Payment> open) {
    UUID entryId = UUID.fromString(entry.id());
    if (stores.payments().setAside(companyId, entryId, ACTOR)) {
      stores.allocations().clearSuggestions(companyId, entryId);
      note(entryId, found, found.payout());
      if (found.payout() != null) {
        open.remove(found.payout());
      }
    }
  }

  private void note(UUID entryId, Found found, @Nullable Payment payout) {
    UUID payoutId = payout == null ? null : UUID.fromString(payout.id());
    stores
        .pay()
        .payouts()
        .note(
            companyId,
            new Pair(entryId, found.provider(), payoutId, FoundBy.valueOf(found.sign().name())));
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                ACTOR,
                "payment",
                entryId.toString(),
                payout == null ? "PAYOUT_AWAITED" : "PAYOUT_FOUND",
                payout == null ? found.provider() : payout.endToEndId(),
                null,
                payout,
                null));
  }
}
