package org.dunlin.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;

/** A way out that keeps what it was handed, and answers as it is told. */
public final class ScriptedOutlet implements Outlet {
  /** What happens when something is handed over. */
  public interface Answer {
    /** Returns when it was taken. */
    void to(Dispatch dispatch) throws NotSent, Refused;
  }

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Dispatch> offered = new ArrayList<>();
  private final List<Dispatch> taken = new ArrayList<>();

  /** Answers so to what is handed over next, one answer a time; after that everything is taken. */
  public void answer(Answer... next) {
    answers.addAll(List.of(next));
  }

  /** Nothing leaves. */
  public static Answer notSent() {
    return dispatch -> {
      throw new NotSent("The mail server cannot be reached.");
    };
  }

  /** The receiver refuses for good. */
  public static Answer refused() {
    return dispatch -> {
      throw new Refused("No such mailbox.", true, new IllegalStateException("550"));
    };
  }

  /** Nobody knows. */
  public static Answer brokenOff() {
    return dispatch -> {
      throw new IllegalStateException("The connection broke off.");
    };
  }

  /** A mail goes to a mail server, which says something. */
  @Override
  public void send(Dispatch dispatch, Enclosures enclosures, Hearing hearing)
      throws NotSent, Refused {
    boolean mail = dispatch instanceof Dispatch.Email;
    if (mail) {
      hearing.asks("smtp://mail.example:25");
    }
    send(dispatch, enclosures);
    if (mail) {
      hearing.answers("250 2.0.0 queued as 42");
    }
  }

  @Override
  public void send(Dispatch dispatch, Enclosures enclosures) throws NotSent, Refused {
    offered.add(dispatch);
    Answer answer = answers.poll();
    if (answer != null) {
      answer.to(dispatch);
    }
    taken.add(dispatch);
  }

  /** All that was handed over, taken or not. */
  public List<Dispatch> offered() {
    return List.copyOf(offered);
  }

  /** The e-mails that were taken. */
  public List<Dispatch.Email> emails() {
    return taken.stream()
        .filter(Dispatch.Email.class::isInstance)
        .map(Dispatch.Email.class::cast)
        .toList();
  }

  /** The status files that were taken. */
  public List<Dispatch.StatusFile> files() {
    return taken.stream()
        .filter(Dispatch.StatusFile.class::isInstance)
        .map(Dispatch.StatusFile.class::cast)
        .toList();
  }
}
