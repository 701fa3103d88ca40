package org.dunlin.work.pull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.document.Step;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.Wanted;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Away;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.program.ClaimedProgram;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.StreamState;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.store.program.WantedObjects.Taken;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.ask.LargeReplies;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.intake.AcceptPage.Came;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.WantedObjects;
import org.dunlin.work.pull.AskWanted.Answer;
import org.dunlin.work.pull.AskWanted.Take;
import org.dunlin.work.pull.InvoiceDocuments.Fetched;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches single objects that are wanted. Once a program has answered for the first it is asked for
 * several at once, for as long as one answer takes is how long each of many payers would wait.
 */
final class FetchWanted {
  private static final Logger LOG = LoggerFactory.getLogger(FetchWanted.class);
  private static final String FLOW = "pull";
  private static final String NOT_THERE = "The program says that it is not there.";
  private static final Duration LOOKED_FOR_AGAIN = Duration.ofMinutes(15);

  private static final Duration ONCE_A_DAY = Duration.ofDays(1);

  private final Stores stores;
  private final AskWanted ask;
  private final AcceptPage acceptPage;
  private final Sweeps sweeps;
  private final InvoiceDocuments documents;
  private final Checkpoint checkpoint;

  FetchWanted(
      Stores stores,
      AskProgram askProgram,
      AcceptPage acceptPage,
      Sweeps sweeps,
      InvoiceDocuments documents,
      Checkpoint checkpoint) {
    this.stores = stores;
    this.ask = new AskWanted(askProgram);
    this.acceptPage = acceptPage;
    this.sweeps = sweeps;
    this.documents = documents;
    this.checkpoint = checkpoint;
  }

  /** Fetches at most so many; false when the connection should be let alone for now. */
  boolean fetch(ClaimedProgram claimed, Link link, List<StreamState> states, int most) {
    List<Taken> next = stores.programs().wanted().next(link.companyId(), link.id(), most);
    Take take = answers -> all(claimed, link, states, answers);
    boolean goOn =
        next.isEmpty()
            || ask.alone(link, next.getFirst(), take)
                && ask.each(link, next.subList(1, next.size()), take);
    if (goOn) {
      stores
          .transactions()
          .run(
              () -> {
                stores.programs().linked().lock(link.companyId(), link.id());
                stores.programs().wanted().noteDue(link.companyId(), link.id());
              });
    }
    return goOn;
  }

  /** Takes answers; what they bring is stored in one transaction, as far as that goes. */
  private boolean all(
      ClaimedProgram claimed, Link link, List<StreamState> states, List<Answer> answers) {
    if (answers.size() == 1) {
      Answer only = answers.getFirst();
      return one(claimed, link, states, only.taken(), only.asked());
    }
    List<Answer> apart = new ArrayList<>();
    List<Brought> brought = new ArrayList<>();
    for (Answer answer : answers) {
      brought(link, answer).ifPresentOrElse(brought::add, () -> apart.add(answer));
    }
    together(claimed, link, states, brought);
    boolean goOn = true;
    for (Answer answer : apart) {
      goOn &= one(claimed, link, states, answer.taken(), answer.asked());
    }
    return goOn;
  }

  /** An answer with the object that was wanted. */
  private record Brought(Taken taken, PageRead.Page page, Asked.Answered answered) {}

  /** What is usual: a small answer, with the object in it; all else is taken by itself. */
  private static Optional<Brought> brought(Link link, Answer answer) {
    WantedObject object = answer.taken().object();
    boolean known =
        object.kind() == Kind.OBJECT
            && link.stream(object.stream()).filter(each -> !lacks(each, Kind.OBJECT)).isPresent();
    if (!known
        || !(answer.asked().get() instanceof Asked.Answered answered)
        || answered.reply().body().length > LargeReplies.LARGE) {
      return Optional.empty();
    }
    Pull pull = Pull.of(link.program(), object.stream());
    return pull.fetched(WantedObjects.wanted(object), answered.reply(), answered.facts())
                instanceof PageRead.Page page
            && !page.seen().isEmpty()
        ? Optional.of(new Brought(answer.taken(), page, answered))
        : Optional.empty();
  }

  private void together(
      ClaimedProgram claimed, Link link, List<StreamState> states, List<Brought> brought) {
    if (brought.isEmpty()) {
      return;
    }
    acceptPage.makeRoom();
    checkpoint.reached(Checkpoint.Step.PULL_READ);
    try {
      store(claimed, link, states, brought);
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      if (brought.size() == 1 || Away.says(e)) {
        throw e;
      }
      LOG.debug("what {} brought is stored one by one", link.id(), e);
      brought.forEach(each -> store(claimed, link, states, List.of(each)));
    }
    stores.flows().succeeded(link.companyId(), link.id(), FLOW);
    stores.wakeups().wake(Stage.TRANSLATE);
  }

  private void store(
      ClaimedProgram claimed, Link link, List<StreamState> states, List<Brought> brought) {
    done(
        claimed,
        brought.stream().map(Brought::taken).toList(),
        () ->
            brought.forEach(
                each -> take(link, states, each.taken().object(), each.page(), each.answered())));
  }

  private boolean one(
      ClaimedProgram claimed,
      Link link,
      List<StreamState> states,
      Taken taken,
      Supplier<Asked> answer) {
    WantedObject object = taken.object();
    Stream stream = link.stream(object.stream()).orElse(null);
    if (stream == null || lacks(stream, object.kind())) {
      done(claimed, taken, () -> {}); // the folder has changed, and has no such thing any more
      return true;
    }
    return switch (object.kind()) {
      case OBJECT -> object(claimed, link, states, taken, answer.get());
      case DOCUMENT -> document(claimed, link, taken);
    };
  }

  private boolean object(
      ClaimedProgram claimed, Link link, List<StreamState> states, Taken taken, Asked asked) {
    WantedObject object = taken.object();
    Pull pull = Pull.of(link.program(), object.stream());
    Wanted wanted = WantedObjects.wanted(object);
    if (!(asked instanceof Asked.Answered answered)) {
      return notAnswered(claimed, link, taken, asked);
    }
    try {
      return LargeReplies.read(
          answered.reply().body().length,
          () -> answered(claimed, link, states, taken, pull, wanted, answered));
    } catch (LargeReplies.NoRoom e) {
      return failed(claimed, taken, String.valueOf(e.getMessage()), null, false);
    }
  }

  private boolean document(ClaimedProgram claimed, Link link, Taken taken) {
    return switch (documents.fetch(link, taken.object(), AskWanted.use(taken))) {
      case Fetched.Document(Step.Found found) -> {
        done(claimed, taken, () -> documents.keep(link, taken.object(), found));
        yield true;
      }
      case Fetched.None none -> {
        done(claimed, taken, () -> {});
        yield true;
      }
      case Fetched.Not(Asked asked) -> notAnswered(claimed, link, taken, asked);
    };
  }

  private boolean notAnswered(ClaimedProgram claimed, Link link, Taken taken, Asked asked) {
    return switch (asked) {
      case Asked.Answered answered -> true;
      case Asked.Gone gone -> {
        notThere(claimed, link, taken);
        yield true;
      }
      case Asked.Refused(String sentence) -> refused(claimed, taken, sentence);
      case Asked.Failed(String sentence, Duration wait, boolean silent, boolean left) ->
          failed(claimed, taken, sentence, wait, silent);
      case Asked.NotNow(Duration wait, String sentence, boolean whole)
          when !whole && AskWanted.use(taken) == Use.POLL -> {
        stores.transactions().run(() -> stores.programs().wanted().later(taken, wait));
        yield true; // others may be fetched still
      }
      case Asked.NotNow(Duration wait, String sentence, boolean whole) -> {
        Key key = Key.wanted(link.companyId(), link.id());
        stores
            .transactions()
            .run(
                () -> {
                  stores.programs().linked().held(claimed);
                  stores.programs().streams().later(key, wait);
                });
        yield false;
      }
      case Asked.Closed(String sentence) -> false;
    };
  }

  private static boolean lacks(Stream stream, Kind kind) {
    return switch (kind) {
      case OBJECT -> stream.fetch() == null;
      case DOCUMENT -> stream.documents() == null;
    };
  }

  private boolean answered(
      ClaimedProgram claimed,
      Link link,
      List<StreamState> states,
      Taken taken,
      Pull pull,
      Wanted wanted,
      Asked.Answered answered) {
    return switch (pull.fetched(wanted, answered.reply(), answered.facts())) {
      case PageRead.Page page -> {
        acceptPage.makeRoom();
        checkpoint.reached(Checkpoint.Step.PULL_READ);
        if (page.seen().isEmpty()) {
          notThere(claimed, link, taken);
        } else {
          done(claimed, taken, () -> take(link, states, taken.object(), page, answered));
        }
        stores.flows().succeeded(link.companyId(), link.id(), FLOW);
        stores.wakeups().wake(Stage.TRANSLATE);
        yield true;
      }
      case PageRead.Refused(String sentence) -> refused(claimed, taken, sentence);
    };
  }

  private void take(
      Link link,
      List<StreamState> states,
      WantedObject object,
      PageRead.Page page,
      Asked.Answered answered) {
    Stream stream = link.stream(object.stream()).orElseThrow();
    if (stream.mapping() != null) {
      Came came =
          new Came(
              link.companyId(),
              link.id(),
              object.stream(),
              object.stream() + " " + object.key(),
              object.parent());
      stores
          .outboundCalls()
          .brought(
              link.companyId(),
              answered.callId(),
              acceptPage.accept(came, answered.reply().body()));
    }
    List<WantedObject> wanted = new ArrayList<>();
    page.wanted().forEach(each -> wanted.add(WantedObjects.of(each)));
    stores.programs().wanted().want(link.companyId(), link.id(), wanted, Urgency.IN_TURN);
    if (stream.sweep() != null) {
      sweeps.saw(
          TakePage.of(link, object.stream()),
          page.seen(),
          TakePage.generation(states, object.stream()));
    }
  }

  /**
   * What no sweep looks for is asked for once more before it is gone: a program may not know an
   * object yet of which it has told.
   */
  private void notThere(ClaimedProgram claimed, Link link, Taken taken) {
    WantedObject object = taken.object();
    if (object.kind() == Kind.DOCUMENT) {
      done(claimed, taken, () -> {});
      return;
    }
    Of of = TakePage.of(link, object.stream());
    boolean swept = link.stream(object.stream()).map(Stream::sweep).isPresent();
    boolean again = NOT_THERE.equals(taken.failure());
    if (swept || again) {
      done(claimed, taken, () -> sweeps.notThere(of, object.key(), swept, again));
    } else {
      stores
          .transactions()
          .run(
              () -> {
                stores.programs().linked().answered(claimed);
                sweeps.notThere(of, object.key(), false, false);
                stores.programs().wanted().failed(taken, LOOKED_FOR_AGAIN, NOT_THERE);
                stores.programs().wanted().noteDue(taken.companyId(), taken.connectionId());
              });
    }
  }

  private boolean refused(ClaimedProgram claimed, Taken taken, String sentence) {
    boolean forGood = taken.attempts() + 1 >= AskWanted.REFUSED_FOR_GOOD;
    return failed(claimed, taken, sentence, forGood ? ONCE_A_DAY : null, false);
  }

  private void done(ClaimedProgram claimed, Taken taken, Runnable with) {
    done(claimed, List.of(taken), with);
  }

  private void done(ClaimedProgram claimed, List<Taken> taken, Runnable with) {
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().answered(claimed);
              with.run();
              stores.programs().wanted().done(taken);
              checkpoint.reached(Checkpoint.Step.PULL_STORED);
            });
  }

  private boolean failed(
      ClaimedProgram claimed,
      Taken taken,
      String sentence,
      @Nullable Duration wait,
      boolean silent) {
    Duration least = wait == null ? Backoff.after(taken.attempts()) : wait;
    stores
        .transactions()
        .run(
            () -> {
              if (silent) {
                stores.programs().linked().silent(claimed);
              } else {
                stores.programs().linked().answered(claimed);
              }
              stores.programs().wanted().failed(taken, least, sentence);
              stores.programs().wanted().noteDue(taken.companyId(), taken.connectionId());
            });
    stores
        .flows()
        .failed(
            taken.companyId(),
            taken.connectionId(),
            FLOW,
            taken.object().stream() + " " + taken.object().key() + ": " + sentence);
    return !silent;
  }
}
