package org.dunlin.work.hook;

import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.hook.Subscribing;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of one connection that its program has already. An answer that was lost leaves
 * one of which the hub knows nothing, so the program is asked before another is made; once, however
 * many subjects there are.
 */
public final class StandingHooks {
  private final AskProgram askProgram;
  private final Link link;
  private final Subscribing subscribing;
  private @Nullable Asked list;

  /** Those of this connection; the link knows the address of the hook, where there is one. */
  public StandingHooks(AskProgram askProgram, Link link, Subscribing subscribing) {
    this.askProgram = askProgram;
    this.link = link;
    this.subscribing = subscribing;
  }

  /** What stands of a subject. */
  public sealed interface Found {
    /** Their ids: nothing, one, or several where answers were lost before. */
    record Ids(List<String> ids) implements Found {
      public Ids {
        ids = List.copyOf(ids);
      }
    }

    /** The program did not say. */
    record Unknown(Asked why) implements Found {}
  }

  /** The ids of those that stand; none of a program that has no list of them. */
  public Found of(String subject) {
    if (!subscribing.looksUp()) {
      return new Found.Ids(List.of());
    }
    Asked asked = list();
    return asked instanceof Asked.Answered answered
        ? subscribing
            .standing(subject, answered.reply(), link.facts())
            .<Found>map(Found.Ids::new)
            .orElseGet(StandingHooks::unread)
        : new Found.Unknown(asked);
  }

  /**
   * Ends a subscription.
   *
   * @return why it may stand still; empty where it is gone
   */
  public Optional<Asked> end(String id) {
    Asked asked =
        askProgram.ask(
            link,
            Use.URGENT,
            held ->
                subscribing
                    .remove(held.with("hook.id", id))
                    .orElseThrow(() -> new NoValue("The program offers no way to end one.")));
    return asked instanceof Asked.Answered || asked instanceof Asked.Gone
        ? Optional.empty()
        : Optional.of(asked);
  }

  private Asked list() {
    Asked asked = list;
    if (asked == null) {
      asked = askProgram.ask(link, Use.URGENT, held -> subscribing.lookup(held).orElseThrow());
      list = asked;
    }
    return asked;
  }

  private static Found unread() {
    return new Found.Unknown(
        new Asked.Refused(
            "The program's list of subscriptions cannot be read, so that none is made twice."));
  }
}
