package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.PrecedingInvoice;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.CreditNoteRefunds.OpenNote;
import org.dunlin.store.ledger.CreditNoteRefunds.Order;
import org.dunlin.store.ledger.CreditNoteRefunds.OrderState;
import org.dunlin.store.pay.ProviderRefund;
import org.dunlin.store.pay.ProviderRefund.State;
import org.dunlin.store.pay.ProviderRefunds.OfNote;
import org.dunlin.work.outgoing.FileText;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what stays open of a credit note: at the provider where its invoice was paid online,
 * else by the company's bank. A person says so; from then on nothing else takes of the credit note,
 * so that it is given back once at most.
 */
public final class GiveCreditBack {
  private final Stores stores;
  private final MoneyMoves moves;
  private final GivenAtProvider given;

  /** Over these stores; given back by this road. */
  public GiveCreditBack(Stores stores, AtProvider provider) {
    this.stores = stores;
    this.moves = new MoneyMoves(stores, provider);
    this.given = new GivenAtProvider(stores, provider, GivenAtProvider.Of.CREDIT_NOTE);
  }

  /**
   * How it stands with a credit note.
   *
   * @param offered what can be given back now; absent where nothing can
   * @param atProvider whether it would go back at the provider, else it is the bank that gives it
   * @param accounts to which the bank could give it, the likeliest first
   * @param order what a person lets the bank give back; absent where nobody did
   * @param latest what was given back at a provider, or tried
   * @param again whether the provider may be asked once more, of which it is not known what it did
   * @param mend whether a person may say that the provider did not give it back
   */
  public record Standing(
      @Nullable Money offered,
      boolean atProvider,
      List<String> accounts,
      @Nullable Order order,
      @Nullable ProviderRefund latest,
      boolean again,
      boolean mend) {
    public Standing {
      accounts = List.copyOf(accounts);
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
      return offered == null && order == null && latest == null;
    }

    /** Whether the money is to leave by the bank. */
    public boolean ordered() {
      return order != null && order.state() == OrderState.OPEN;
    }

    /** Whether there is a file for the bank. */
    public boolean file() {
      return order != null && RefundFile.possible(order);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The bank is to give it back; to an account, where one is known. */
    record Ordered(Money amount) implements Outcome {}

    /** What the provider said. */
    record AtProvider(GiveBack.Outcome outcome) implements Outcome {}
  }

  /** How it stands with a credit note now. */
  public Standing standing(String companyId, UUID noteId) {
    ProviderRefund latest = stores.pay().refunds().latestOfNote(companyId, noteId).orElse(null);
    Order order = stores.refunds().ofNotes().latest(companyId, noteId).orElse(null);
    Optional<OpenNote> open =
        stores.refunds().ofNotes().find(companyId, noteId).filter(note -> note.order() == null);
    boolean asks =
        latest != null && latest.state() == State.ASKED && latest.fresh() && latest.idle();
    boolean mend =
        latest != null
            && latest.state() != State.REFUSED
            && !latest.fresh()
            && !latest.arrived()
            && stores.refunds().ofNotes().claims(companyId, noteId).stream()
                .anyMatch(claim -> claim.id().equals(latest.id()));
    return new Standing(
        open.map(OpenNote::left).orElse(null),
        open.flatMap(note -> at(companyId, note)).isPresent(),
        open.map(note -> stores.refunds().ofNotes().accounts(companyId, note.customer()))
            .orElse(List.of()),
        order,
        latest,
        asks,
        mend);
  }

  private Optional<OfNote> at(String companyId, OpenNote note) {
    List<String> numbers =
        note.note().precedingInvoices().stream().map(PrecedingInvoice::number).toList();
    return stores
        .pay()
        .refunds()
        .leftOf(companyId, note.customer(), numbers, note.left())
        .filter(of -> given.offers(companyId, of.left().connectionId()));
  }

  /**
   * Gives back all that is left of a credit note. No transaction may be open.
   *
   * @param account to which the bank is to give it, one of those that are known; absent for the
   *     likeliest
   */
  public Outcome give(String companyId, UUID noteId, @Nullable String account, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    Optional<ProviderRefund> going = again(companyId, noteId);
    Optional<OpenNote> open = stores.refunds().ofNotes().find(companyId, noteId);
    String connection =
        going
            .map(ProviderRefund::connectionId)
            .or(() -> open.flatMap(note -> at(companyId, note)).map(of -> of.left().connectionId()))
            .orElse(null);
    if (connection == null ? moves.isHeld(profile) : moves.isHeld(profile, connection)) {
      return new Outcome.AtProvider(new GiveBack.Outcome.NotNow());
    }
    return connection == null
        ? ordered(profile, noteId, account, by)
        : new Outcome.AtProvider(asked(profile, noteId, by));
  }

  /** What nobody knows the outcome of, and the provider may be asked for again. */
  private Optional<ProviderRefund> again(String companyId, UUID noteId) {
    Standing standing = standing(companyId, noteId);
    return standing.again() ? Optional.ofNullable(standing.latest()) : Optional.empty();
  }

  private Outcome ordered(
      CompanyProfile profile, UUID noteId, @Nullable String account, String by) {
    String companyId = profile.id();
    Optional<OpenNote> ordered =
        stores.transactions().in(() -> order(profile, noteId, account, by));
    if (ordered.isEmpty()) {
      return new Outcome.AtProvider(new GiveBack.Outcome.Nothing());
    }
    stores.wakeups().wake(Stage.MATCH);
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    return new Outcome.Ordered(ordered.get().left());
  }

  private Optional<OpenNote> order(
      CompanyProfile profile, UUID noteId, @Nullable String account, String by) {
    String companyId = profile.id();
    stores.refunds().ofNotes().lock(companyId, noteId);
    Optional<OpenNote> open = stores.refunds().ofNotes().find(companyId, noteId);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = stores.refunds().ofNotes().accounts(companyId, open.get().customer());
    if (account != null && !known.contains(account)) {
      return Optional.empty();
    }
    String iban = account == null ? known.stream().findFirst().orElse(null) : account;
    if (!stores
        .refunds()
        .ofNotes()
        .order(companyId, Ids.next(), open.get(), iban, by, today(profile))) {
      return Optional.empty();
    }
    given.note(profile, noteId, "REFUND_ORDERED", by, "");
    return open;
  }

  private GiveBack.Outcome asked(CompanyProfile profile, UUID noteId, String by) {
    Optional<ProviderRefund> asked = stores.transactions().in(() -> ask(profile, noteId, by));
    return given.ask(profile, noteId, asked, by);
  }

  /** What is asked for is committed first; what was asked just now goes on under its id. */
  private Optional<ProviderRefund> ask(CompanyProfile profile, UUID noteId, String by) {
    String companyId = profile.id();
    stores.refunds().ofNotes().lock(companyId, noteId);
    Optional<ProviderRefund> before = again(companyId, noteId);
    if (before.isPresent()) {
      stores.pay().refunds().again(companyId, before.get().id());
      return before;
    }
    Optional<OpenNote> open =
        stores.refunds().ofNotes().find(companyId, noteId).filter(note -> note.order() == null);
    Optional<OfNote> of = open.flatMap(note -> at(companyId, note));
    if (open.isEmpty() || of.isEmpty()) {
      return Optional.empty();
    }
    if (!stores.pay().refunds().ask(companyId, Ids.next(), of.get(), noteId, by, today(profile))
        || !stores.invoices().claim(companyId, noteId, open.get().left().getAmount())) {
      return Optional.empty();
    }
    given.note(profile, noteId, "PROVIDER_REFUND_ASKED", by, "");
    stores.refunds().forgetSuggestedOf(companyId, noteId);
    return stores.pay().refunds().latestOfNote(companyId, noteId);
  }

  /**
   * A person has looked there, and what was asked for did not happen: it may be given back anew.
   *
   * @return false where that is not to be said of it, or not any more
   */
  public boolean notGiven(String companyId, UUID noteId, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    return stores
        .transactions()
        .in(
            () -> {
              stores.refunds().ofNotes().lock(companyId, noteId);
              Standing standing = standing(companyId, noteId);
              ProviderRefund latest = standing.latest();
              if (latest == null || !standing.mend()) {
                return false;
              }
              given.notGiven(profile, noteId, latest, by);
              return true;
            });
  }

  /** Says that what the bank was to give back does not leave; false where nothing is ordered. */
  public boolean withdraw(String companyId, UUID noteId, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    return stores
        .transactions()
        .in(
            () -> {
              stores.refunds().ofNotes().lock(companyId, noteId);
              if (!stores.refunds().ofNotes().withdraw(companyId, noteId)) {
                return false;
              }
              given.note(profile, noteId, "REFUND_WITHDRAWN", by, "");
              return true;
            });
  }

  /** The file with which the bank gives it back, the same each time; empty where none is. */
  public Optional<FileText> file(String companyId, UUID noteId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    Optional<Order> order = stores.refunds().ofNotes().latest(companyId, noteId);
    return order.flatMap(
        each ->
            RefundFile.of(
                stores,
                profile,
                each,
                stores.invoices().find(companyId, noteId).orElseThrow().invoice().number()));
  }

  private LocalDate today(CompanyProfile profile) {
    return stores.companies().businessDate(profile);
  }
}
