package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.page.WrongCursor;
import org.dunlin.store.replay.Replay;
import org.dunlin.store.replay.ReplayChoice;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.RefusedEffects;
import org.dunlin.work.person.ReplayMany;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is done again for many at once, as on the pages of the inbox and the outbox. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/replays",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ReplayApi {
  private static final int A_PAGE = 100;

  private final Stores stores;
  private final ReplayMany replayMany;

  ReplayApi(Stores stores, ReplayMany replayMany) {
    this.stores = stores;
    this.replayMany = replayMany;
  }

  /** What a request is about. */
  private enum Of {
    DELIVERIES,
    MESSAGES
  }

  /** The newest first. */
  @GetMapping
  byte[] list(
      @PathVariable String company,
      @RequestParam(name = Asking.CURSOR, required = false) @Nullable String cursor) {
    CompanyApi.mustExist(stores, company);
    Page<String> page = stores.replays().page(company, at(cursor), A_PAGE).map(ReplayJson::line);
    return RecordApi.json(page.items(), page.next());
  }

  @GetMapping("/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id) {
    return json(find(company, id));
  }

  /** Begins: those that are named, or all that failed alike. */
  @Needs(Right.OPERATE)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> begin(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body =
        TalkBody.of(
            request,
            "A replay",
            "of",
            "ids",
            "state",
            "reasonCode",
            "connection",
            "stream",
            "kind");
    ReplayChoice choice = choice(body);
    UUID id =
        replayMany
            .begin(company, choice, by.getName())
            .orElseThrow(() -> ProblemType.OTHER_STATE.because("Nothing is left that fits."));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/companies/" + company + "/replays/" + id))
        .body(json(find(company, id)));
  }

  /** Takes no further step; what was put back already goes on. */
  @Needs(Right.OPERATE)
  @PostMapping("/{id}/stop")
  byte[] stop(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!replayMany.stop(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because("It is at its end.");
    }
    return json(find(company, id));
  }

  private static ReplayChoice choice(TalkBody body) {
    List<UUID> ids = body.ids("ids");
    if (ids.size() > ReplayMany.MOST_CHOSEN) {
      throw wrong("At most " + ReplayMany.MOST_CHOSEN + " ids are taken at once.");
    }
    String connection = body.text("connection");
    return switch (body.wordNeeded("of", Of.class)) {
      case DELIVERIES -> {
        Deliveries.Choice state = body.word("state", Deliveries.Choice.class);
        if (state == null && ids.isEmpty() || state != null && !state.failed()) {
          throw wrong("Give ids, or as the state one of QUARANTINED, POISON, PARTLY.");
        }
        yield new ReplayChoice.OfDeliveries(
            ids,
            new Deliveries.Wanted(
                state == null ? Deliveries.Choice.QUARANTINED : state,
                connection,
                body.text("reasonCode"),
                body.text("stream")));
      }
      case MESSAGES ->
          new ReplayChoice.OfEffects(
              ids, new RefusedEffects.Wanted(connection, body.word("kind", EffectKind.class)));
    };
  }

  private static RuntimeException wrong(String sentence) {
    return ProblemType.WRONG_FIELD.because(sentence);
  }

  private static @Nullable Cursor at(@Nullable String cursor) {
    try {
      return cursor == null ? null : Cursor.read(cursor);
    } catch (WrongCursor e) {
      throw ProblemType.NOT_UNDERSTOOD.because("The cursor is none that this list gave.");
    }
  }

  private Replay find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .replays()
        .find(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no such replay."));
  }

  private static byte[] json(Replay replay) {
    return ReplayJson.line(replay).getBytes(StandardCharsets.UTF_8);
  }
}
