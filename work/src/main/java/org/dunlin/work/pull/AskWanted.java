package org.dunlin.work.pull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.dunlin.connectors.program.limit.Limits;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.Wanted;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObjects.Taken;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.WantedObjects;
import org.dunlin.work.quota.Use;

/** Asks a program for wanted objects, for several at once. */
final class AskWanted {
  /** What was refused so often is asked for once a day, and from what polls may take. */
  static final int REFUSED_FOR_GOOD = 6;

  /** At once, of a program that gives no number of places. */
  private static final int USUAL_AT_ONCE = 4;

  private final AskProgram askProgram;

  AskWanted(AskProgram askProgram) {
    this.askProgram = askProgram;
  }

  /** What came of asking for an object. */
  record Answer(Taken taken, Supplier<Asked> asked) {}

  /** Takes what is answered; false when the connection should be let alone for now. */
  @FunctionalInterface
  interface Take {
    boolean take(List<Answer> answers);
  }

  /** How many may be asked for at once: half of the places, so that whoever pays finds one, too. */
  static int atOnce(Link link) {
    int places = Limits.line(link.program(), link.companyId(), link.id()).atOnce();
    return places == 0 ? USUAL_AT_ONCE : Math.max(1, places / 2);
  }

  /** At whose cost it is asked for. */
  static Use use(Taken taken) {
    return taken.attempts() < REFUSED_FOR_GOOD ? Use.URGENT : Use.POLL;
  }

  /** Asks for one alone. */
  boolean alone(Link link, Taken only, Take take) {
    return take.take(List.of(new Answer(only, () -> ask(link, only))));
  }

  /**
   * Asks for all, for so many at any time, and has those that are answered taken together while the
   * next are asked for. What was asked for is taken, whatever becomes of another.
   */
  boolean each(Link link, List<Taken> several, Take take) {
    Iterator<Taken> left = several.iterator();
    BlockingQueue<Answer> answered = new LinkedBlockingQueue<>();
    boolean goOn = true;
    int most = atOnce(link);
    int underWay = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (goOn && left.hasNext() || underWay > 0) {
        List<Answer> together = underWay == 0 ? List.of() : next(answered);
        underWay -= together.size();
        while (goOn && left.hasNext() && underWay < most) {
          Taken next = left.next();
          threads.execute(() -> answered.add(new Answer(next, outcome(link, next))));
          underWay++;
        }
        goOn &= together.isEmpty() || take.take(together);
      }
    }
    return goOn;
  }

  /** Those that are answered, at least one; each was under way with the others. */
  private static List<Answer> next(BlockingQueue<Answer> answered) {
    try {
      List<Answer> together = new ArrayList<>(List.of(answered.take()));
      answered.drainTo(together);
      return together;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading was interrupted.", e);
    }
  }

  /** What broke off breaks off whoever takes it. */
  private Supplier<Asked> outcome(Link link, Taken taken) {
    try {
      Asked asked = ask(link, taken);
      return () -> asked;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    } catch (Error e) {
      return () -> {
        throw new IllegalStateException("asking broke off", e);
      };
    }
  }

  /** What there is no way to ask for is not asked for; whoever takes it sees that, too. */
  private Asked ask(Link link, Taken taken) {
    WantedObject object = taken.object();
    boolean askable =
        object.kind() == Kind.OBJECT
            && link.stream(object.stream()).filter(each -> each.fetch() != null).isPresent();
    if (!askable) {
      return new Asked.Gone();
    }
    Pull pull = Pull.of(link.program(), object.stream());
    Wanted wanted = WantedObjects.wanted(object);
    Link reading = link.on(Occasion.reading(object.stream()));
    return askProgram.ask(reading, use(taken), facts -> pull.fetch(wanted, facts));
  }
}
