package org.dunlin.console.api;

import java.util.List;
import java.util.function.Function;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.page.Page;
import org.dunlin.store.record.Asked;
import org.dunlin.store.record.Listing;
import org.dunlin.store.record.Pay;
import org.dunlin.store.record.Records;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.record.KeptJson;
import org.dunlin.work.record.PayJson;
import org.dunlin.work.record.TalkJson;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.ErrorResponseException;

/** The lists of the API: their names in its paths, and the JSON of their items. */
final class Lists {
  /** The names as a pattern of paths. */
  static final String NAMES =
      "customers|invoices|payments|statements|allocations|adjustments|actions|messages|deliveries"
          + "|journal|questions|promises|disputes|arrangements|holds|notes|payment-links";

  private final Stores stores;
  private final Records records;

  /** So many attempts to pay are shown with a link. */
  static final int ATTEMPTS = 50;

  private final PaymentLinks links;

  Lists(Stores stores, PaymentLinks links) {
    this.stores = stores;
    this.links = links;
    records = stores.records();
  }

  /** A list, and how its items are written in it and alone. */
  record Shown<T>(Listing<T> list, Function<T, String> json, Function<T, String> alone) {
    Page<String> page(Asked asked) {
      return list.page(asked).map(json);
    }

    String find(String companyId, String id) {
      return list.find(companyId, id).map(alone).orElseThrow(Lists::nothing);
    }
  }

  Shown<?> named(String name) {
    return switch (name) {
      case "customers" -> canonical(records.customers());
      case "invoices" -> canonical(records.invoices());
      case "payments" -> canonical(records.payments());
      case "statements" -> canonical(records.statements());
      case "allocations" ->
          shown(records.allocations(), line -> CanonicalWriter.line(line.allocation()));
      case "adjustments" ->
          shown(records.adjustments(), line -> CanonicalWriter.line(line.adjustment()));
      case "actions" -> canonical(records.actions());
      case "messages" -> shown(records.messages(), KeptJson::message);
      case "deliveries" ->
          new Shown<>(
              records.deliveries(),
              KeptJson::delivery,
              line ->
                  KeptJson.delivery(
                      line,
                      stores
                          .problems()
                          .of(
                              line.delivery().companyId(),
                              line.delivery().id(),
                              line.delivery().name()),
                      stores
                          .deliveryOrigins()
                          .find(line.delivery().companyId(), line.delivery().id())));
      case "journal" -> shown(records.journal(), KeptJson::entry);
      case "questions" -> shown(records.questions(), QuestionJson::line);
      case "promises" -> shown(records.talk().promises(), TalkJson::standstill);
      case "disputes" -> shown(records.talk().disputes(), TalkJson::standstill);
      case "arrangements" -> shown(records.talk().arrangements(), TalkJson::standstill);
      case "holds" -> shown(records.talk().holds(), TalkJson::standstill);
      case "notes" -> shown(records.talk().notes(), TalkJson::entry);
      case "payment-links" ->
          new Shown<>(
              records.pay().links(),
              each -> CanonicalWriter.line(shown(each)),
              each ->
                  PayJson.link(
                      shown(each),
                      stores
                          .pay()
                          .checkouts()
                          .ofLink(each.companyId(), each.link().id(), ATTEMPTS)));
      default -> throw nothing();
    };
  }

  /** Whoever has the address acts as the payer: it is for those alone who could make one. */
  private PaymentLink shown(Pay.OfCompany each) {
    PaymentLink link = links.shown(each.companyId(), List.of(each.link())).getFirst();
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    return Permitted.of(caller).may(Right.DECIDE, each.companyId())
        ? link
        : new PaymentLink(
            link.id(),
            link.customerId(),
            link.invoiceIds(),
            link.amount(),
            null,
            link.state(),
            link.expiresAt());
  }

  /** The names of all lists. */
  static List<String> names() {
    return List.of(NAMES.split("\\|"));
  }

  private static <T extends CanonicalRecord> Shown<T> canonical(Listing<T> list) {
    return shown(list, CanonicalWriter::line);
  }

  private static <T> Shown<T> shown(Listing<T> list, Function<T, String> json) {
    return new Shown<>(list, json, json);
  }

  private static ErrorResponseException nothing() {
    return ProblemType.NOT_FOUND.because("The company has nothing of this kind with this id.");
  }
}
