package org.dunlin.work.program;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.authorise.Choice;
import org.dunlin.connectors.program.authorise.OAuth;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Digests;
import org.dunlin.store.Stores;
import org.dunlin.store.program.PendingAuthorisations.Pending;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.profile.Author;
import org.dunlin.work.quota.Use;
import org.dunlin.work.token.PermitAccess;
import org.dunlin.work.token.PermitAccess.Permitted;

/**
 * Sends a person to a program to permit the access, and takes them back: the state that they bring
 * is good once, for ten minutes, and lies only as a digest.
 */
public final class AuthoriseProgram {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Stores stores;
  private final Links links;
  private final PermitAccess permitAccess;
  private final AskProgram askProgram;
  private final ChangeProgram changeProgram;
  private final StandIns standIns;
  private final ConnectionNotes notes;

  /**
   * Over these stores.
   *
   * @param standIns to which the person is sent in place of some programs
   */
  public AuthoriseProgram(
      Stores stores,
      Links links,
      PermitAccess permitAccess,
      AskProgram askProgram,
      ChangeProgram changeProgram,
      StandIns standIns) {
    this.stores = stores;
    this.links = links;
    this.permitAccess = permitAccess;
    this.askProgram = askProgram;
    this.changeProgram = changeProgram;
    this.standIns = standIns;
    this.notes = new ConnectionNotes(stores);
  }

  /** What came of it. */
  public sealed interface Completed {
    /**
     * The program may be asked.
     *
     * @param setting that the person has to choose yet; empty where none is left
     * @param choices its values, with what people call them
     */
    record Done(
        String companyId, String connectionId, Optional<String> setting, List<Choice> choices)
        implements Completed {}

    /** The program, or the person, said no; the sentence says why. */
    record Failed(String companyId, String connectionId, String sentence) implements Completed {}

    /** Nobody was sent with this state, or it is too long ago. */
    record Unknown() implements Completed {}
  }

  /**
   * The address to which the person is sent.
   *
   * @param redirect to which they come back; it must be known to the program
   * @throws WrongSettings when the program is not authorised by a person
   */
  public URI begin(String companyId, String connectionId, String redirect, Author by) {
    Link link = links.open(companyId, connectionId);
    if (!(link.manifest().authorisation() instanceof Authorisation.OAuth2 oauth2)
        || oauth2.grant() != Authorisation.Grant.AUTHORISATION_CODE) {
      throw WrongSettings.one(
          "id",
          link.manifest().name() + " is asked with its settings; nobody has to authorise it.");
    }
    String state = random();
    String verifier = random();
    stores
        .transactions()
        .run(
            () ->
                stores
                    .programs()
                    .authorisations()
                    .begin(
                        new Pending(companyId, connectionId, verifier, redirect, by.name()),
                        digest(state),
                        LONGEST));
    return standIns.lead(
        link.program().name(),
        OAuth.of(link.program())
            .address(link.facts(), redirect, state, oauth2.pkce() ? verifier : null));
  }

  /**
   * Who was sent with this state, and whither; it stays good.
   *
   * @param state as it stands in the address to which somebody came back
   */
  public Optional<Awaited> awaited(String state) {
    return stores
        .programs()
        .authorisations()
        .find(digest(state))
        .map(sent -> new Awaited(sent.companyId(), sent.connectionId(), sent.by()));
  }

  /** Somebody who was sent to a program and has not come back. */
  public record Awaited(String companyId, String connectionId, String by) {}

  /**
   * The person came back.
   *
   * @param parameters of the address: {@code code} and {@code state}, or {@code error}
   */
  public Completed complete(Map<String, String> parameters) {
    String state = parameters.getOrDefault("state", "");
    Optional<Pending> pending =
        stores.transactions().in(() -> stores.programs().authorisations().take(digest(state)));
    if (pending.isEmpty()) {
      return new Completed.Unknown();
    }
    Pending sent = pending.get();
    String code = parameters.get("code");
    if (code == null) {
      String error = parameters.getOrDefault("error", "no code came back");
      return failed(sent, "The access was not permitted: " + printable(error) + ".");
    }
    try {
      return permitted(sent, code, parameters);
    } catch (WrongSettings | Unlinked | NoValue e) {
      return failed(sent, String.valueOf(e.getMessage()));
    }
  }

  private Completed permitted(Pending sent, String code, Map<String, String> parameters) {
    Link link = links.open(sent.companyId(), sent.connectionId());
    Map<String, String> returned = OAuth.of(link.program()).returned(parameters);
    changeProgram.refuseOtherBooks(link, returned);
    boolean pkce =
        link.manifest().authorisation() instanceof Authorisation.OAuth2 oauth2 && oauth2.pkce();
    return switch (permitAccess.exchange(
        link, code, sent.redirect(), pkce ? sent.verifier() : null)) {
      case Permitted.Failed(String sentence) -> failed(sent, sentence);
      case Permitted.Done done -> done(sent, returned);
    };
  }

  private Completed failed(Pending sent, String sentence) {
    stores
        .transactions()
        .run(
            () ->
                notes.add(
                    sent.companyId(),
                    sent.connectionId(),
                    "CONNECTION_NOT_AUTHORISED",
                    sent.by(),
                    sentence));
    return new Completed.Failed(sent.companyId(), sent.connectionId(), sentence);
  }

  private Completed done(Pending sent, Map<String, String> returned) {
    if (!returned.isEmpty()) {
      changeProgram.change(
          sent.companyId(), sent.connectionId(), returned, Author.overApi(sent.by()));
    }
    Completed completed = identified(sent);
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(sent.companyId(), sent.connectionId());
              stores.programs().streams().pollNow(sent.companyId(), sent.connectionId());
              stores.programs().linked().refresh(sent.companyId(), sent.connectionId());
              notes.add(
                  sent.companyId(),
                  sent.connectionId(),
                  "CONNECTION_AUTHORISED",
                  sent.by(),
                  "The program permitted the access.");
            });
    stores.wakeups().wake(Stage.PULL);
    return completed;
  }

  /** Where the program has several books, the person chooses; where it has one, that is it. */
  private Completed identified(Pending sent) {
    Link link = links.open(sent.companyId(), sent.connectionId());
    OAuth oauth = OAuth.of(link.program());
    Optional<String> setting = oauth.identifies();
    boolean open =
        setting.isPresent()
            && link.facts().value("settings." + setting.get()).map(Value::plain).isEmpty();
    if (!open) {
      return new Completed.Done(link.companyId(), link.id(), Optional.empty(), List.of());
    }
    return switch (askProgram.ask(link, Use.PERSON, facts -> oauth.identify(facts).orElseThrow())) {
      case Asked.Answered answered -> listed(link, setting.get(), oauth, answered, sent.by());
      case Asked.Gone gone -> notListed(link, "The program names none.");
      case Asked.NotNow notNow -> notListed(link, notNow.sentence());
      case Asked.Failed failed -> notListed(link, failed.sentence());
      case Asked.Refused refused -> notListed(link, refused.sentence());
      case Asked.Closed closed -> notListed(link, closed.sentence());
    };
  }

  private Completed listed(
      Link link, String setting, OAuth oauth, Asked.Answered answered, String by) {
    try {
      return chosen(link, setting, oauth.choices(answered.reply(), link.facts()), by);
    } catch (NotJson | MappingFailed e) {
      return notListed(link, String.valueOf(e.getMessage()));
    }
  }

  private Completed chosen(Link link, String setting, List<Choice> choices, String by) {
    if (choices.size() == 1) {
      changeProgram.change(
          link.companyId(),
          link.id(),
          Map.of(setting, choices.getFirst().value()),
          Author.overApi(by));
      return new Completed.Done(link.companyId(), link.id(), Optional.empty(), choices);
    }
    return new Completed.Done(link.companyId(), link.id(), Optional.of(setting), choices);
  }

  private static Completed notListed(Link link, String sentence) {
    return new Completed.Failed(
        link.companyId(),
        link.id(),
        "The access is permitted, but what it leads to is not known: " + sentence);
  }

  private static String printable(String error) {
    String clean = error.replaceAll("[^\\p{Alnum}_ .-]", "");
    return clean.substring(0, Math.min(clean.length(), 100));
  }

  private static String random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static byte[] digest(String state) {
    return Digests.sha256().digest(state.getBytes(StandardCharsets.UTF_8));
  }
}
