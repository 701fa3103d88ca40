package org.dunlin.work.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Verification;
import org.dunlin.connectors.program.Webhooks;
import org.dunlin.connectors.program.hook.Hooks;
import org.dunlin.connectors.program.hook.Subscribed;
import org.dunlin.connectors.program.hook.Subscribing;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Subscriptions.Subscription;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * Asks programs for notices, where they offer that and somebody outside reaches this hub: makes the
 * hook, subscribes, and renews before the end. What does not come about is tried again in an hour,
 * after asking what stands already; polls go on meanwhile.
 */
public final class Subscribe {
  private static final String FLOW = "hook";
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Stores stores;
  private final AskProgram askProgram;
  private final PushFile hooks;
  private final HookAddress address;
  private final Links links;
  private final Clock clock;

  /** Over these stores; the address is the one that programs are told. */
  public Subscribe(
      Stores stores,
      AskProgram askProgram,
      PushFile hooks,
      HookAddress address,
      Links links,
      Clock clock) {
    this.stores = stores;
    this.askProgram = askProgram;
    this.hooks = hooks;
    this.address = address;
    this.links = links;
    this.clock = clock;
  }

  /** Subscribes and renews what is due of a connection. */
  public void care(Link link) {
    Optional<Subscribing> subscribing = Hooks.of(link.program()).flatMap(Hooks::subscribing);
    if (subscribing.isEmpty()) {
      if (addressGoesAlong(link)) {
        Optional<Link> unused = reached(link);
      }
      return;
    }
    Optional<Link> reached = reached(link);
    if (reached.isPresent()) {
      StandingHooks standing = new StandingHooks(askProgram, reached.get(), subscribing.get());
      for (String subject : subscribing.get().each()) {
        if (!care(reached.get(), subscribing.get(), standing, subject)) {
          return;
        }
      }
    }
  }

  /**
   * A provider that is told the address with each payment needs no subscription, and signs none.
   */
  private static boolean addressGoesAlong(Link link) {
    Webhooks webhooks = link.manifest().webhooks();
    return link.manifest().pay() != null
        && webhooks != null
        && webhooks.verify() instanceof Verification.None;
  }

  /** With the address of the connection's hook, which is made where there is none. */
  private Optional<Link> reached(Link link) {
    if (link.facts().value(Links.HOOK_URL).isPresent()) {
      return Optional.of(link);
    }
    if (address.of(link.companyId(), link.id(), "").isEmpty()) {
      return Optional.empty();
    }
    stores
        .transactions()
        .run(
            () -> {
              String secret = hooks.make(link.companyId(), link.id(), FLOW);
              String url = address.of(link.companyId(), link.id(), secret).orElseThrow();
              stores.programs().secrets().put(link.companyId(), link.id(), Links.HOOK_URL, url);
            });
    return Optional.of(links.open(link.companyId(), link.id()));
  }

  /** Whether the next subject may be asked for at once. */
  private boolean care(Link link, Subscribing subscribing, StandingHooks standing, String subject) {
    Optional<Subscription> known =
        stores.programs().subscriptions().of(link.companyId(), link.id()).stream()
            .filter(each -> each.subject().equals(subject))
            .findFirst();
    if (known.isPresent() && !known.get().due()) {
      return true;
    }
    Optional<String> id = known.map(Subscription::id);
    Asked asked =
        id.filter(each -> subscribing.renews())
            .map(each -> renewed(link, subscribing, subject, each))
            .orElseGet(Asked.Gone::new);
    if (asked instanceof Asked.Gone) { // there is none, or it has ended already
      boolean keeps = id.isEmpty() && subscribing.worksUnanswered();
      return make(link, subscribing, standing, subject, keeps);
    }
    return record(link, subscribing, subject, asked);
  }

  private Asked renewed(Link link, Subscribing subscribing, String subject, String id) {
    return askProgram.ask(
        link,
        Use.URGENT,
        held -> subscribing.renew(subject, held.with("hook.id", id)).orElseThrow());
  }

  /** Makes one, unless one stands of which the answer was lost. */
  private boolean make(
      Link link, Subscribing subscribing, StandingHooks standing, String subject, boolean keeps) {
    return switch (standing.of(subject)) {
      case StandingHooks.Found.Unknown(Asked why) -> record(link, subscribing, subject, why);
      case StandingHooks.Found.Ids(List<String> ids) -> {
        int kept = keeps && !ids.isEmpty() ? 1 : 0;
        if (subscribing.removes()) {
          for (String other : ids.subList(kept, ids.size())) {
            Optional<Asked> amiss = standing.end(other);
            if (amiss.isPresent()) {
              yield record(link, subscribing, subject, amiss.get());
            }
          }
        }
        if (kept == 1) {
          stands(link, subscribing, subject, ids.getFirst());
          yield true;
        }
        yield record(
            link,
            subscribing,
            subject,
            askProgram.ask(link, Use.URGENT, held -> subscribing.subscribe(subject, held)));
      }
    };
  }

  /** One whose answer was lost: when it ends is not known, so it is renewed at once. */
  private void stands(Link link, Subscribing subscribing, String subject, String id) {
    put(link, subject, id, subscribing.ends() ? Duration.ZERO : null, null);
    stores.flows().succeeded(link.companyId(), link.id(), FLOW);
  }

  /** Whether the next subject may be asked for at once. */
  private boolean record(Link link, Subscribing subscribing, String subject, Asked asked) {
    switch (asked) {
      case Asked.Answered answered -> subscribed(link, subscribing, subject, answered.reply());
      case Asked.Gone gone -> failed(link, subject, "The program does not know it any more.");
      case Asked.NotNow notNow -> put(link, subject, null, notNow.pause(), null);
      case Asked.Failed failed -> failed(link, subject, failed.sentence());
      case Asked.Refused refused -> failed(link, subject, refused.sentence());
      case Asked.Closed closed -> failed(link, subject, closed.sentence());
    }
    return !(asked instanceof Asked.NotNow);
  }

  private void subscribed(Link link, Subscribing subscribing, String subject, HttpReply reply) {
    try {
      Subscribed answer = subscribing.subscribed(reply, link.facts(), clock.instant());
      Instant from = answer.renewFrom();
      Duration renewAfter = from == null ? null : Duration.between(clock.instant(), from);
      stores
          .transactions()
          .run(
              () -> {
                stores
                    .programs()
                    .subscriptions()
                    .put(link.companyId(), link.id(), subject, answer.id(), renewAfter, null);
                if (answer.secret() != null) {
                  stores
                      .programs()
                      .secrets()
                      .put(link.companyId(), link.id(), Links.HOOK_SECRET, answer.secret());
                }
              });
      stores.flows().succeeded(link.companyId(), link.id(), FLOW);
    } catch (NotJson | MappingFailed e) {
      failed(link, subject, "The answer to the subscription cannot be read.");
    }
  }

  private void failed(Link link, String subject, String sentence) {
    put(link, subject, null, AGAIN, sentence);
    stores
        .flows()
        .failed(link.companyId(), link.id(), FLOW, "The program sends no notices: " + sentence);
  }

  private void put(
      Link link,
      String subject,
      @Nullable String id,
      @Nullable Duration again,
      @Nullable String failure) {
    stores
        .transactions()
        .run(
            () ->
                stores
                    .programs()
                    .subscriptions()
                    .put(link.companyId(), link.id(), subject, id, again, failure));
  }
}
