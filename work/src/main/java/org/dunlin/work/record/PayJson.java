package org.dunlin.work.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.ProviderRefund;

/**
 * JSON of payment links: the canonical record, with the attempts to pay under names that begin with
 * {@code x-}.
 */
public final class PayJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PayJson() {}

  /** A link with the attempts at it, the latest first. */
  public static String link(PaymentLink link, List<KeptCheckout> attempts) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(CanonicalWriter.line(link));
      ArrayNode all = json.putArray("x-attempts");
      attempts.forEach(attempt -> put(all.addObject(), attempt));
      return json.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the canonical form is JSON", e);
    }
  }

  /** What was given back at a provider, or was to be. */
  public static String refund(ProviderRefund refund) {
    return JSON.createObjectNode()
        .put("id", refund.id().toString())
        .put("paymentId", refund.paymentId().toString())
        .put("customerId", refund.customerId().toString())
        .put("connectionId", refund.connectionId())
        .put("providerPaymentId", refund.providerKey())
        .put("state", refund.state().name())
        .put("amount", refund.amount().getAmount().toPlainString())
        .put("currency", refund.amount().getCurrencyUnit().getCode())
        .put("askedOn", refund.askedOn().toString())
        .put("reason", refund.reason())
        .toString();
  }

  private static void put(ObjectNode json, KeptCheckout attempt) {
    KeptCheckout.Place place = attempt.place();
    UUID payment = attempt.paymentId();
    json.put("id", attempt.id().toString());
    json.put("connectionId", attempt.connectionId());
    json.put("providerId", place == null ? null : place.id());
    json.put("state", attempt.state().name());
    json.put("amount", attempt.amount().getAmount().toPlainString());
    json.put("currency", attempt.amount().getCurrencyUnit().getCode());
    json.put("method", attempt.method());
    json.put("begunAt", attempt.begunAt().toString());
    json.put("reason", attempt.reason());
    json.put("paymentId", payment == null ? null : payment.toString());
  }
}
