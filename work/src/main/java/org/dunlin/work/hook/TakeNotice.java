package org.dunlin.work.hook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.intake.AcceptPage.Came;
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

  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;
  private final AcceptPage acceptPage;
  private final Clock clock;

  /** Over these stores; a handshake may ask the program. */
  public TakeNotice(
      Stores stores, Links links, AskProgram askProgram, AcceptPage acceptPage, Clock clock) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
    this.acceptPage = acceptPage;
    this.clock = clock;
  }

  /** Whether the connection leads to a program, so that its hook takes notices and not files. */
  public boolean takes(String companyId, String connectionId) {
    return stores.programs().linked().find(companyId, connectionId).isPresent();
  }

  /** Takes what came by the hook's address; empty where there is no hook for it. */
  public Optional<HookAnswer> take(
      String companyId, String connectionId, Map<String, List<String>> headers, byte[] body) {
    Link link;
    try {
      link = links.open(companyId, connectionId);
    } catch (Unlinked e) {
      return Optional.empty();
    }
    return Hooks.of(link.program())
        .map(hooks -> hooks.read(new HookCall(headers, body), link.facts(), clock.instant()))
        .map(verdict -> answer(link, verdict, body));
  }

  private HookAnswer answer(Link link, HookVerdict verdict, byte[] body) {
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
      case HookVerdict.Notices(List<Notice> notices) -> {
        acceptPage.makeRoom();
        stores.transactions().run(() -> keep(link, notices, body));
        stores.hooks().used(link.companyId(), link.id());
        stores.flows().succeeded(link.companyId(), link.id(), FLOW);
        stores.wakeups().wake(Stage.PULL);
        stores.wakeups().wake(Stage.TRANSLATE);
        yield HookAnswer.of(200);
      }
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
  private void keep(Link link, List<Notice> notices, byte[] body) {
    // First of all, as who pulls does: in another order the two would wait for each other.
    stores.programs().linked().lock(link.companyId(), link.id());
    Map<String, Notice> named = new TreeMap<>();
    List<Notice> fresh = new ArrayList<>();
    for (Notice notice : notices) {
      if (notice.eventId() == null) {
        fresh.add(notice);
      } else {
        named.merge(id(notice.eventId()), notice, TakeNotice::together);
      }
    }
    for (String id :
        Set.copyOf(stores.programs().notices().note(link.companyId(), link.id(), named.keySet()))) {
      fresh.add(Objects.requireNonNull(named.get(id)));
    }
    if (!fresh.isEmpty()) {
      want(link, fresh);
      acceptPage.accept(
          new Came(link.companyId(), link.id(), AcceptPage.NOTICES, "notice", null), body);
      stores.programs().linked().noticed(link.companyId(), link.id());
      stores.programs().linked().refresh(link.companyId(), link.id());
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
  private static String id(String eventId) {
    return eventId.length() <= LONGEST_ID
        ? eventId
        : "sha256:"
            + HexFormat.of()
                .formatHex(Digests.sha256().digest(eventId.getBytes(StandardCharsets.UTF_8)));
  }
}
