package org.dunlin.work.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.dunlin.core.model.Customer;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.outbox.Effect;
import org.jspecify.annotations.Nullable;

/** What a customer's file says beside canonical records: messages, timeline, and what is what. */
final class CustomerWords {
  private static final JsonMapper JSON = new JsonMapper();

  private CustomerWords() {}

  static String readme(String companyId, Customer customer, Instant now) {
    return """
        All data about %s (customer %s of company %s), taken out at %s.

        Each file holds one JSON object a line.

        customer.jsonl     name, address, contact and account details
        invoices.jsonl     invoices and credit notes
        payments.jsonl     payments that were applied to them, or came from the customer's accounts
        allocations.jsonl  which payment paid which invoice, who or what decided it, and why
        actions.jsonl      reminders: decided, held, sent
        messages.jsonl     what was written to the customer, and to the bookkeeping program
        timeline.jsonl     everything that happened, with who or what did it, and when (UTC)
        attachments/       the documents that came with the invoices, as they came
        raw/               the files that came in and concern nobody else, byte for byte

        Bank statements are not here: they name other people, too. What they say of this customer
        is in payments.jsonl.
        """
        .formatted(customer.name(), customer.id(), companyId, now);
  }

  static String message(Effect effect) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", effect.id().toString());
    line.put("kind", effect.kind().name());
    line.put("state", effect.state().name());
    line.put("decidedAt", effect.decidedAt().toString());
    put(line, "finishedAt", effect.finishedAt());
    put(line, "reason", effect.reason());
    putJson(line, "content", effect.payload());
    return line.toString();
  }

  static String entry(Journal.Entry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("at", entry.at().toString());
    line.put("businessDate", entry.businessDate().toString());
    line.put("actor", entry.actor());
    line.put("subjectKind", entry.subjectKind());
    line.put("subjectId", entry.subjectId());
    line.put("event", entry.event());
    put(line, "reason", entry.reason());
    putJson(line, "before", entry.before());
    putJson(line, "after", entry.after());
    return line.toString();
  }

  private static void put(ObjectNode line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value.toString());
    }
  }

  private static void putJson(ObjectNode line, String name, @Nullable String json) {
    try {
      if (json != null) {
        line.set(name, JSON.readTree(json));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }
}
