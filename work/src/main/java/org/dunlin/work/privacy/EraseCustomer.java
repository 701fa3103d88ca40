package org.dunlin.work.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.RawContentGone;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.privacy.Unsettled;

/**
 * Takes a person out of the books: everything that identifies the customer is overwritten or made
 * unreadable, and every amount, date, number and allocation stays. All of it in one transaction.
 */
public final class EraseCustomer {
  private static final int BATCH = 500;
  private static final UUID NO_ID = new UUID(0, 0);
  private static final String WHY =
      "Its raw content was erased with a customer whom it named; it cannot be replayed.";

  private final Stores stores;

  /** Over these stores. */
  public EraseCustomer(Stores stores) {
    this.stores = stores;
  }

  /**
   * What was done.
   *
   * @param name what the customer is called from now on
   * @param documents invoices and credit notes that stay, without the person
   * @param payments payments that stay, without who paid
   * @param rawContents deliveries whose bytes are gone
   */
  public record Erased(String name, int documents, int payments, int rawContents) {}

  /**
   * Erases the customer, with all who are one with it.
   *
   * @param by who decided it
   * @throws RefusedErasure when something is not settled, or there is no such customer
   */
  public Erased erase(String companyId, UUID customerId, String by) {
    List<UUID> group = stores.customerLinks().group(companyId, customerId);
    if (group.size() == 1) {
      return eraseOne(companyId, customerId, by);
    }
    return stores
        .transactions()
        .in(
            () -> {
              stores.erasures().lockBooks(companyId); // in the order of translations
              stores.furtherSources().change(companyId);
              Erased leader = eraseOne(companyId, group.getFirst(), by);
              int rawContents = leader.rawContents();
              for (UUID follower : group.subList(1, group.size())) {
                rawContents += eraseOne(companyId, follower, by).rawContents();
              }
              stores.customerLinks().forget(companyId, group.getFirst());
              return new Erased(leader.name(), leader.documents(), leader.payments(), rawContents);
            });
  }

  private Erased eraseOne(String companyId, UUID customerId, String by) {
    RawSearch search = new RawSearch(traces(companyId, customerId));
    Set<Delivery> naming = new HashSet<>();
    NamingCalls calls = new NamingCalls(stores, companyId, search);
    Instant begin = stores.customerFiles().now();
    look(companyId, Instant.EPOCH, search, naming);
    calls.look();
    return stores
        .transactions()
        .in(
            () -> {
              stores.erasures().lockBooks(companyId);
              look(companyId, begin, search, naming); // at what came in and was applied meanwhile
              calls.look();
              calls.forget();
              return erase(companyId, customerId, by, naming);
            });
  }

  private Erased erase(String companyId, UUID customerId, String by, Set<Delivery> naming) {
    Customer customer = customer(companyId, customerId);
    List<PaymentState> payments = stores.customerFiles().payments(companyId, customer);
    refuseUnsettled(companyId, customer, payments);
    Traces traces = traces(companyId, customer, payments);
    naming.addAll(stores.customerFiles().deliveries(companyId, customerId));
    naming.addAll(stores.customerFiles().bringing(companyId, ids(payments)));
    Nobody nobody = new Nobody(companyId, stores.blinds());
    Customer erased = nobody.customer(customer, stores.erasures().begin(companyId, customerId));
    stores.erasures().overwrite(companyId, erased);
    var documents = stores.customerFiles().documents(companyId, customerId);
    documents.forEach(d -> stores.erasures().overwrite(companyId, Nobody.document(d)));
    documents.forEach(d -> stores.documents().clear(companyId, UUID.fromString(d.id())));
    payments.forEach(p -> stores.erasures().overwrite(companyId, nobody.payment(p.payment())));
    stores.advisedEntries().forget(companyId, customer.ibans(), customer.name());
    naming.forEach(delivery -> new ForgetDelivery(stores).forget(delivery, WHY));
    stores.debits().mandates().forget(companyId, customerId);
    stores.erasures().silence(companyId, customerId);
    stores.erasures().removeQuotes(companyId, traces.texts());
    note(companyId, customerId, by);
    return new Erased(erased.name(), documents.size(), payments.size(), naming.size());
  }

  private void refuseUnsettled(String companyId, Customer customer, List<PaymentState> payments) {
    UUID customerId = UUID.fromString(customer.id());
    if (stores.debits().debits().anyUnderWay(companyId, customerId)) {
      throw new RefusedErasure(
          customer.name()
              + " cannot be erased yet, since a direct debit of it is under way. Withdraw it, or"
              + " wait until the bank has answered, then ask again.");
    }
    int open = (int) payments.stream().filter(p -> p.unallocated().isPositive()).count();
    Unsettled unsettled = stores.erasures().unsettled(companyId, customerId, open);
    if (!unsettled.nothing()) {
      throw new RefusedErasure(
          customer.name()
              + " cannot be erased yet, since this is not settled: "
              + unsettled.words()
              + ". The data is needed until then (GDPR Article 17(3)(b) and (e)). Settle it in the"
              + " bookkeeping program and the console, then ask again.");
    }
  }

  private Customer customer(String companyId, UUID customerId) {
    if (stores.erasures().erased(companyId, customerId)) {
      throw new RefusedErasure("This customer has been erased already.");
    }
    return stores
        .customers()
        .find(companyId, customerId)
        .orElseThrow(() -> new RefusedErasure("There is no such customer in " + companyId + "."));
  }

  private Traces traces(String companyId, UUID customerId) {
    return stores
        .transactions()
        .in(
            () -> {
              stores.blinds().prepare(companyId);
              Customer customer = customer(companyId, customerId);
              List<PaymentState> payments = stores.customerFiles().payments(companyId, customer);
              refuseUnsettled(companyId, customer, payments);
              return traces(companyId, customer, payments);
            });
  }

  /** Adds the deliveries that name the person, but for those that ended before a moment. */
  private void look(String companyId, Instant since, RawSearch search, Set<Delivery> naming) {
    List<Delivery> batch = stores.customerFiles().shared(companyId, since, NO_ID, BATCH);
    while (!batch.isEmpty()) {
      for (Delivery delivery : batch) {
        if (names(delivery, search)) {
          naming.add(delivery);
        }
      }
      batch = stores.customerFiles().shared(companyId, since, batch.getLast().id(), BATCH);
    }
  }

  private boolean names(Delivery delivery, RawSearch search) {
    try (InputStream stream = stores.rawContent().read(delivery)) {
      return search.finds(stream);
    } catch (RawContentGone e) {
      return false; // dropped since it was listed: it names nobody any more
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Traces traces(String companyId, Customer customer, List<PaymentState> payments) {
    return Traces.of(customer, stores.customerFiles().payersOfNoOther(companyId, ids(payments)));
  }

  private static List<UUID> ids(List<PaymentState> payments) {
    return payments.stream().map(p -> UUID.fromString(p.payment().id())).toList();
  }

  private void note(String companyId, UUID customerId, String by) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                by,
                "customer",
                customerId.toString(),
                "CUSTOMER_ERASED",
                null,
                null,
                null,
                null));
  }
}
