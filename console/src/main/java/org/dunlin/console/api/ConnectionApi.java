package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.console.login.ReturnAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.offer.AskedSetting;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.Permission;
import org.dunlin.work.offer.Permission.Begun;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.TestConnection;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.program.TestProgram;
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
import org.springframework.web.bind.annotation.RestController;

/** The connections of a company: how they stand, and what people do with them. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/connections",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ConnectionApi {
  private final Stores stores;
  private final ShownConnections connections;
  private final ChangeConnection changes;
  private final Permission permission;
  private final TestConnection testConnection;
  private final SteerProgram steerProgram;
  private final RemoveProgram removeProgram;
  private final Decisions decisions;

  ConnectionApi(
      Stores stores,
      ShownConnections connections,
      ChangeConnection changes,
      Permission permission,
      TestConnection testConnection,
      SteerProgram steerProgram,
      RemoveProgram removeProgram,
      Decisions decisions) {
    this.stores = stores;
    this.connections = connections;
    this.changes = changes;
    this.permission = permission;
    this.testConnection = testConnection;
    this.steerProgram = steerProgram;
    this.removeProgram = removeProgram;
    this.decisions = decisions;
  }

  @GetMapping
  byte[] connections(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return RecordApi.json(
        connections.of(company).stream().map(ConnectionJson::line).toList(), null);
  }

  @GetMapping("/{id}")
  byte[] connection(@PathVariable String company, @PathVariable String id) {
    return json(shown(company, id));
  }

  /** Adds a connection to a program, or replaces its settings; secrets that are absent stay. */
  @Needs(Right.CONNECT)
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> put(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    ConnectionJson.Said said = ConnectionJson.said(SmallBody.of(request, "A connection"));
    Optional<Connection> before = stores.connections().find(company, id);
    if (before.isEmpty()) {
      changes.add(company, id, said.program(), said.settings(), author(by));
      return ResponseEntity.created(
              URI.create("/api/v1/companies/" + company + "/connections/" + id))
          .body(json(shown(company, id)));
    }
    if (!before.get().program().equals(said.program())) {
      throw ProblemType.OTHER_PROGRAM.because(
          "The connection leads to "
              + before.get().program()
              + "; give the new one another id, or remove the old one first.");
    }
    change(steered(company, id), whole(before.get(), said.settings()), by);
    return ResponseEntity.ok(json(shown(company, id)));
  }

  /** Takes new secrets; they are never given out again. */
  @Needs(Right.CONNECT)
  @PutMapping(path = "/{id}/secrets", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> secrets(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    ShownConnection shown = steered(company, id);
    Map<String, String> given = ConnectionJson.values(SmallBody.of(request, "A connection"));
    given.values().removeIf(String::isBlank);
    if (given.isEmpty()) {
      throw new WrongRequest(
          "Nothing is given; name each secret that is new, as in {\"apiKey\": \"…\"}.");
    }
    for (String name : given.keySet()) {
      boolean secret =
          Stream.ofNullable(shown.offered())
              .flatMap(offered -> offered.setting(name).stream())
              .anyMatch(AskedSetting::secret);
      if (!secret) {
        throw new WrongRequest(
            List.of(
                new ProfileJson.FieldError(
                    name, name + " is no secret of this program; put the settings for it.")));
      }
    }
    change(shown, given, by);
    return ResponseEntity.noContent().build();
  }

  private void change(ShownConnection shown, Map<String, String> given, Authentication by) {
    Map<String, String> differs = new TreeMap<>(given);
    shown.connection().settings().forEach((name, value) -> differs.remove(name, value));
    shown.fixed().ifPresent(said -> said.refuse(differs.keySet()));
    if (!differs.isEmpty()) {
      changes.change(shown.connection().companyId(), shown.id(), differs, author(by));
    }
  }

  /** What is there and is not said any more is said to be nothing. */
  private static Map<String, String> whole(Connection before, Map<String, String> said) {
    Map<String, String> whole = new TreeMap<>();
    before.settings().keySet().forEach(name -> whole.put(name, ""));
    whole.putAll(said);
    return whole;
  }

  @Needs(Right.OPERATE)
  @PostMapping("/{id}/test")
  Tested test(@PathVariable String company, @PathVariable String id) {
    if (!steered(company, id).isAsked()) {
      throw ProblemType.NO_PROGRAM.because(
          "Nobody looks anywhere on this road: people upload files, and programs send them, so that"
              + " there is nothing to test.");
    }
    TestProgram.Tested tested = testConnection.test(company, id);
    return new Tested(tested.holds(), tested.sentence());
  }

  /** What came of a test. */
  record Tested(boolean holds, String sentence) {}

  /** Reads what has changed at once, or all of it anew. */
  @Needs(Right.OPERATE)
  @PostMapping("/{id}/sync")
  ResponseEntity<byte[]> sync(
      @PathVariable String company,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean anew,
      Authentication by) {
    MayBeAsked.now(linked(company, id));
    if (anew) {
      steerProgram.beginAnew(company, id, author(by));
    } else {
      steerProgram.syncNow(company, id, author(by));
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(json(shown(company, id)));
  }

  @Needs(Right.OPERATE)
  @PostMapping("/{id}/pause")
  byte[] pause(@PathVariable String company, @PathVariable String id, Authentication by) {
    return paused(company, id, true, by);
  }

  @Needs(Right.OPERATE)
  @PostMapping("/{id}/resume")
  byte[] resume(@PathVariable String company, @PathVariable String id, Authentication by) {
    return paused(company, id, false, by);
  }

  private byte[] paused(String company, String id, boolean paused, Authentication by) {
    if (!shown(company, id).leadsToProgram()) {
      decisions.pause(company, id, paused, by.getName());
    } else if (paused) {
      steerProgram.pause(company, id, author(by));
    } else {
      steerProgram.resume(company, id, author(by));
    }
    return json(shown(company, id));
  }

  /** Answers whether the many that were not there any more are gone. */
  @Needs(Right.CONNECT)
  @PostMapping(path = "/{id}/missing", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] missing(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "An answer", "stream", "gone");
    String stream = body.textNeeded("stream");
    boolean gone = body.truthNeeded("gone");
    if (shown(company, id).asked().stream().map(StreamState::stream).noneMatch(stream::equals)) {
      throw ProblemType.OTHER_STATE.because("Nothing is asked of this stream of the connection.");
    }
    steerProgram.decideMissing(company, id, stream, gone, author(by));
    return json(shown(company, id));
  }

  /** The address at which a person permits the access; they come back to the console. */
  @Needs(Right.CONNECT)
  @PostMapping("/{id}/authorise")
  Map<String, String> authorise(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by) {
    linked(company, id);
    return switch (permission.begin(company, id, ReturnAddress.of(request), author(by))) {
      case Begun.Sent(URI address) -> Map.of("address", address.toString());
      case Begun.Refused(String sentence) -> throw ProblemType.NO_PERSON_ASKED.because(sentence);
    };
  }

  /** Ends a connection; {@code data} says what becomes of what came by it. */
  @Needs(Right.CONNECT)
  @DeleteMapping("/{id}")
  ResponseEntity<Void> remove(
      @PathVariable String company,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String data,
      Authentication by) {
    shown(company, id);
    RemoveProgram.Data kept =
        Stream.of(RemoveProgram.Data.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(data))
            .findFirst()
            .orElseThrow(
                () ->
                    new WrongParameters(
                        Map.of(
                            "data",
                            "data must be keep or void: what becomes of what came by the"
                                + " connection.")));
    FixedConnection.refuseRemoval(stores, company, id);
    removeProgram.remove(company, id, kept, author(by));
    return ResponseEntity.noContent().build();
  }

  private ShownConnection shown(String company, String id) {
    CompanyApi.mustExist(stores, company);
    return connections
        .find(company, id)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no connection of this id."));
  }

  /** One with settings of its own: to a program, or a road. */
  private ShownConnection steered(String company, String id) {
    ShownConnection shown = shown(company, id);
    return shown.isRoad() ? shown : linked(company, id);
  }

  private ShownConnection linked(String company, String id) {
    ShownConnection shown = shown(company, id);
    if (!shown.leadsToProgram()) {
      throw ProblemType.NO_PROGRAM.because(
          "The connection watches a folder or is another road; only one to a program can do this.");
    }
    return shown;
  }

  private static byte[] json(ShownConnection shown) {
    return ConnectionJson.line(shown).getBytes(StandardCharsets.UTF_8);
  }

  private static Author author(Authentication by) {
    return Permitted.forSomeOnly(by, Right.CONNECT)
        ? Author.overApiForOne(by.getName())
        : Author.overApi(by.getName());
  }
}
