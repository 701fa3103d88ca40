package org.dunlin.work.translate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.CustomerLinks;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one delivery. One who was erased and comes again is not written back: a document
 * that the hub knows stays with the erased customer, and only a new one makes a new customer of the
 * person, since the company has dealt with that person again.
 */
final class KnownCustomers {
  private final Context context;
  private final CustomerWriter writer;
  private final Map<String, UUID> ids = new HashMap<>();
  private final Map<String, Erased> erased = new HashMap<>();
  private final Set<UUID> erasedIds = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, UUID> there = new HashMap<>();
  private final Map<UUID, UUID> leaders = new HashMap<>();
  private @Nullable Boolean linked;

  KnownCustomers(Context context, CustomerWriter writer) {
    this.context = context;
    this.writer = writer;
  }

  private record Erased(UUID id, Customer said) {}

  /**
   * Finds out in few round trips which of the customers are there, before each is taken in its
   * turn.
   *
   * @param said what is said of them, where something is
   * @param ids under which the source knows them
   */
  void lookUp(List<Customer> said, Set<String> ids) {
    asked.clear();
    there.clear();
    String companyId = context.origin().companyId();
    String connectionId = context.origin().connectionId();
    Set<String> plain = new HashSet<>(ids);
    plain.removeAll(context.stores().erasures().erasedOf(companyId, connectionId, ids));
    asked.addAll(plain);
    said.stream().filter(writer::isCompanyItself).map(Customer::id).forEach(plain::remove);
    there.putAll(context.stores().customers().ids(companyId, connectionId, plain));
  }

  /** To whom documents of a customer go that was looked up and will be taken. */
  Optional<UUID> owner(String id) {
    return there(id).map(this::leader);
  }

  private Optional<UUID> there(String id) {
    return Optional.ofNullable(there.get(id));
  }

  /** Writes a customer, or holds one back who was erased, until it is known for which document. */
  void take(Customer said) {
    if (said.stub() && ids.containsKey(said.id())) {
      return;
    }
    if (said.stub() && there.containsKey(said.id())) {
      ids.put(said.id(), there.get(said.id())); // it changes nothing of what is there
      return;
    }
    Optional<UUID> before = asked.contains(said.id()) ? Optional.empty() : erasedAs(said.id());
    if (before.isPresent()) {
      erased.put(said.id(), new Erased(before.get(), said));
    } else {
      ids.put(said.id(), write(said));
    }
  }

  private Optional<UUID> erasedAs(String id) {
    return context
        .stores()
        .erasures()
        .erasedAs(context.origin().companyId(), context.origin().connectionId(), id);
  }

  private UUID write(Customer said) {
    try {
      return writer.write(said);
    } catch (RefusedRecord e) {
      refused.add(said.id());
      throw e;
    }
  }

  /** The ledger's id of the customer of a document; absent when the customer was not taken. */
  @Nullable UUID of(Invoice invoice) {
    String id = invoice.customerId();
    boolean seen = ids.containsKey(id) || erased.containsKey(id) || refused.contains(id);
    if (!seen && context.ofProgram()) {
      find(id);
    }
    Erased held = erased.get(id);
    UUID own = held == null ? ids.get(id) : erasedOrNew(invoice, held);
    return own == null ? null : leader(own);
  }

  /** Where another connection has the same customer and leads, the document is that one's. */
  private UUID leader(UUID own) {
    CustomerLinks links = context.stores().customerLinks();
    String companyId = context.origin().companyId();
    if (linked == null) {
      linked = links.any(companyId);
    }
    return linked ? leaders.computeIfAbsent(own, id -> links.leader(companyId, id)) : own;
  }

  /**
   * A program may bring a customer with another page, earlier or later; until then it is a stub.
   */
  private void find(String id) {
    there(id)
        .or(
            () ->
                context
                    .stores()
                    .customers()
                    .id(context.origin().companyId(), context.origin().connectionId(), id))
        .ifPresentOrElse(found -> ids.put(id, found), () -> take(stub(id)));
  }

  private static Customer stub(String id) {
    return new Customer(
        id, null, id, null, null, null, null, null, null, List.of(), null, List.of(), null, null,
        true, null);
  }

  private UUID erasedOrNew(Invoice invoice, Erased held) {
    Optional<UUID> owner = context.stores().invoices().customerOf(context.origin(), invoice.id());
    if (owner.isPresent() && isErased(owner.get())) {
      erasedIds.add(owner.get());
      return owner.get();
    }
    return ids.computeIfAbsent(invoice.customerId(), id -> writer.write(held.said()));
  }

  boolean isErased(UUID customerId) {
    return erasedIds.contains(customerId)
        || !erased.isEmpty()
            && context.stores().erasures().erased(context.origin().companyId(), customerId);
  }

  /** Whether a document came again whose customer was erased. */
  boolean namesErased() {
    return !erasedIds.isEmpty();
  }

  /** The only customer of the delivery. */
  Optional<UUID> only() {
    Set<UUID> all = new HashSet<>(ids.values());
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }
}
