package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.console.page.Navigation;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.match.MatchCompany;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page to which the menu and the links of a company lead, one of each kind, as it is seen in
 * the light, in the dark and on a phone.
 */
class EveryPageTest {
  private static final List<RightRow> ROWS = RightRow.all();
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"(/[^\"]*)\"");

  /** What is saved or lies within a page, and so has no heading of its own. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/(export|download|file|html|letter|dossier|logo|pain\\.xml|refund\\.xml|authorised)$"
              + "|/(documents|attachments|papers)/|^/(login|invitation)");

  private static final Map<String, String> FOUND = crawled();

  @TestFactory
  Stream<DynamicTest> isFineForEveryEye() {
    return FOUND.entrySet().stream()
        .filter(each -> !each.getKey().equals("/api")) // drawn by Swagger UI
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> Sight.isFineForEveryEye(name(each.getKey()), each.getValue())));
  }

  @Test
  void theWholeMenuIsWalkedAndRecordsOfEachKindAreOpened() {
    assertThat(FOUND.keySet())
        .containsAll(
            Navigation.GROUPS.stream()
                .flatMap(group -> group.entries().stream())
                .flatMap(entry -> entry.tabs().stream())
                .map(Navigation.Tab::path)
                .toList())
        .contains(
            "/customers/{id}",
            "/invoices/{id}",
            "/payments/{id}",
            "/messages/{id}",
            "/outbox/{id}",
            "/deliveries/{id}",
            "/deliveries/{id}/raw",
            "/connections/{id}",
            "/standstills/{id}",
            "/questions/{id}",
            "/tasks/call/{action}",
            "/plans/plan",
            "/plans/choice",
            "/templates/{name}/{language}",
            "/programs/{program}");
  }

  /** The first address of each kind of page, by its kind. */
  private static Map<String, String> crawled() {
    String query = "?company=" + filled();
    Browser browser = Browser.signedIn();
    Deque<String> open = new ArrayDeque<>(List.of("/" + query));
    ROWS.stream()
        .filter(row -> row.method().equals("GET") && !row.path().contains("{") && !row.ofApi())
        .filter(row -> !row.path().startsWith("/plans/"))
        .forEach(row -> open.add(row.path() + query));
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String address = open.remove();
      Optional<RightRow> row = RightRow.at(ROWS, "GET", address).filter(each -> !each.ofApi());
      if (row.isEmpty()
          || NO_PAGE.matcher(address.replaceAll("[?#].*", "")).find()
          || found.containsKey(row.get().path())
          || !seen.add(address)) {
        continue;
      }
      var answer = browser.open(address);
      if (answer.statusCode() == 200) {
        found.put(row.get().path(), address);
      }
      Matcher link = LINK.matcher(answer.body());
      while (link.find()) {
        open.add(link.group(1).replace("&amp;", "&").replaceAll("#.*", ""));
      }
    }
    return found;
  }

  /** A company in which something of everything has happened. */
  private static String filled() {
    Filled filled = new Filled();
    Scene scene = filled.scene;
    Linked linked = new Linked(scene);
    linked.connectOffice("office");
    linked.connectCloud("cloud");
    steps(scene, filled.customer, filled.paidInPart);
    said(linked, filled.customer, "promise", "on", "2026-11-27", "words", "By Friday");
    said(linked, filled.customer, "note", "words", "They have moved.");
    String count = "count";
    said(
        linked,
        filled.customer,
        "arrangement",
        count,
        "2",
        "every",
        "MONTH",
        "first",
        "2026-12-01");
    Twins twins = new Twins(scene);
    twins.customer(Scene.FOLDER, "Jansen", "NL001234567B01");
    twins.invoice(Scene.FOLDER, "2026-0300", "100.00");
    twins.customer("billing", "Jansen Handel", null);
    twins.invoice("billing", "2026-0300", "100.00");
    twins.matchIsDue();
    MatchCompany match = new MatchCompany(scene.stores(), Checkpoint.NONE);
    while (match.next()) {
      // until nothing waits
    }
    return scene.id();
  }

  private static void steps(Scene scene, UUID customer, UUID invoice) {
    for (Channel channel : List.of(Channel.CALL, Channel.LETTER)) {
      String id = channel.name().toLowerCase(Locale.ROOT) + "-" + scene.id();
      ActionItem item = new ActionItem(invoice.toString(), Scene.TODAY, id, Scene.euro("610.00"));
      ActionState state = channel == Channel.CALL ? ActionState.DUE : ActionState.AWAITING_APPROVAL;
      scene
          .stores()
          .actions()
          .add(
              scene.id(),
              new Action(
                  id,
                  customer.toString(),
                  "standard",
                  id,
                  channel,
                  Scene.TODAY,
                  state,
                  List.of(item),
                  List.of()));
    }
    scene.stores().approvals().ask(scene.id(), "letter-" + scene.id(), true);
  }

  private static void said(Linked linked, UUID customer, String what, String... fields) {
    String page = "/customers/" + customer;
    linked.browser.open(page + "?company=" + linked.scene.id());
    Stream<String> all =
        Stream.concat(Stream.of("company", linked.scene.id(), "back", page), Stream.of(fields));
    linked.browser.press(page + "/talk/" + what, all.toArray(String[]::new));
  }

  private static String name(String path) {
    String name = path.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    return "every-" + (name.isEmpty() ? "dashboard" : name);
  }
}
