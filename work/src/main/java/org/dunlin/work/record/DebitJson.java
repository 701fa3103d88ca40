package org.dunlin.work.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.debit.KeptMandate.Amendment;
import org.dunlin.store.debit.KeptMandate.Proof;

/** Mandates as canonical records with what the hub knows beside, and debits and their files. */
public final class DebitJson {
  private static final JsonMapper JSON = new JsonMapper();

  private DebitJson() {}

  /** A mandate with its proof and what it was before. */
  public static String mandate(KeptMandate kept, List<Amendment> amendments) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(CanonicalWriter.line(kept.mandate()));
      node.put("x-origin", kept.origin().name());
      node.put("x-once", kept.once());
      node.put("x-ends", kept.ends());
      put(node, "x-confirmedOn", kept.confirmedOn());
      put(node, "x-lastCollectedOn", kept.lastCollectedOn());
      put(node, "x-endedReason", kept.endedReason());
      Proof proof = kept.proof();
      if (proof != null) {
        node.putObject("x-proof")
            .put("signedAt", proof.signedAt().toString())
            .put("from", proof.from())
            .put("text", proof.text())
            .put("version", proof.version())
            .put("language", proof.language());
      }
      ArrayNode was = JSON.createArrayNode();
      for (Amendment each : amendments) {
        ObjectNode before = was.addObject();
        put(before, "reference", each.reference());
        put(before, "iban", each.iban());
        put(before, "bic", each.bic());
        put(before, "holder", each.holder());
        before.put("amendedOn", each.on().toString());
        before.put("amendedBy", each.by());
      }
      if (!was.isEmpty()) {
        node.set("x-was", was);
      }
      return node.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mandate is JSON", e);
    }
  }

  /** A debit. */
  public static String debit(Debit debit) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "debit");
    node.put("id", debit.id().toString());
    node.put("customerId", debit.customerId().toString());
    node.put("mandateId", debit.mandateId().toString());
    node.put("invoiceId", debit.invoiceId().toString());
    node.put("dueDate", debit.dueDate().toString());
    node.put("state", debit.state().name());
    node.put("announced", debit.announced().getAmount().toPlainString());
    node.put("amount", debit.amount().getAmount().toPlainString());
    node.put("currency", debit.amount().getCurrencyUnit().getCode());
    node.put("collectOn", debit.collectOn().toString());
    node.put("attempt", debit.attempt());
    node.put("endToEndId", debit.endToEndId());
    Debit.Place place = debit.place();
    if (place != null) {
      node.put("collectionId", place.collectionId().toString());
      node.put("scheme", place.scheme().name());
      node.put("sequence", place.sequence().name());
    }
    put(node, "reason", debit.reason());
    put(node, "paymentId", debit.paymentId());
    put(node, "endedOn", debit.endedOn());
    return node.toString();
  }

  /** A file of direct debits, with what stands in it. */
  public static String file(CollectionFile file, List<Debit> debits) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "collection");
    node.put("id", file.id().toString());
    node.put("connectionId", file.connectionId());
    node.put("state", file.state().name());
    put(node, "decidedBy", file.decidedBy());
    put(node, "decidedOn", file.decidedOn());
    put(node, "sending", file.effect());
    put(node, "answer", file.answer());
    put(node, "answerReason", file.answerReason());
    node.put("madeOn", file.madeOn().toString());
    ArrayNode all = node.putArray("debits");
    for (Debit debit : debits) {
      try {
        all.add(JSON.readTree(debit(debit)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a debit is JSON", e);
      }
    }
    return node.toString();
  }

  private static void put(
      ObjectNode node, String name, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      node.put(name, Objects.toString(value));
    }
  }
}
