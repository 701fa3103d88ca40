package org.dunlin.work.debit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Backlog;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.CollectionFile.State;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.Debit.Said;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.debit.KeptMandate.Amendment;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.debit.Batches.Placed;
import org.dunlin.work.debit.CheckDebits.Good;
import org.dunlin.work.dun.SourceHolds;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What people decide of collections: which file leaves, which debit does not, who is debited. */
public final class Collections {
  private final Stores stores;
  private final SourceHolds sources;
  private final Clock clock;

  /**
   * Over these stores.
   *
   * @param sources what is asked whether the programs of the invoices were read lately
   * @param clock dates files
   */
  public Collections(Stores stores, SourceHolds sources, Clock clock) {
    this.stores = stores;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * What left with a file.
   *
   * @param withdrawn debits that were not to be made any more
   */
  public record Approved(int debits, Money sum, int withdrawn) {}

  /**
   * Lets a file leave: what was paid, held or revoked since it was drawn up is withdrawn, and what
   * was paid in part is less. From then on it says the same for ever.
   *
   * @throws NotTaken when somebody decided it before, the company is not live, or it is not known
   *     what was paid: facts wait to be taken into account, an account is not covered by
   *     statements, the program of an invoice was not read lately
   */
  public Approved approve(String companyId, UUID id, String by) {
    Approved approved =
        in(
            companyId,
            (profile, today) -> {
              NotTaken.unless(profile.mode() == DunningMode.LIVE, Refusal.NOT_LIVE);
              CollectionFile file = waiting(companyId, id);
              LocalDateTime now =
                  LocalDateTime.ofInstant(clock.instant(), profile.company().timeZone());
              FileHead head = FileHead.of(file.head()).at(now);
              List<Good> goods = new ArrayList<>();
              OpenDebts debts = new OpenDebts(stores, profile, today, sources);
              CheckDebits check = new CheckDebits(stores, companyId, debts, today);
              List<Debit> debits = stores.debits().debits().ofCollection(companyId, id);
              mustBeKnown(companyId, debts, debits);
              debits.forEach(debit -> check.look(debit).ifPresent(goods::add));
              boolean any = !goods.isEmpty();
              NotTaken.unless(
                  stores
                      .debits()
                      .files()
                      .decide(
                          companyId,
                          id,
                          any ? State.APPROVED : State.REFUSED,
                          head.json(),
                          by,
                          today),
                  Refusal.ENDED);
              Money sum = Money.zero(CurrencyUnit.EUR);
              for (Placed placed : new Batches(id, head.bank(), today).of(goods)) {
                submit(companyId, placed, by, today);
                sum = sum.plus(placed.good().amount());
              }
              if (any) {
                leave(companyId, file, today);
              }
              note(
                  companyId,
                  any ? "COLLECTION_APPROVED" : "COLLECTION_EMPTY",
                  by,
                  today,
                  goods.size()
                      + " debits, "
                      + Noting.words(sum)
                      + ", file "
                      + FileHead.messageId(id));
              return new Approved(goods.size(), sum, debits.size() - goods.size());
            });
    stores.wakeups().wake(Stage.DELIVER);
    return approved;
  }

  /** Nobody is debited while it may have been paid without the hub knowing. */
  private void mustBeKnown(String companyId, OpenDebts debts, List<Debit> debits) {
    Backlog backlog = stores.backlogs().of(companyId);
    NotTaken.unless(backlog.deliveries() + backlog.matchDue() == 0, Refusal.FACTS_TO_COME);
    NotTaken.unless(debts.covered(), Refusal.NOT_COVERED);
    NotTaken.unless(
        debits.stream().noneMatch(each -> debts.isUnread(each.invoiceId())), Refusal.NOT_READ);
  }

  private void submit(String companyId, Placed placed, String by, LocalDate today) {
    Good good = placed.good();
    KeptMandate kept = good.mandate();
    Mandate mandate = kept.mandate();
    Amendment was =
        stores.debits().mandates().amendments(companyId, kept.id()).stream()
            .filter(each -> each.number() > kept.told())
            .findFirst()
            .orElse(null);
    Debit debit = moved(good, placed.collectOn());
    boolean taken =
        stores
            .debits()
            .debits()
            .submit(
                companyId,
                debit,
                placed.place(),
                new Said(
                    mandate.reference(),
                    mandate.signedOn(),
                    Objects.requireNonNullElse(mandate.holder(), ""),
                    Objects.requireNonNull(mandate.iban()),
                    mandate.bic(),
                    was == null ? null : other(was.reference(), mandate.reference()),
                    was == null ? null : other(was.iban(), mandate.iban()),
                    good.due().invoice().number()),
                today);
    if (!taken) {
      throw new IllegalStateException("debit " + debit.id() + " changed meanwhile");
    }
    stores
        .debits()
        .mandates()
        .collected(companyId, kept.id(), placed.collectOn(), placed.place().told());
    SequenceType sequence = placed.place().sequence();
    if (sequence == SequenceType.FNAL || sequence == SequenceType.OOFF) {
      stores
          .debits()
          .mandates()
          .move(companyId, kept, MandateState.REVOKED, "Its last debit was made.", by, today);
    }
    new Noting(stores, companyId, today)
        .of(
            debit,
            "DEBIT_SUBMITTED",
            by,
            Noting.words(debit.amount()) + " on " + placed.collectOn());
  }

  /** What was other before; nothing where it is the same. */
  private static @Nullable String other(@Nullable String was, @Nullable String now) {
    return was == null || was.equals(now) ? null : was;
  }

  private static Debit moved(Good good, LocalDate on) {
    Debit d = good.debit();
    return new Debit(
        d.id(),
        d.customerId(),
        d.mandateId(),
        d.invoiceId(),
        d.dueDate(),
        d.state(),
        d.announced(),
        good.amount(),
        on,
        d.attempt(),
        d.noticeId(),
        d.tested(),
        d.endToEndId(),
        d.place(),
        d.reason(),
        d.paymentId(),
        d.endedOn(),
        d.madeOn(),
        d.said());
  }

  private void leave(String companyId, CollectionFile file, LocalDate today) {
    stores
        .outbox()
        .add(
            Effect.decided(
                companyId,
                file.id(),
                file.connectionId(),
                file.connectionId() + "/debits",
                EffectKind.OUTGOING_FILE,
                null,
                DebitFileText.payload(file.id()),
                EffectState.PENDING,
                today));
  }

  /** Lets a file not leave: what stands in it is not collected by itself again. */
  public void refuse(String companyId, UUID id, String by) {
    in(
        companyId,
        (profile, today) -> {
          CollectionFile file = waiting(companyId, id);
          NotTaken.unless(
              stores.debits().files().decide(companyId, id, State.REFUSED, file.head(), by, today),
              Refusal.ENDED);
          CheckDebits check =
              new CheckDebits(
                  stores, companyId, new OpenDebts(stores, profile, today, sources), today);
          stores
              .debits()
              .debits()
              .ofCollection(companyId, id)
              .forEach(debit -> check.withdrawn(debit, Withdrawn.PERSON, by));
          note(companyId, "COLLECTION_REFUSED", by, today, "file " + FileHead.messageId(id));
          return id;
        });
  }

  /**
   * Takes one debit back whose file has not left, or of which the bank told nothing for ten days.
   */
  public void withdraw(String companyId, UUID debitId, String by) {
    in(
        companyId,
        (profile, today) -> {
          Debit debit =
              stores
                  .debits()
                  .debits()
                  .find(companyId, debitId)
                  .orElseThrow(() -> new NotTaken(Refusal.NOT_THERE));
          NotTaken.unless(
              debit.state() == DebitState.ANNOUNCED
                  || debit.state() == DebitState.IN_FILE
                  || WatchSubmitted.isOverdue(debit, today),
              Refusal.ENDED);
          new CheckDebits(stores, companyId, new OpenDebts(stores, profile, today, sources), today)
              .withdrawn(debit, Withdrawn.PERSON, by);
          return debitId;
        });
  }

  /** Says how a company collects. */
  public void rules(String companyId, CollectRules rules, String by) {
    in(
        companyId,
        (profile, today) -> {
          stores.debits().settings().put(companyId, rules);
          note(companyId, "COLLECT_RULES_CHANGED", by, today, rules.toString());
          return companyId;
        });
  }

  /**
   * Says whether money is collected from a customer or under a plan.
   *
   * @param collects absent: as the company has it
   */
  public void choose(
      String companyId, Kind kind, String subject, @Nullable Boolean collects, String by) {
    in(
        companyId,
        (profile, today) -> {
          boolean customer = kind == Kind.CUSTOMER;
          NotTaken.unless(
              !customer || stores.customers().find(companyId, UUID.fromString(subject)).isPresent(),
              Refusal.NO_CUSTOMER);
          if (collects == null) {
            stores.debits().settings().leave(companyId, kind, subject);
          } else {
            stores.debits().settings().choose(companyId, kind, subject, collects, by);
          }
          stores
              .journal()
              .append(
                  companyId,
                  Happening.to(
                      customer ? "customer" : "company",
                      customer ? subject : companyId,
                      "COLLECT_CHOSEN",
                      by,
                      today,
                      (customer ? "" : "plan " + subject + ": ")
                          + (collects == null ? "as the company" : collects ? "yes" : "no")));
          return subject;
        });
  }

  private CollectionFile waiting(String companyId, UUID id) {
    CollectionFile file =
        stores
            .debits()
            .files()
            .find(companyId, id)
            .orElseThrow(() -> new NotTaken(Refusal.NOT_THERE));
    NotTaken.unless(file.state() == State.WAITING, Refusal.ENDED);
    return file;
  }

  private interface Change<T> {
    T of(CompanyProfile profile, LocalDate today);
  }

  private <T> T in(String companyId, Change<T> change) {
    T done =
        stores
            .transactions()
            .in(
                () -> {
                  CompanyProfile profile = stores.companies().profile(companyId);
                  T changed = change.of(profile, stores.companies().businessDate(profile));
                  stores.companies().addWorkDue(companyId, WorkDue.DUN);
                  return changed;
                });
    stores.wakeups().wake(Stage.DUN);
    return done;
  }

  private void note(String companyId, String event, String by, LocalDate today, String why) {
    stores.journal().append(companyId, Happening.to("company", companyId, event, by, today, why));
  }
}
