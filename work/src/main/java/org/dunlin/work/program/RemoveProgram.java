package org.dunlin.work.program;

import java.util.List;
import org.dunlin.connectors.program.hook.Hooks;
import org.dunlin.connectors.program.hook.Subscribing;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Subscriptions.Subscription;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.hook.StandingHooks;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.profile.Author;
import org.dunlin.work.source.MissingAtSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection: its secrets and tokens go at once, and its data as the person chooses. */
public final class RemoveProgram {
  private static final Logger LOG = LoggerFactory.getLogger(RemoveProgram.class);

  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;
  private final MissingAtSource ledger;
  private final ConnectionNotes notes;

  /** Over these stores. */
  public RemoveProgram(Stores stores, Links links, AskProgram askProgram, MissingAtSource ledger) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
    this.ledger = ledger;
    this.notes = new ConnectionNotes(stores);
  }

  /** What happens to the data that came by the connection. */
  public enum Data {
    /** It stays as it is; since it is not read any more, nobody is reminded of it. */
    KEEP,
    /** What no other connection knows becomes void: nobody is reminded of it. */
    VOID
  }

  /** Ends it. */
  public void remove(String companyId, String connectionId, Data data, Author by) {
    try {
      unsubscribe(links.open(companyId, connectionId));
    } catch (Unlinked e) {
      LOG.debug("nothing to unsubscribe: {}", e.getMessage());
    }
    stores
        .transactions()
        .run(
            () -> {
              switch (data) {
                case KEEP -> {}
                case VOID -> voidInvoices(companyId, connectionId);
              }
              stores.connections().remove(companyId, connectionId);
              stores.origins().remove(companyId, "connection/" + connectionId);
              notes.add(
                  companyId,
                  connectionId,
                  "CONNECTION_REMOVED",
                  by.name(),
                  switch (data) {
                    case KEEP ->
                        "What came by it stays; nobody is reminded of it while it is not read.";
                    case VOID -> "What only it knew is void.";
                  });
            });
  }

  /** As if its program had no invoice any more: what another connection brings, too, goes on. */
  private void voidInvoices(String companyId, String connectionId) {
    List<String> keys = stores.invoices().sourceIds(companyId, connectionId);
    ledger.missed(companyId, connectionId, keys);
    ledger.missed(companyId, connectionId, keys);
  }

  /** The program need not send notices any more; where that fails, nobody takes them. */
  private void unsubscribe(Link link) {
    Hooks.of(link.program())
        .flatMap(Hooks::subscribing)
        .filter(Subscribing::removes)
        .ifPresent(
            subscribing -> {
              StandingHooks standing = new StandingHooks(askProgram, link, subscribing);
              for (Subscription each :
                  stores.programs().subscriptions().of(link.companyId(), link.id())) {
                ids(each, standing).forEach(standing::end);
              }
            });
  }

  /** Of one whose answer was lost the program is asked. */
  private static List<String> ids(Subscription each, StandingHooks standing) {
    String id = each.id();
    return id != null
        ? List.of(id)
        : standing.of(each.subject()) instanceof StandingHooks.Found.Ids(List<String> ids)
            ? ids
            : List.of();
  }
}
