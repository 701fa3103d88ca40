package org.dunlin.work.offer;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.authorise.Choice;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.AuthoriseProgram;
import org.dunlin.work.program.AuthoriseProgram.Completed;
import org.dunlin.work.program.WrongSettings;

/** A person's way to a program, to permit the access, and back. */
public final class Permission {
  private final AuthoriseProgram authoriseProgram;

  /** By this use case. */
  public Permission(AuthoriseProgram authoriseProgram) {
    this.authoriseProgram = authoriseProgram;
  }

  /** Where the person is sent, or why nobody can be. */
  public sealed interface Begun {
    /** The address at the program; good once, for ten minutes. */
    record Sent(URI address) implements Begun {}

    /** It cannot be, as a sentence. */
    record Refused(String sentence) implements Begun {}
  }

  /** What the person brings back. */
  public sealed interface Returned {
    /** The program permitted the access. */
    record Permitted(String companyId, String connectionId) implements Returned {}

    /**
     * The program permitted the access, and the person has to choose what it leads to.
     *
     * @param setting which takes the choice
     * @param choices its values, with what people call them
     */
    record Choose(
        String companyId, String connectionId, String setting, Map<String, String> choices)
        implements Returned {}

    /** The program, or the person, said no; the sentence says why. */
    record Refused(String companyId, String connectionId, String sentence) implements Returned {}

    /** Nobody was sent with this state, or it was good no more. */
    record Unknown() implements Returned {}
  }

  /**
   * Begins.
   *
   * @param redirect to which the person comes back; it must be known to the program
   */
  public Begun begin(String companyId, String connectionId, String redirect, Author by) {
    try {
      return new Begun.Sent(authoriseProgram.begin(companyId, connectionId, redirect, by));
    } catch (WrongSettings | Unlinked | NoValue e) {
      return new Begun.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Somebody who was sent to a program, and has not come back. */
  public record Awaited(String companyId, String connectionId, String by) {}

  /** Who was sent with this state; empty where nobody was, or it is good no more. */
  public Optional<Awaited> awaited(String state) {
    return authoriseProgram
        .awaited(state)
        .map(sent -> new Awaited(sent.companyId(), sent.connectionId(), sent.by()));
  }

  /**
   * Ends.
   *
   * @param parameters of the address to which the person came back
   */
  public Returned complete(Map<String, String> parameters) {
    return switch (authoriseProgram.complete(parameters)) {
      case Completed.Done(
              String companyId,
              String connectionId,
              Optional<String> setting,
              List<Choice> choices) ->
          setting
              .<Returned>map(
                  name -> new Returned.Choose(companyId, connectionId, name, byValue(choices)))
              .orElseGet(() -> new Returned.Permitted(companyId, connectionId));
      case Completed.Failed(String companyId, String connectionId, String sentence) ->
          new Returned.Refused(companyId, connectionId, sentence);
      case Completed.Unknown unknown -> new Returned.Unknown();
    };
  }

  private static Map<String, String> byValue(List<Choice> choices) {
    Map<String, String> all = new LinkedHashMap<>();
    choices.forEach(each -> all.put(each.value(), each.label()));
    return all;
  }
}
