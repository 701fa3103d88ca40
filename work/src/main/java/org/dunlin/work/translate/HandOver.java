package org.dunlin.work.translate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.connectors.Translator;
import org.dunlin.core.model.AccountId;
import org.dunlin.store.ChunkWriter;
import org.dunlin.store.Ids;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.RawContent;
import org.dunlin.store.inbox.RawContent.Writing;
import org.dunlin.store.journal.Happening;

/**
 * Gives statements to the company of the hub whose account they are of: as a delivery of its own
 * with nothing else of the file in it, in the transaction that applies the rest. A file that is
 * read again hands over the same bytes, which that company has already.
 */
final class HandOver {
  /** The connection under which such deliveries come. */
  static final String CONNECTION = "handed-over";

  private final Context context;
  private final Map<String, Set<AccountId>> accounts = new TreeMap<>();

  HandOver(Context context) {
    this.context = context;
  }

  /** Notes that the file holds a statement of an account of that company. */
  void expect(String companyId, AccountId account) {
    accounts
        .computeIfAbsent(companyId, id -> new TreeSet<>(Comparator.comparing(AccountId::key)))
        .add(account);
  }

  /** Hands over to each company what is its own. */
  void hand(Translator translator) throws IOException {
    for (Map.Entry<String, Set<AccountId>> entry : accounts.entrySet()) {
      hand(translator, entry.getKey(), entry.getValue());
    }
  }

  private void hand(Translator translator, String companyId, Set<AccountId> own)
      throws IOException {
    Delivery whole = context.delivery();
    UUID id = Ids.next();
    RawContent raw = context.stores().rawContent();
    Writing writing = raw.writing(companyId, id, whole.receivedMonth());
    ChunkWriter content = writing.content();
    try (InputStream stream = raw.read(whole);
        content) {
      translator.statementsOf(own::contains, stream, whole.name(), content);
    }
    Delivery delivery = delivery(companyId, id, own, content.bytes());
    if (context.stores().inbox().accept(delivery, content.sha256(), writing.rest()).isPresent()) {
      raw.discard(companyId, id, whole.receivedMonth());
      return;
    }
    note(companyId, id);
    note(whole.companyId(), whole.id(), own);
  }

  private Delivery delivery(String companyId, UUID id, Set<AccountId> own, long bytes) {
    return new Delivery(
        companyId,
        id,
        0,
        CONNECTION,
        name(own, context.delivery().name()),
        bytes,
        context.delivery().receivedAt(),
        context.delivery().receivedMonth(),
        context.delivery().mayHandOver(),
        null,
        DeliveryState.NEW,
        0,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** Ends as the file did of which it is a part, which may say what is in it. */
  private static String name(Set<AccountId> own, String whole) {
    String first = own.iterator().next().key();
    int dot = whole.lastIndexOf('.');
    String end = dot < 0 ? "" : whole.substring(dot);
    return own.size() == 1
        ? "statement of " + first + end
        : "statements of " + first + " and " + (own.size() - 1) + " more" + end;
  }

  private void note(String companyId, UUID id) {
    String reason =
        "It came in a bank file of another company of this hub; nothing else of that file is here.";
    note(companyId, id, "STATEMENT_HANDED_OVER", reason);
  }

  private void note(String companyId, UUID id, Set<AccountId> accounts) {
    String reason =
        "The statements of "
            + String.join(", ", accounts.stream().map(AccountId::key).toList())
            + " went to the company of this hub whose account it is.";
    note(companyId, id, "STATEMENT_PASSED_ON", reason);
  }

  private void note(String companyId, UUID id, String event, String reason) {
    context
        .stores()
        .journal()
        .append(
            companyId,
            Happening.to("delivery", id, event, "translate", context.businessDate(), reason));
  }
}
