package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.work.debit.Collections;
import org.dunlin.work.debit.Mandates;
import org.dunlin.work.debit.NotTaken;
import org.dunlin.work.debit.Refusal;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.record.DebitJson;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mandates and what is collected by them, as on the pages. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class MandateApi {
  private static final int MOST = 500;

  private final Stores stores;
  private final Mandates mandates;
  private final Collections collections;

  MandateApi(Stores stores, SourceHolds sources, Clock clock) {
    this.stores = stores;
    mandates = new Mandates(stores);
    collections = new Collections(stores, sources, clock);
  }

  /** Those of a customer, with all who are one with it; the latest signed first. */
  @GetMapping("/customers/{id}/mandates")
  byte[] ofCustomer(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    if (stores.customers().find(company, id).isEmpty()) {
      throw new NoSuchCustomer();
    }
    return RecordApi.json(
        stores
            .debits()
            .mandates()
            .ofCustomers(company, stores.customerLinks().group(company, id))
            .stream()
            .map(kept -> json(company, kept))
            .toList(),
        null);
  }

  @GetMapping("/mandates/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id) {
    return bytes(json(company, find(company, id)));
  }

  @Needs(Right.DECIDE)
  @PostMapping(path = "/mandates", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] enter(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body =
        TalkBody.of(
            request,
            "A mandate",
            "customerId",
            "reference",
            "scheme",
            "iban",
            "bic",
            "holder",
            "signedOn",
            "once",
            "confirmedOn",
            "lastCollectedOn");
    Mandates.Entered entered =
        new Mandates.Entered(
            body.idNeeded("customerId"),
            body.text("reference"),
            body.wordNeeded("scheme", MandateScheme.class),
            body.textNeeded("iban"),
            body.text("bic"),
            body.textNeeded("holder"),
            body.dateNeeded("signedOn"),
            body.truth("once"),
            body.date("confirmedOn"),
            body.date("lastCollectedOn"));
    UUID id = taking(() -> mandates.enter(company, entered, by.getName()));
    return bytes(json(company, find(company, id)));
  }

  /** Another account, holder or reference of the same permission. */
  @Needs(Right.COLLECT)
  @PostMapping(path = "/mandates/{id}/amend", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] amend(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    TalkBody body = TalkBody.of(request, "An amendment", "reference", "iban", "bic", "holder");
    String iban = body.textNeeded("iban");
    String holder = body.textNeeded("holder");
    return changed(
        company,
        id,
        () ->
            mandates.amend(
                company, id, body.text("reference"), iban, body.text("bic"), holder, by.getName()));
  }

  /** It is in force from now on. */
  @Needs(Right.DECIDE)
  @PostMapping("/mandates/{id}/confirm")
  byte[] confirm(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    return changed(company, id, () -> mandates.confirm(company, id, by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/mandates/{id}/revoke")
  byte[] revoke(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    TalkBody body = TalkBody.orNothing(request, "A reason", "outcome");
    return changed(
        company, id, () -> mandates.revoke(company, id, body.text("outcome"), by.getName()));
  }

  /** What is under way, the latest first. */
  @GetMapping("/debits")
  byte[] debits(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return RecordApi.json(
        stores
            .debits()
            .debits()
            .in(
                company,
                EnumSet.of(DebitState.ANNOUNCED, DebitState.IN_FILE, DebitState.SUBMITTED),
                MOST)
            .stream()
            .map(DebitJson::debit)
            .toList(),
        null);
  }

  /** Takes one back whose file has not left. */
  @Needs(Right.DECIDE)
  @PostMapping("/debits/{id}/withdraw")
  byte[] withdraw(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    CompanyApi.mustExist(stores, company);
    taking(
        () -> {
          collections.withdraw(company, id, by.getName());
          return id;
        });
    return bytes(DebitJson.debit(stores.debits().debits().find(company, id).orElseThrow()));
  }

  /** Files of direct debits, without what stands in them; the latest first. */
  @GetMapping("/collections")
  byte[] files(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return RecordApi.json(
        stores.debits().files().of(company, MOST).stream()
            .map(file -> DebitJson.file(file, List.of()))
            .toList(),
        null);
  }

  @GetMapping("/collections/{id}")
  byte[] file(@PathVariable String company, @PathVariable UUID id) {
    return bytes(whole(company, id));
  }

  /** Lets it leave. */
  @Needs(Right.COLLECT)
  @PostMapping("/collections/{id}/approve")
  byte[] approve(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    whole(company, id);
    taking(() -> collections.approve(company, id, by.getName()));
    return bytes(whole(company, id));
  }

  /** Lets it not leave. */
  @Needs(Right.DECIDE)
  @PostMapping("/collections/{id}/refuse")
  byte[] refuse(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    whole(company, id);
    taking(
        () -> {
          collections.refuse(company, id, by.getName());
          return id;
        });
    return bytes(whole(company, id));
  }

  private String whole(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    CollectionFile file =
        stores
            .debits()
            .files()
            .find(company, id)
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no such file."));
    return DebitJson.file(file, stores.debits().debits().ofCollection(company, id));
  }

  private byte[] changed(String company, UUID id, Runnable change) {
    taking(
        () -> {
          change.run();
          return id;
        });
    return bytes(json(company, find(company, id)));
  }

  /** Does it, or says in the answer why it does not stand. */
  private static <T> T taking(Supplier<T> act) {
    try {
      return act.get();
    } catch (NotTaken e) {
      boolean state =
          e.refusal() == Refusal.ENDED
              || e.refusal() == Refusal.NOT_LIVE
              || e.refusal() == Refusal.FACTS_TO_COME
              || e.refusal() == Refusal.NOT_COVERED
              || e.refusal() == Refusal.NOT_READ
              || e.refusal() == Refusal.TAKEN;
      ProblemType type =
          e.refusal() == Refusal.NOT_THERE
              ? ProblemType.NOT_FOUND
              : state ? ProblemType.OTHER_STATE : ProblemType.WRONG_FIELD;
      throw type.because(e.refusal().sentence());
    }
  }

  private KeptMandate find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .debits()
        .mandates()
        .find(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no such mandate."));
  }

  private String json(String company, KeptMandate kept) {
    return DebitJson.mandate(kept, stores.debits().mandates().amendments(company, kept.id()));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
