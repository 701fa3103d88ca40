package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectionDays;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.message.DebitNotice;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Message;
import org.dunlin.core.message.Sender;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Dispatch.Picture;
import org.dunlin.core.port.Dispatch.PictureKind;
import org.dunlin.core.reference.CreditorIdentifier;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.Debits.Instalment;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.joda.money.CurrencyUnit;

/**
 * Tells customers what will be debited, so many days ahead, within the caller's transaction. From
 * then on nobody is reminded of it.
 */
final class Announce {
  private static final String ROAD = "smtp";
  private static final String ACTOR = "collect";

  private final Stores stores;
  private final CompanyProfile profile;
  private final DebitConnection connection;
  private final CollectRules rules;
  private final OpenDebts debts;
  private final LocalDate today;
  private final Map<UUID, KeptMandate> mandates = new HashMap<>();
  private final Set<String> refused;
  private final Noting noting;

  Announce(
      Stores stores,
      CompanyProfile profile,
      DebitConnection connection,
      OpenDebts debts,
      LocalDate today) {
    this.stores = stores;
    this.profile = profile;
    this.connection = connection;
    this.debts = debts;
    this.today = today;
    this.rules = stores.debits().settings().of(profile.id());
    this.refused = stores.outbox().refusedAddresses(profile.id());
    this.noting = new Noting(stores, profile.id(), today);
    Map<UUID, UUID> leaders = stores.customerLinks().leaders(profile.id());
    for (KeptMandate kept : stores.debits().mandates().inForce(profile.id())) {
      UUID leader = leaders.getOrDefault(kept.customerId(), kept.customerId());
      if (kept.mandate().iban() != null && !(kept.once() && kept.collected() > 0)) {
        mandates.putIfAbsent(leader, kept); // the latest signed comes first
      }
    }
  }

  /** The mandate by which a customer is debited. */
  Optional<KeptMandate> mandate(UUID customerId) {
    return Optional.ofNullable(mandates.get(customerId));
  }

  /** One debit as it is announced. */
  private record Planned(OpenInstalment due, Customer customer, KeptMandate mandate, int attempt) {}

  /** What one message tells: of one customer, one mandate, one day. */
  private record Notice(UUID customer, UUID mandate, LocalDate on) implements Comparable<Notice> {
    @Override
    public int compareTo(Notice other) {
      return Comparator.comparing(Notice::on)
          .thenComparing(Notice::customer)
          .thenComparing(Notice::mandate)
          .compare(this, other);
    }
  }

  /** Announces all that is due within the days of notice; how many debits. */
  int due() {
    if (mandates.isEmpty()) {
      return 0;
    }
    Choice choice = new Choice(stores, profile.id());
    Set<Instalment> tried = stores.debits().debits().tried(profile.id());
    Map<Notice, List<Planned>> notices = new TreeMap<>();
    for (OpenInstalment due : debts.all()) {
      UUID invoice = UUID.fromString(due.invoice().id());
      Customer customer = debts.customer(invoice).orElseThrow();
      KeptMandate mandate = mandates.get(UUID.fromString(customer.id()));
      if (mandate == null
          || !isEuro(due)
          || due.dueDate().isAfter(today.plusDays(rules.noticeDays()))
          || tried.contains(new Instalment(invoice, due.dueDate()))
          || debts.isHeld(invoice)
          || debts.isUnread(invoice)
          || !isReachable(customer)
          || !choice.collects(due.invoice(), customer)) {
        continue;
      }
      LocalDate on = CollectionDays.of(due.dueDate(), today, rules.noticeDays(), lead(mandate));
      notices
          .computeIfAbsent(
              new Notice(UUID.fromString(customer.id()), mandate.id(), on),
              key -> new ArrayList<>())
          .add(new Planned(due, customer, mandate, 1));
    }
    Set<UUID> free = free(notices.values());
    int announced = 0;
    for (Map.Entry<Notice, List<Planned>> each : notices.entrySet()) {
      announced +=
          announce(
              each.getKey().on(),
              each.getValue().stream().filter(planned -> free.contains(invoice(planned))).toList());
    }
    return announced;
  }

  /**
   * The invoices that nobody has begun to pay at a link since the debts were looked at. Where
   * somebody is about to, the debit is announced on another day: this waits for no payer, since it
   * holds the invoices of many.
   */
  private Set<UUID> free(Collection<List<Planned>> planned) {
    List<UUID> invoices =
        planned.stream().flatMap(List::stream).map(Announce::invoice).distinct().toList();
    Set<UUID> free = stores.pay().checkouts().holdFree(profile.id(), invoices);
    free.removeAll(stores.pay().checkouts().inFlight(profile.id(), free));
    return free;
  }

  private static UUID invoice(Planned planned) {
    return UUID.fromString(planned.due().invoice().id());
  }

  /** Announces another try of a debit that was refused; false where it is not to be tried. */
  boolean again(Debit refusedDebit) {
    Optional<OpenInstalment> due =
        debts.of(refusedDebit.invoiceId(), refusedDebit.dueDate()).filter(Announce::isEuro);
    Optional<Customer> customer = debts.customer(refusedDebit.invoiceId());
    if (due.isEmpty()
        || customer.isEmpty()
        || refusedDebit.attempt() > rules.retries()
        || debts.isHeld(refusedDebit.invoiceId())
        || isBeingPaid(refusedDebit.invoiceId())
        || !isReachable(customer.get())
        || !new Choice(stores, profile.id()).collects(due.get().invoice(), customer.get())) {
      return false;
    }
    KeptMandate mandate = mandates.get(UUID.fromString(customer.get().id()));
    if (mandate == null || !mandate.id().equals(refusedDebit.mandateId())) {
      return false;
    }
    LocalDate day = CollectionDays.retry(today, rules);
    return announce(
            day,
            List.of(new Planned(due.get(), customer.get(), mandate, refusedDebit.attempt() + 1)))
        > 0;
  }

  /** Nobody begins to pay it from now on, until the transaction ends. */
  private boolean isBeingPaid(UUID invoice) {
    stores.pay().checkouts().hold(profile.id(), Set.of(invoice));
    return !stores.pay().checkouts().inFlight(profile.id(), Set.of(invoice)).isEmpty();
  }

  private int lead(KeptMandate mandate) {
    SequenceType next =
        SequenceType.next(
            mandate.once(),
            mandate.ends(),
            mandate.collected(),
            connection.flavour().firstIsMarked());
    boolean first = next == SequenceType.FRST || next == SequenceType.OOFF;
    return connection.flavour().leadDays(mandate.mandate().scheme(), first);
  }

  private int announce(LocalDate on, List<Planned> planned) {
    UUID notice = Ids.next();
    List<Planned> told = new ArrayList<>();
    List<Debit> debits = new ArrayList<>();
    for (Planned each : sorted(planned)) {
      Debit debit = debit(each, on, notice);
      boolean spent = each.mandate().once() && !told.isEmpty();
      if (!spent && stores.debits().debits().announce(profile.id(), debit)) {
        told.add(each);
        debits.add(debit);
      }
    }
    if (told.isEmpty()) {
      return 0;
    }
    tell(notice, on, told);
    debits.forEach(
        debit ->
            noting.of(
                debit,
                "DEBIT_ANNOUNCED",
                ACTOR,
                Noting.words(debit.amount())
                    + " on "
                    + on
                    + ", mandate "
                    + told.getFirst().mandate().mandate().reference()));
    return told.size();
  }

  private static List<Planned> sorted(List<Planned> planned) {
    return planned.stream()
        .sorted(
            Comparator.comparing((Planned each) -> each.due().dueDate())
                .thenComparing(each -> each.due().invoice().number()))
        .toList();
  }

  private Debit debit(Planned planned, LocalDate on, UUID notice) {
    UUID id = Ids.next();
    return new Debit(
        id,
        UUID.fromString(planned.customer().id()),
        planned.mandate().id(),
        UUID.fromString(planned.due().invoice().id()),
        planned.due().dueDate(),
        DebitState.ANNOUNCED,
        planned.due().open(),
        planned.due().open(),
        on,
        planned.attempt(),
        notice,
        profile.mode() == DunningMode.TEST,
        References.endToEnd(id),
        null,
        null,
        null,
        null,
        today,
        null);
  }

  private void tell(UUID id, LocalDate on, List<Planned> told) {
    Customer customer = told.getFirst().customer();
    KeptMandate mandate = told.getFirst().mandate();
    Brand brand = stores.brands().of(profile.id());
    Brand.LogoKey logo = brand.logo();
    Message message =
        new DebitNotice(
                new Sender(
                    profile.company().name(), profile.replyTo(), null, brand.color(), logo != null),
                customer,
                Language.of(customer, profile.company()),
                told.stream()
                    .map(
                        each ->
                            new DebitNotice.Line(
                                each.due().invoice().number(),
                                each.due().dueDate(),
                                each.due().open()))
                    .toList(),
                on,
                Objects.requireNonNull(mandate.mandate().iban()),
                mandate.mandate().reference(),
                CreditorIdentifier.normalised(
                    Objects.requireNonNull(profile.company().creditorIdentifier())),
                mandate.mandate().scheme() == MandateScheme.CORE)
            .write();
    List<Picture> pictures =
        logo == null
            ? List.of()
            : List.of(new Picture(Message.LOGO, logo.mediaType(), PictureKind.LOGO, logo.id()));
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                ROAD,
                ROAD + "/" + customer.id(),
                EffectKind.EMAIL,
                null,
                Payloads.json(
                    new Dispatch.Email(
                        id.toString(),
                        profile.company().name(),
                        Objects.requireNonNull(customer.email()),
                        profile.replyTo(),
                        message.subject(),
                        message.text(),
                        message.html(),
                        pictures,
                        List.of())),
                EffectState.PENDING,
                today));
  }

  private boolean isReachable(Customer customer) {
    return customer.email() != null && !refused.contains(customer.email());
  }

  private static boolean isEuro(OpenInstalment due) {
    return due.open().getCurrencyUnit().equals(CurrencyUnit.EUR);
  }
}
