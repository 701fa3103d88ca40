package org.dunlin.work.hook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.connectors.program.hook.HookCall;
import org.dunlin.connectors.program.hook.HookVerdict;
import org.dunlin.connectors.program.hook.Hooks;
import org.dunlin.connectors.program.hook.Notice;
import org.dunlin.connectors.program.pull.Wanted;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Digests;
import org.dunlin.store.Stores;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.work.Rush;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.link.WantedObjects;
import org.dunlin.work.quota.Use;

/**
 * Takes a notice: verified, kept, answered. It is a hint: the objects that it tells of are fetched,
 * each once however many notices tell of it, and polls go on behind it.
 */
public final class TakeNotice {
  private static final String FLOW = "hook";
  private static final int LONGEST_ID = 200;

  /** Kept in one transaction; a program waits for the answer meanwhile. */
  private static final int MOST_TOGETHER = 50;

  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;
  private final AcceptPage acceptPage;
  private final Clock clock;
  private volatile Rush rush = Rush.NEVER;
  private final Map<Hook, InGroups<Call, Optional<Read>>> groups = new ConcurrentHashMap<>();

  private record Hook(String companyId, String connectionId) {}

  private record Call(Map<String, List<String>> headers, byte[] body) {}

  /** What a call told, and its bytes. */
  private record Told(List<Notice> notices, byte[] body) {}

  /** What a call was found to be. */
  private record Read(Link link, HookVerdict verdict) {}

  /** Over these stores; a handshake may ask the program. */
  public TakeNotice(
      Stores stores, Links links, AskProgram askProgram, AcceptPage acceptPage, Clock clock) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
    this.acceptPage = acceptPage;
    this.clock = clock;
  }

  /** This is told of each notice that is kept. */
  public TakeNotice tell(Rush told) {
    rush = told;
    return this;
  }

  /** Whether the connection leads to a program, so that its hook takes notices and not files. */
  public boolean takes(String companyId, String connectionId) {
    return stores.programs().linked().find(companyId, connectionId).isPresent();
  }

  /**
   * Takes what came by the hook's address; empty where there is no hook for it. What comes of one
   * connection at the same time is kept in one transaction, and each is answered after it.
   */
  public Optional<HookAnswer> take(
      String companyId, String connectionId, Map<String, List<String>> headers, byte[] body) {
    return groups
        .computeIfAbsent(
            new Hook(companyId, connectionId),
            hook -> new InGroups<>(MOST_TOGETHER, calls -> together(hook, calls)))
        .take(new Call(headers, body))
        .map(read -> answer(read.link(), read.verdict()));
  }

  private List<Optional<Read>> together(Hook hook, List<Call> calls) {
    Link link;
    try {
      link = links.open(hook.companyId(), hook.connectionId());
    } catch (Unlinked e) {
      return Collections.nCopies(calls.size(), Optional.empty());
    }
    Optional<Hooks> hooks = Hooks.of(link.program());
    if (hooks.isEmpty()) {
      return Collections.nCopies(calls.size(), Optional.empty());
    }
    List<Optional<Read>> read = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (Call call : calls) {
      HookVerdict verdict =
          hooks
              .get()
              .read(new HookCall(call.headers(), call.body()), link.facts(), clock.instant());
      read.add(Optional.of(new Read(link, verdict)));
      if (verdict instanceof HookVerdict.Notices(List<Notice> notices)) {
        told.add(new Told(notices, call.body()));
      }
    }
    if (!told.isEmpty()) {
      keep(link, told);
    }
    return read;
  }

  private void keep(Link link, List<Told> told) {
    acceptPage.makeRoom();
    stores.transactions().run(() -> keepAll(link, told));
    told.forEach(each -> rush.came());
    stores.hooks().used(link.companyId(), link.id());
    stores.flows().succeeded(link.companyId(), link.id(), FLOW);
    stores.wakeups().wake(Stage.PULL);
  }

  private HookAnswer answer(Link link, HookVerdict verdict) {
    return switch (verdict) {
      case HookVerdict.Wrong(String sentence) -> {
        stores.flows().failed(link.companyId(), link.id(), FLOW, sentence);
        yield HookAnswer.of(401);
      }
      case HookVerdict.Unreadable(String sentence) -> {
        stores.flows().failed(link.companyId(), link.id(), FLOW, sentence);
        yield HookAnswer.of(400);
      }
      case HookVerdict.Handshake handshake -> shaken(link, handshake);
      case HookVerdict.Notices notices -> HookAnswer.of(200); // they are kept
    };
  }

  private HookAnswer shaken(Link link, HookVerdict.Handshake handshake) {
    String secret = handshake.secret();
    boolean known = link.facts().value(Links.HOOK_SECRET).isPresent();
    if (secret != null && !known) {
      stores
          .transactions()
          .run(
              () ->
                  stores
                      .programs()
                      .secrets()
                      .put(link.companyId(), link.id(), Links.HOOK_SECRET, secret));
    }
    HttpCall then = handshake.then();
    if (then != null
        && !(askProgram.ask(link, Use.URGENT, facts -> then) instanceof Asked.Answered)) {
      stores
          .flows()
          .failed(
              link.companyId(),
              link.id(),
              FLOW,
              "The program did not take the answer to its test of the address.");
    }
    return new HookAnswer(200, handshake.headers());
  }

  /** What came before under the same id is known, and is answered like any other. */
  private void keepAll(Link link, List<Told> told) {
    // First of all, as who pulls does: in another order the two would wait for each other.
    stores.programs().linked().lock(link.companyId(), link.id());
    Map<String, Notice> named = new TreeMap<>();
    told.forEach(
        each ->
            each.notices().stream()
                .filter(notice -> notice.eventId() != null)
                .forEach(notice -> named.merge(key(notice), notice, TakeNotice::together)));
    Set<String> fresh =
        Set.copyOf(stores.programs().notices().note(link.companyId(), link.id(), named.keySet()));
    List<Notice> wanted = new ArrayList<>();
    fresh.forEach(id -> wanted.add(Objects.requireNonNull(named.get(id))));
    List<Told> kept = new ArrayList<>();
    for (Told each : told) {
      each.notices().stream().filter(notice -> notice.eventId() == null).forEach(wanted::add);
      if (each.notices().stream()
          .anyMatch(notice -> notice.eventId() == null || fresh.contains(key(notice)))) {
        kept.add(each);
      }
    }
    if (!kept.isEmpty()) {
      want(link, wanted);
      kept.forEach(each -> acceptPage.acceptNotice(link.companyId(), link.id(), each.body()));
      stores.programs().linked().noticed(link.companyId(), link.id());
    }
  }

  /** A call may tell of several objects under the id of one event. */
  private static Notice together(Notice one, Notice other) {
    List<Wanted> wanted = new ArrayList<>(one.wanted());
    wanted.addAll(other.wanted());
    return new Notice(one.eventId(), wanted);
  }

  private void want(Link link, List<Notice> notices) {
    List<WantedObject> wanted = new ArrayList<>();
    notices.forEach(notice -> notice.wanted().forEach(each -> wanted.add(WantedObjects.of(each))));
    stores.programs().wanted().want(link.companyId(), link.id(), wanted, Urgency.NOTICE);
  }

  /** A long id is known by its digest. */
  private static String key(Notice notice) {
    String eventId = Objects.requireNonNull(notice.eventId());
    return eventId.length() <= LONGEST_ID
        ? eventId
        : "sha256:"
            + HexFormat.of()
                .formatHex(Digests.sha256().digest(eventId.getBytes(StandardCharsets.UTF_8)));
  }
}
