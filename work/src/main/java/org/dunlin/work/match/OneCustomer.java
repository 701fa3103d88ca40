package org.dunlin.work.match;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.identity.SameCustomer;
import org.dunlin.core.identity.Verdict;
import org.dunlin.core.identity.Verdict.Answer;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Source;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.CustomerLinks.Twins;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.Question;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.work.intake.WatchFolders;

/**
 * The same customer in several connections is one customer: where a number proves it by itself,
 * where only name and address agree as a person says. One of them leads, that of the connection of
 * record where it has the customer; the invoices of the others are the leader's.
 */
public final class OneCustomer {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  /** Over the customers of one company; the caller has locked the sources before each change. */
  public OneCustomer(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** Whether anything was written since that may make customers one, or part them. */
  boolean toCompare(Instant since) {
    return !stores.customerLinks().twins(companyId, since).isEmpty()
        || !stores.customerLinks().changed(companyId, since).isEmpty()
        || !questions().isEmpty();
  }

  /** Compares what was written since, and what is still asked. */
  void compare(Instant since) {
    List<Twins> twins = stores.customerLinks().twins(companyId, since);
    Set<UUID> groups = new LinkedHashSet<>(stores.customerLinks().changed(companyId, since));
    twins.forEach(each -> groups.addAll(List.of(leader(each.one()), leader(each.other()))));
    groups.forEach(this::partWhatDoesNotHold);
    twins.forEach(each -> weigh(each.one(), each.other()));
    for (Question question : questions()) {
      Optional<UUID> one = id(question.pair().one());
      Optional<UUID> other = id(question.pair().other());
      if (one.isPresent() && other.isPresent()) {
        weigh(one.get(), other.get());
      } else {
        stores.identities().withdraw(companyId, question.pair());
      }
    }
  }

  /** Lets those lead who are of record, once another connection is. */
  void leadAnew() {
    new HashSet<>(stores.customerLinks().leaders(companyId).values())
        .forEach(
            leader ->
                lead(stores.customerLinks().group(companyId, leader), "another connection leads"));
  }

  /** Does what a person said of two customers. */
  public void settle(Pair pair, State said) {
    Optional<UUID> one = id(pair.one());
    Optional<UUID> other = id(pair.other());
    if (one.isEmpty() || other.isEmpty()) {
      return;
    }
    switch (said) {
      case SAME -> join(pair, one.get(), other.get(), "a person says so");
      case DIFFERENT, OPEN -> {
        if (areOne(one.get(), other.get())) {
          partAndWeigh(stores.customerLinks().group(companyId, one.get()));
        }
      }
    }
  }

  /** Whether they are one, whoever said so. */
  boolean areOne(UUID one, UUID other) {
    return leader(one).equals(leader(other));
  }

  /** Whether invoices of theirs may be one: they are linked, or nothing speaks against it. */
  boolean proved(UUID one, UUID other) {
    if (areOne(one, other)) {
      return true;
    }
    Customer first = customer(one);
    Customer second = customer(other);
    return switch (said(pair(first, second))) {
      case SAME -> true;
      case DIFFERENT -> false;
      case OPEN -> compare(first, second).answer() == Answer.SAME;
    };
  }

  private Verdict compare(Customer one, Customer other) {
    return SameCustomer.compare(
        one, other, oneProgram(named(one).connectionId(), named(other).connectionId()));
  }

  private Verdict verdict(Customer one, Customer other) {
    State said = said(pair(one, other));
    if (said != State.OPEN) {
      return new Verdict(said == State.SAME ? Answer.SAME : Answer.DIFFERENT, "a person says so");
    }
    String first = named(one).connectionId();
    String second = named(other).connectionId();
    Verdict verdict = compare(one, other);
    if (verdict.answer() == Answer.SAME && !(alone(one, second) && alone(other, first))) {
      return new Verdict(
          Answer.UNCLEAR, verdict.reason() + ", but one connection has several customers with it");
    }
    return verdict;
  }

  private boolean alone(Customer customer, String connectionId) {
    return stores
            .customerLinks()
            .withNumbersOf(companyId, UUID.fromString(customer.id()), connectionId)
        <= 1;
  }

  private void weigh(UUID one, UUID other) {
    Customer first = customer(one);
    Customer second = customer(other);
    Pair pair = pair(first, second);
    if (areOne(one, other)) {
      stores.identities().withdraw(companyId, pair);
      return;
    }
    Verdict verdict = verdict(first, second);
    switch (verdict.answer()) {
      case SAME -> join(pair, one, other, verdict.reason());
      case UNCLEAR -> ask(pair, other, verdict.reason());
      case DIFFERENT -> stores.identities().withdraw(companyId, pair);
    }
  }

  private void ask(Pair pair, UUID about, String reason) {
    if (stores.identities().ask(companyId, pair, reason)) {
      note(about, "CUSTOMER_UNCLEAR", reason);
    }
  }

  private void join(Pair pair, UUID one, UUID other, String reason) {
    Set<UUID> all = new LinkedHashSet<>(stores.customerLinks().group(companyId, one));
    all.addAll(stores.customerLinks().group(companyId, other));
    List<Customer> customers = all.stream().map(this::customer).toList();
    if (customers.stream().map(each -> named(each).connectionId()).distinct().count()
        < customers.size()) {
      ask(pair, other, reason + ", but one connection would have two of them");
      return;
    }
    if (anySaidToDiffer(customers)) {
      ask(pair, other, reason + ", but a person says that not all of them are one");
      return;
    }
    stores.identities().withdraw(companyId, pair);
    lead(List.copyOf(all), reason);
  }

  private boolean anySaidToDiffer(List<Customer> customers) {
    return customers.stream()
        .anyMatch(
            one ->
                customers.stream()
                    .filter(other -> other != one)
                    .anyMatch(other -> said(pair(one, other)) == State.DIFFERENT));
  }

  /** Of two customers the one who would lead, were they one. */
  public Named leading(Named one, Named other) {
    return preferred().compare(one, other) <= 0 ? one : other;
  }

  private Comparator<Named> preferred() {
    String record = stores.ofRecord().customers(companyId).orElse("");
    return Comparator.<Named, Boolean>comparing(each -> !each.connectionId().equals(record))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Makes the best of them the leader of the others. */
  private void lead(List<UUID> all, String reason) {
    UUID best =
        all.stream()
            .min(Comparator.comparing(id -> named(customer(id)), preferred()))
            .orElseThrow();
    for (UUID each : all) {
      if (each.equals(best)) {
        if (!leader(each).equals(each)) {
          stores.customerLinks().part(companyId, each);
        }
      } else if (!leader(each).equals(best)) {
        stores.customerLinks().link(companyId, each, best, reason);
        note(
            best,
            "CUSTOMER_JOINED",
            "Connection " + named(customer(each)).connectionId() + " has it, too: " + reason + ".");
      }
    }
  }

  /** What a rule joined and does not agree any more comes apart; what still does joins again. */
  private void partWhatDoesNotHold(UUID leader) {
    List<UUID> all = stores.customerLinks().group(companyId, leader);
    if (all.size() > 1 && !holds(all)) {
      partAndWeigh(all);
    }
  }

  private void partAndWeigh(List<UUID> all) {
    part(all);
    for (int i = 0; i < all.size(); i++) {
      for (UUID other : all.subList(i + 1, all.size())) {
        weigh(all.get(i), other);
      }
    }
  }

  private boolean holds(List<UUID> all) {
    Set<UUID> reached = new HashSet<>(Set.of(all.getFirst()));
    boolean more = true;
    while (more) {
      more =
          all.stream()
              .filter(each -> !reached.contains(each))
              .filter(
                  each ->
                      reached.stream()
                          .anyMatch(
                              other ->
                                  verdict(customer(each), customer(other)).answer() == Answer.SAME))
              .findFirst()
              .map(reached::add)
              .orElse(false);
    }
    return reached.size() == all.size();
  }

  private void part(List<UUID> all) {
    for (UUID follower : all.subList(1, all.size())) {
      stores.customerLinks().part(companyId, follower);
      note(
          follower,
          "CUSTOMER_PARTED",
          "What connection "
              + named(customer(follower)).connectionId()
              + " has is a customer of its own.");
    }
  }

  private List<Question> questions() {
    return stores.identities().open(companyId).stream()
        .filter(question -> question.pair().kind() == Kind.CUSTOMER)
        .toList();
  }

  private State said(Pair pair) {
    return stores.identities().find(companyId, pair).map(Question::state).orElse(State.OPEN);
  }

  private UUID leader(UUID customer) {
    return stores.customerLinks().leader(companyId, customer);
  }

  private boolean oneProgram(String one, String other) {
    Optional<String> first = program(one);
    return first.isPresent() && !bringsFiles(first.get()) && first.equals(program(other));
  }

  /** Files of different programs may come by two roads of one kind. */
  private static boolean bringsFiles(String program) {
    return program.equals(WatchFolders.PROGRAM) || RoadKind.of(program).isPresent();
  }

  private Optional<String> program(String connectionId) {
    return stores.connections().find(companyId, connectionId).map(Connection::program);
  }

  private Customer customer(UUID id) {
    return stores.customers().find(companyId, id).orElseThrow();
  }

  private Optional<UUID> id(Named named) {
    return stores.customers().id(companyId, named.connectionId(), named.sourceId());
  }

  private static Pair pair(Customer one, Customer other) {
    return Pair.of(Kind.CUSTOMER, named(one), named(other));
  }

  private static Named named(Customer customer) {
    Source source =
        Objects.requireNonNull(customer.source(), "a customer of the ledger has a source");
    return new Named(source.connection(), source.id());
  }

  private void note(UUID customerId, String event, String reason) {
    stores
        .journal()
        .append(companyId, Happening.to("customer", customerId, event, ACTOR, today, reason));
  }
}
