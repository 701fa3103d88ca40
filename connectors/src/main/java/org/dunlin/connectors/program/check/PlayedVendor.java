package org.dunlin.connectors.program.check;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.connectors.program.authorise.Authorising;
import org.dunlin.connectors.program.pull.PageRead;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * A vendor that is played from the examples of a folder: it gives a page that is an example, gives
 * the same one again, refuses, fails, and answers what is no page. Nothing leaves the process.
 */
final class PlayedVendor {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final Map<String, List<String>> JSON =
      Map.of(
          "content-type",
          List.of("application/json"),
          "date",
          List.of("Thu, 26 Nov 2026 09:00:00 GMT"));
  private static final int MOST_PAGES = 5;

  private final Folder folder;
  private final Program program;
  private final Facts facts;
  private final List<Trial> trials = new ArrayList<>();

  private PlayedVendor(Folder folder, Program program) {
    this.folder = folder;
    this.program = program;
    this.facts = facts(program);
  }

  /** Tries all streams that are asked for pages, of each choice that the folder offers. */
  static List<Trial> trials(Folder folder, Program program) {
    List<Trial> trials = new ArrayList<>();
    for (Program each : program.all()) {
      PlayedVendor vendor = new PlayedVendor(folder, each);
      each.manifest().streams().stream()
          .filter(stream -> stream.request() != null)
          .forEach(stream -> vendor.tried(stream, Pull.of(each, stream.name())));
      Totals totals = each.manifest().totals();
      if (totals != null) {
        vendor.tried(totals.rows(), Pull.of(each, totals));
      }
      trials.addAll(vendor.trials);
    }
    return trials;
  }

  private void tried(Stream stream, Pull pull) {
    PullState state = pull.begin(Purpose.POLL, null, NOW);
    String unasked = unasked(pull, state);
    note(stream, "is asked for the first page", unasked);
    if (unasked != null) {
      return;
    }
    pages(stream).forEach((file, page) -> pages(stream, pull, state, file, page));
    note(stream, "answers what is no JSON", taken(pull, state, "<html>Service</html>"));
    note(stream, "answers an object without the list", taken(pull, state, "{\"x-nothing\":1}"));
    for (int status : new int[] {401, 403, 429, 500, 503}) {
      note(stream, "answers " + status, read(status, Map.of()));
    }
    note(stream, "answers 429 with Retry-After", read(429, Map.of("retry-after", List.of("7"))));
  }

  private void note(Stream stream, String what, @Nullable String difference) {
    trials.add(new Trial(stream.name(), what, difference));
  }

  private @Nullable String unasked(Pull pull, PullState state) {
    try {
      Authorising.authorised(program, pull.request(state, facts), facts);
      return null;
    } catch (NoValue | MappingFailed e) {
      return "the request cannot be made of the examples of the settings: " + e.getMessage();
    }
  }

  /** Replies to a request for a page: not those to a request for one object. */
  private Map<String, byte[]> pages(Stream stream) {
    Map<String, byte[]> pages = new TreeMap<>();
    String place = "examples/" + stream.name() + "/";
    folder
        .files()
        .forEach(
            (file, content) -> {
              if (file.startsWith(place)
                  && file.endsWith(".json")
                  && !file.endsWith(".parent.json")
                  && !file.endsWith(".fetched.json")) {
                pages.put(file, content);
              }
            });
    return pages;
  }

  /** The page, and the same page for as long as more is asked for. */
  private void pages(Stream stream, Pull pull, PullState first, String file, byte[] page) {
    String what = "gives " + file + " again and again";
    PullState state = first;
    for (int asked = 0; asked < MOST_PAGES; asked++) {
      PageRead read = read(pull, state, page);
      switch (read) {
        case PageRead.Refused(String sentence) -> {
          note(stream, what, asked == 0 ? "the page is refused: " + sentence : null);
          return;
        }
        case PageRead.Page taken -> {
          if (taken.next() == null) {
            note(stream, what, null);
            return;
          }
          state = taken.next();
        }
      }
    }
    note(stream, what, "the run would not end.");
  }

  private PageRead read(Pull pull, PullState state, byte[] page) {
    HttpReply reply = new HttpReply(200, JSON, page);
    return Answers.of(program, reply, NOW) instanceof Verdict.Ok
        ? pull.read(state, reply, facts)
        : new PageRead.Refused("the error table takes it for an error.");
  }

  private @Nullable String taken(Pull pull, PullState state, String body) {
    PageRead read = read(pull, state, body.getBytes(StandardCharsets.UTF_8));
    return read instanceof PageRead.Page ? "it is taken for a page that is empty." : null;
  }

  private @Nullable String read(int status, Map<String, List<String>> headers) {
    Verdict verdict = Answers.of(program, new HttpReply(status, headers, new byte[0]), NOW);
    return switch (verdict) {
      case Verdict.Ok ok -> "it is read as a page.";
      case Verdict.Gone gone -> "it is taken for an object that is not there.";
      case Verdict.Retry retry -> null;
      case Verdict.Wait pause -> null;
      case Verdict.Refresh refresh -> null;
      case Verdict.Reauthorise reauthorise -> null;
      case Verdict.Refuse refuse ->
          status == 429 || status == 503
              ? "the hub gives up, though it may go on later: " + refuse.sentence()
              : null;
    };
  }

  /** The settings as examples have them, and a token and a session as if somebody had signed in. */
  private static Facts facts(Program program) {
    Facts facts =
        ExampleFacts.of(program.manifest())
            .with("now", Value.of(NOW))
            .with("today", Value.of(LocalDate.of(2026, 11, 26)))
            .withSecret("token", "token-of-the-example")
            .withSecret("session.cookie", "session=of-the-example");
    if (program.manifest().authorisation() instanceof Authorisation.Session session) {
      for (String name : session.gives().keySet()) {
        facts = facts.withSecret("session." + name, "1");
      }
    }
    for (Setting setting : program.manifest().settings()) {
      String name = "settings." + setting.name();
      if (facts.value(name).isEmpty() && !setting.secret()) {
        facts = facts.with(name, stand(setting));
      }
    }
    return facts;
  }

  /** What a setting could be of which the folder gives no example. */
  private static String stand(Setting setting) {
    return switch (setting.type()) {
      case URL -> URI.create("https://program.example").toString();
      case NUMBER -> "1";
      case FLAG -> "false";
      case CHOICE -> setting.choices().getFirst();
      case TEXT, SECRET -> "example";
    };
  }
}
