package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCalls.Of;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.record.CallJson;
import org.dunlin.work.record.TraceJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Traces, and the calls to programs and mail servers at their end. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class CallApi {
  private static final int MOST = 50;
  private static final String MESSAGE = "message";
  private static final String DELIVERY = "delivery";

  private final Stores stores;
  private final NoteLook looks;

  CallApi(Stores stores) {
    this.stores = stores;
    this.looks = new NoteLook(stores);
  }

  /** Of a message, or of what a program was told. */
  @GetMapping("/messages/{id}/calls")
  byte[] ofMessage(
      @PathVariable String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor) {
    CompanyApi.mustExist(stores, company);
    here(stores.outbox().find(company, id), MESSAGE);
    return page(company, new Of.Thing(id), cursor);
  }

  /** Those that brought a delivery. */
  @GetMapping("/deliveries/{id}/calls")
  byte[] ofDelivery(
      @PathVariable String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor) {
    CompanyApi.mustExist(stores, company);
    here(stores.views().deliveries().find(company, id), DELIVERY);
    return page(company, new Of.Delivery(id), cursor);
  }

  /** Of a connection. */
  @GetMapping("/connections/{id}/calls")
  byte[] ofConnection(
      @PathVariable String company,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String cursor) {
    CompanyApi.mustExist(stores, company);
    CompanyApi.connection(stores, company, id);
    return page(company, new Of.Connection(id), cursor);
  }

  /** One with what was asked and answered; that somebody looked is noted. */
  @Needs(Right.SEE_RAW)
  @GetMapping("/calls/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id, Principal by) {
    CompanyApi.mustExist(stores, company);
    OutboundCall call = here(stores.outboundCalls().find(company, id), "call");
    if (call.transcript() != null) {
      looks.atCall(call, by.getName());
    }
    return bytes(CallJson.withTexts(call));
  }

  /** From a delivery to what left because of it. */
  @GetMapping("/deliveries/{id}/trace")
  byte[] forward(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    return bytes(TraceJson.of(here(stores.views().chains().ofDelivery(company, id), DELIVERY)));
  }

  /** From what left to the deliveries that brought its facts. */
  @GetMapping("/messages/{id}/trace")
  byte[] backward(@PathVariable String company, @PathVariable UUID id) {
    CompanyApi.mustExist(stores, company);
    return bytes(TraceJson.of(here(stores.views().chains().ofEffect(company, id), MESSAGE)));
  }

  private static <T> T here(Optional<T> found, String kind) {
    return found.orElseThrow(
        () -> ProblemType.NOT_FOUND.because("There is no " + kind + " of this id."));
  }

  private byte[] page(String company, Of of, @Nullable String cursor) {
    Cursor after = cursor == null ? null : Cursor.read(cursor);
    Page<OutboundCall> page = stores.outboundCalls().page(company, of, after, MOST);
    return RecordApi.json(page.items().stream().map(CallJson::one).toList(), page.next());
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
