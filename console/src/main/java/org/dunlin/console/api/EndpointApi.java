package org.dunlin.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.event.RefusedEndpoint;
import org.dunlin.work.person.RetryEffect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The programs that are told what happens, as programs add and steer them. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/event-endpoints",
    produces = MediaType.APPLICATION_JSON_VALUE)
class EndpointApi {
  private final Stores stores;
  private final ChangeEndpoints changes;
  private final RetryEffect retryEffect;

  EndpointApi(Stores stores, ChangeEndpoints changes, RetryEffect retryEffect) {
    this.stores = stores;
    this.changes = changes;
    this.retryEffect = retryEffect;
  }

  /** All of a company; they are few. */
  @GetMapping
  byte[] endpoints(@PathVariable String company, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return bytes(EndpointJson.all(stores.events().endpoints().of(company), whole(company, by)));
  }

  @GetMapping("/{id}")
  byte[] endpoint(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    return bytes(EndpointJson.of(here(company, id), whole(company, by)));
  }

  /** Adds one; the answer has its secret, this once. */
  @Needs(Right.CONNECT)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> add(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    ChangeEndpoints.Said said = said(request);
    CompanyApi.mustExist(stores, company);
    ChangeEndpoints.Made made = taken(() -> changes.add(company, said, by.getName()));
    ObjectNode json = EndpointJson.of(here(company, made.id()), true);
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/v1/companies/" + company + "/event-endpoints/" + made.id()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(bytes(json.put("secret", made.secret())));
  }

  @Needs(Right.CONNECT)
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] change(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    ChangeEndpoints.Said said = said(request);
    mustBe(taken(() -> changes.change(company, id, said, by.getName())));
    return endpoint(company, id, by);
  }

  /** A new secret, in the answer this once. */
  @Needs(Right.CONNECT)
  @PostMapping("/{id}/rotate")
  byte[] rotate(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    Optional<String> secret = changes.rotate(company, id, by.getName());
    mustBe(secret.isPresent());
    return bytes(EndpointJson.of(here(company, id), true).put("secret", secret.orElseThrow()));
  }

  @Needs(Right.CONNECT)
  @PostMapping("/{id}/pause")
  byte[] pause(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    return switched(company, id, false, by);
  }

  @Needs(Right.CONNECT)
  @PostMapping("/{id}/resume")
  byte[] resume(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    return switched(company, id, true, by);
  }

  private byte[] switched(String company, UUID id, boolean on, Authentication by) {
    here(company, id);
    var unused = changes.switchOn(company, id, on, by.getName());
    return endpoint(company, id, by);
  }

  @Needs(Right.OPERATE)
  @PostMapping("/{id}/test")
  ResponseEntity<byte[]> test(
      @PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBe(changes.test(company, id));
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .contentType(MediaType.APPLICATION_JSON)
        .body(endpoint(company, id, by));
  }

  @Needs(Right.CONNECT)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBe(changes.remove(company, id, by.getName()));
  }

  /** What it was told, the newest first. */
  @GetMapping("/{id}/events")
  byte[] events(
      @PathVariable String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    here(company, id);
    Page<String> page =
        stores
            .events()
            .log()
            .page(company, id, cursor == null ? null : Cursor.read(cursor), most(limit))
            .map(line -> EndpointJson.line(line).toString());
    return RecordApi.json(new ArrayList<>(page.items()), page.next());
  }

  /** One of them: what it was told, and each attempt. */
  @GetMapping("/{id}/events/{event}")
  byte[] event(@PathVariable String company, @PathVariable UUID id, @PathVariable UUID event) {
    mustBe(stores.events().log().told(company, id, event));
    return bytes(
        EndpointJson.event(
            stores.outbox().find(company, event).orElseThrow(),
            stores.events().log().attempts(company, event)));
  }

  /** Tells it again. */
  @Needs(Right.OPERATE)
  @PostMapping("/{id}/events/{event}/again")
  byte[] again(
      @PathVariable String company,
      @PathVariable UUID id,
      @PathVariable UUID event,
      Authentication by) {
    mustBe(stores.events().log().told(company, id, event));
    if (!retryEffect.now(company, event, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The event is on its way, or what it said is not kept any more.");
    }
    return event(company, id, event);
  }

  private static boolean whole(String company, Authentication by) {
    return Permitted.of(by).may(Right.CONNECT, company);
  }

  private EventEndpoint here(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores.events().endpoints().find(company, id).orElseThrow(EndpointApi::absent);
  }

  private static void mustBe(boolean there) {
    if (!there) {
      throw absent();
    }
  }

  private static RuntimeException absent() {
    return ProblemType.NOT_FOUND.because("The company tells no such program anything.");
  }

  private static int most(@Nullable String limit) {
    if (limit == null) {
      return Asking.USUAL;
    }
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > Asking.MOST) {
      Map<String, String> wrong = new LinkedHashMap<>();
      wrong.put(Asking.LIMIT, "limit must be a whole number from 1 to " + Asking.MOST + ".");
      throw new WrongParameters(wrong);
    }
    return Integer.parseInt(limit);
  }

  private static ChangeEndpoints.Said said(HttpServletRequest request) throws IOException {
    TalkBody body = TalkBody.of(request, "An endpoint", "name", "address", "kinds");
    List<EventKind> kinds = new ArrayList<>();
    for (String word : body.texts("kinds")) {
      kinds.add(
          EventKind.of(word)
              .orElseThrow(
                  () ->
                      new WrongRequest(
                          List.of(new FieldError("kinds", "There is no event " + word + ".")))));
    }
    return new ChangeEndpoints.Said(body.textNeeded("name"), body.textNeeded("address"), kinds);
  }

  private static <T> T taken(Supplier<T> change) {
    try {
      return change.get();
    } catch (RefusedEndpoint e) {
      throw new WrongRequest(List.of(new FieldError(e.field(), String.valueOf(e.getMessage()))));
    }
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
