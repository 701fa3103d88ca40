package org.dunlin.work.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.identity.SameInvoice;
import org.dunlin.core.identity.Verdict;
import org.dunlin.core.identity.Verdict.Answer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Source;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.FurtherSource;
import org.dunlin.store.ledger.FurtherSources.Twins;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.store.ledger.Invoices.Locked;
import org.dunlin.store.ledger.OfRecord;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.work.GiveWay;
import org.jspecify.annotations.Nullable;

/**
 * The same invoice in several connections is one invoice with several sources: where all agrees by
 * itself, where it does not as a person says. The figures are those of the connection of record.
 */
public final class OneTruth {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final OneCustomer customers;

  /** Over the invoices of one company. */
  public OneTruth(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
    customers = new OneCustomer(stores, companyId, today);
  }

  /** Compares what was written since, and what is still asked, before anything else is written. */
  void compare(Instant since) {
    boolean another = stores.ofRecord().changed(companyId, since);
    if (!another
        && stores.furtherSources().twins(companyId, since).isEmpty()
        && stores.furtherSources().changed(companyId, since).isEmpty()
        && stores.identities().open(companyId).isEmpty()
        && !customers.toCompare(since)) {
      return;
    }
    stores.furtherSources().change(companyId);
    nameWhatCameFirst();
    if (another) {
      customers.leadAnew();
      stores.furtherSources().changed(companyId, Instant.EPOCH).stream()
          .map(FurtherSource::invoiceId)
          .distinct()
          .forEach(this::letCount);
    }
    customers.compare(since);
    stores.furtherSources().changed(companyId, since).forEach(this::compareAgain);
    for (Twins twins : stores.furtherSources().twins(companyId, since)) {
      compare(twins.one(), twins.other());
    }
    for (Question question : stores.identities().open(companyId)) {
      if (question.pair().kind() == Kind.CUSTOMER) {
        continue;
      }
      both(question.pair())
          .ifPresentOrElse(
              twins -> compare(twins.one(), twins.other()),
              () -> stores.identities().withdraw(companyId, question.pair()));
    }
  }

  /** Does what a person said of a pair; the caller has locked the sources. */
  public void settle(Pair pair, State said) {
    switch (said) {
      case SAME ->
          both(pair).ifPresent(twins -> join(twins.one(), twins.other(), "a person says so"));
      case DIFFERENT, OPEN -> {
        further(pair.one()).filter(s -> isOf(s, pair.other())).ifPresent(this::release);
        further(pair.other()).filter(s -> isOf(s, pair.one())).ifPresent(this::release);
      }
    }
  }

  private void compare(UUID one, UUID other) {
    Invoice first = find(one);
    Invoice second = find(other);
    if (first == null || second == null) {
      return; // it has been joined meanwhile
    }
    Pair pair = Pair.of(Kind.INVOICE, named(first), named(second));
    State said = stores.identities().find(companyId, pair).map(Question::state).orElse(State.OPEN);
    if (said == State.DIFFERENT) {
      return;
    }
    Verdict verdict =
        SameInvoice.compare(first, second, proved(first.customerId(), second.customerId()));
    if (said == State.SAME || verdict.answer() == Answer.SAME) {
      stores.identities().withdraw(companyId, pair);
      join(one, other, said == State.SAME ? "a person says so" : verdict.reason());
    } else if (verdict.answer() == Answer.UNCLEAR) {
      if (stores.identities().ask(companyId, pair, verdict.reason())) {
        note(other, "IDENTITY_UNCLEAR", verdict.reason());
      }
    } else {
      stores.identities().withdraw(companyId, pair);
    }
  }

  /** What a rule joined and does not agree any more comes apart; what a person joined does not. */
  private void compareAgain(FurtherSource source) {
    Invoice invoice = find(source.invoiceId());
    if (invoice == null) {
      return;
    }
    Pair pair = Pair.of(Kind.INVOICE, named(invoice), named(source));
    State said = stores.identities().find(companyId, pair).map(Question::state).orElse(State.OPEN);
    Verdict verdict =
        SameInvoice.compare(
            invoice, source.said(), proved(invoice.customerId(), source.customerId().toString()));
    if (said != State.SAME && verdict.answer() != Answer.SAME) {
      UUID released = release(source);
      if (verdict.answer() == Answer.UNCLEAR && said == State.OPEN) {
        stores.identities().ask(companyId, pair, verdict.reason());
        note(released, "IDENTITY_UNCLEAR", verdict.reason());
      }
    }
  }

  private void join(UUID one, UUID other, String reason) {
    stores.invoices().lockOwn(companyId, one);
    Locked second = stores.invoices().lockOwn(companyId, other);
    new GiveWay(stores, companyId, ACTOR, today, null).all(second);
    stores.joining().join(companyId, one, other, ACTOR);
    note(
        one,
        "INVOICE_JOINED",
        "Connection " + named(second.invoice()).connectionId() + " has it, too: " + reason + ".");
    letCount(one);
  }

  private UUID release(FurtherSource source) {
    UUID released = stores.joining().release(source);
    note(
        source.invoiceId(),
        "INVOICE_PARTED",
        "What connection " + source.connectionId() + " has is an invoice of its own.");
    return released;
  }

  /**
   * Lets the figures of the right source count, of those that still have the invoice: the
   * connection of record, else always the same one; the caller has locked the sources.
   */
  public void letCount(UUID invoiceId) {
    nameWhatCameFirst();
    Locked locked = stores.invoices().lockOwn(companyId, invoiceId);
    Named now = named(locked.invoice());
    Comparator<Named> preferred = preferred();
    stores.furtherSources().of(companyId, invoiceId).stream()
        .min(Comparator.comparing(OneTruth::named, preferred))
        .filter(best -> preferred.compare(named(best), now) < 0)
        .ifPresent(best -> exchange(best, locked));
  }

  /** Of two sources the one whose figures would count, were they of one invoice. */
  public Named leading(Named one, Named other) {
    return preferred().compare(one, other) <= 0 ? one : other;
  }

  private Comparator<Named> preferred() {
    String record = stores.ofRecord().invoices(companyId).orElse("");
    return Comparator.comparing(this::gone)
        .thenComparing(each -> !each.connectionId().equals(record))
        .thenComparing(Comparator.naturalOrder());
  }

  private boolean gone(Named source) {
    return stores.missing().gone(companyId, source.connectionId(), source.sourceId());
  }

  private void exchange(FurtherSource source, Locked locked) {
    GiveWay claims = new GiveWay(stores, companyId, ACTOR, today, null);
    if (source.said().status() == InvoiceStatus.VOID) {
      claims.all(locked);
    } else {
      claims.to(source.said().outstanding(), locked);
    }
    stores.joining().exchange(source, locked);
    note(
        locked.id(),
        "SOURCE_OF_RECORD",
        "The figures are those of connection " + source.connectionId() + " now.");
  }

  private void nameWhatCameFirst() {
    if (stores.ofRecord().invoices(companyId).isEmpty()) {
      stores
          .ofRecord()
          .firstOfInvoices(companyId)
          .ifPresent(
              first -> stores.ofRecord().name(companyId, Subject.INVOICES, first, OfRecord.NOBODY));
    }
  }

  private boolean proved(String one, String other) {
    return customers.proved(UUID.fromString(one), UUID.fromString(other));
  }

  private @Nullable Invoice find(UUID invoiceId) {
    return stores.invoices().find(companyId, invoiceId).map(DocumentState::invoice).orElse(null);
  }

  private Optional<Twins> both(Pair pair) {
    Optional<UUID> one = id(pair.one());
    Optional<UUID> other = id(pair.other());
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            one.get().compareTo(other.get()) < 0
                ? new Twins(one.get(), other.get())
                : new Twins(other.get(), one.get()));
  }

  private Optional<UUID> id(Named named) {
    return stores.invoices().id(companyId, named.connectionId(), named.sourceId());
  }

  private Optional<FurtherSource> further(Named named) {
    return stores.furtherSources().lock(companyId, named.connectionId(), named.sourceId());
  }

  private boolean isOf(FurtherSource source, Named invoice) {
    List<UUID> ids =
        id(invoice).or(() -> further(invoice).map(FurtherSource::invoiceId)).stream().toList();
    return ids.contains(source.invoiceId());
  }

  private static Named named(Invoice invoice) {
    Source source =
        Objects.requireNonNull(invoice.source(), "an invoice of the ledger has a source");
    return new Named(source.connection(), source.id());
  }

  private static Named named(FurtherSource source) {
    return new Named(source.connectionId(), source.sourceId());
  }

  private void note(UUID invoiceId, String event, String reason) {
    stores
        .journal()
        .append(companyId, Happening.to("invoice", invoiceId, event, ACTOR, today, reason));
  }
}
