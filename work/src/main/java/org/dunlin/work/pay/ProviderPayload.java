package org.dunlin.work.pay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import org.dunlin.connectors.program.Capability;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.Stores;
import org.dunlin.work.Reference;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.joda.money.Money;

/** What requests to a provider are made from, as JSON (docs/programs.md, Providers). */
final class ProviderPayload {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;

  ProviderPayload(Stores stores) {
    this.stores = stores;
  }

  ObjectNode of(Link link, Capability capability, Asking asking) {
    ObjectNode payload = JSON.createObjectNode();
    payload
        .putObject("effect")
        .put("id", asking.id().toString())
        .put("kind", capability.word().substring("pay.".length()))
        .put("reference", Reference.of(asking.id()));
    if (asking.key() != null) {
      payload.put("key", asking.key());
    }
    CheckoutWish wish = asking.wish();
    if (wish != null) {
      checkout(payload.putObject("checkout"), wish);
      stores
          .customers()
          .find(link.companyId(), wish.customerId())
          .ifPresent(customer -> payload.set("customer", tree(CanonicalWriter.line(customer))));
    } else if (asking.amount() != null) {
      ObjectNode refund = payload.putObject("refund");
      put(refund, asking.amount());
      refund.put("description", asking.description());
    }
    link.facts()
        .value(Links.HOOK_URL)
        .ifPresent(url -> payload.putObject("hook").put("url", url.plain()));
    payload.set("settings", JSON.valueToTree(link.connection().settings()));
    payload.set("company", tree(CanonicalWriter.line(link.profile().company())));
    payload.put("today", stores.companies().businessDate(link.profile()).toString());
    return payload;
  }

  private static void checkout(ObjectNode checkout, CheckoutWish wish) {
    checkout.put("id", wish.id().toString());
    put(checkout, wish.amount());
    checkout.put("description", wish.description());
    URI returnTo = wish.returnTo();
    checkout.put("returnTo", returnTo == null ? null : returnTo.toString());
    checkout.put("language", wish.language().code().toLowerCase(Locale.ROOT));
    checkout.put("method", wish.method());
    ArrayNode invoices = checkout.putArray("invoices");
    for (CheckoutWish.Part part : wish.invoices()) {
      put(invoices.addObject().put("number", part.number()), part.amount());
    }
  }

  /** With all digits of the currency. */
  private static void put(ObjectNode object, Money amount) {
    object.put("amount", amount.getAmount().toPlainString());
    object.put("currency", amount.getCurrencyUnit().getCode());
  }

  private static ObjectNode tree(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the canonical form is JSON", e);
    }
  }
}
