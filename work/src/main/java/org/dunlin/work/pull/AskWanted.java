package org.dunlin.work.pull;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dunlin.connectors.program.limit.Limits;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.Wanted;
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

  /** Takes what is answered; false when the connection should be let alone for now. */
  @FunctionalInterface
  interface Take {
    boolean take(Taken taken, Supplier<Asked> answer);
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

  /** Asks for all at once, and has the answers taken in turn, whatever becomes of one. */
  boolean each(Link link, List<Taken> several, Take take) {
    if (several.size() == 1) {
      Taken only = several.getFirst();
      return take.take(only, () -> ask(link, only));
    }
    boolean goOn = true;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Asked>> asked =
          several.stream().map(each -> threads.submit(() -> ask(link, each))).toList();
      for (int i = 0; i < several.size(); i++) {
        Future<Asked> answer = asked.get(i);
        goOn &= take.take(several.get(i), () -> of(answer));
      }
    }
    return goOn;
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
    return askProgram.ask(link, use(taken), facts -> pull.fetch(wanted, facts));
  }

  private static Asked of(Future<Asked> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The reading was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
