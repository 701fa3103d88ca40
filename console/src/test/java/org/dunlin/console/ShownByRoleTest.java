package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.store.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages show each person only what they may press and open. */
class ShownByRoleTest {
  private static final List<RightRow> ROWS = RightRow.all();
  private static final int MOST_OF_A_KIND = 2;
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"(/[^\"]*)\"");
  private static final Pattern FORM =
      Pattern.compile("<form\\b(?=[^>]*\\bmethod=\"(\\w+)\")[^>]*?\\baction=\"([^\"]*)\"");
  private static final Pattern BUTTON = Pattern.compile("\\bformaction=\"([^\"]*)\"");

  private final Filled filled = new Filled();

  @ParameterizedTest
  @EnumSource(Role.class)
  void noPageShowsALinkOrAButtonThatTheReaderMayNotUse(Role role) {
    Browser browser = Somebody.in(filled.scene.id(), role).signedIn();
    String query = "?company=" + filled.scene.id();
    Deque<String> open =
        new ArrayDeque<>(List.of("/" + query, "/customers/" + filled.customer + query));
    for (RightRow row : ROWS) {
      if (row.method().equals("GET") && !row.path().contains("{") && may(role, row)) {
        open.add(row.path() + query);
      }
    }
    Set<String> seen = new HashSet<>();
    Map<RightRow, Integer> visits = new HashMap<>();
    Set<String> wrong = new TreeSet<>();
    while (!open.isEmpty()) {
      String address = open.remove();
      Optional<RightRow> row = RightRow.at(ROWS, "GET", address);
      if (row.isEmpty() || row.get().ofApi() || !may(role, row.get()) || !seen.add(address)) {
        continue;
      }
      if (visits.merge(row.get(), 1, Integer::sum) > MOST_OF_A_KIND) {
        continue;
      }
      HttpResponse<String> page = browser.open(address);
      assertThat(page.statusCode()).as("%s of %s", address, role).isNotEqualTo(403);
      look(role, address, page.body(), open, wrong);
    }
    assertThat(wrong).isEmpty();
    assertThat(visits).hasSizeGreaterThan(35);
  }

  private static void look(
      Role role, String address, String page, Deque<String> open, Set<String> wrong) {
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      String to = link.group(1).replace("&amp;", "&");
      check(role, "GET", to, address, wrong);
      open.add(to);
    }
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      check(role, form.group(1).toUpperCase(java.util.Locale.ROOT), form.group(2), address, wrong);
    }
    Matcher button = BUTTON.matcher(page);
    while (button.find()) {
      check(role, "POST", button.group(1), address, wrong);
    }
  }

  private static void check(Role role, String method, String to, String on, Set<String> wrong) {
    RightRow.at(ROWS, method, to)
        .filter(row -> !may(role, row))
        .ifPresent(row -> wrong.add(row.line() + " on " + on.replaceAll("[?].*", "")));
  }

  /** In one company, so that nothing of the hub as a whole. */
  private static boolean may(Role role, RightRow row) {
    return row.right() == null || role.rights().contains(row.right()) && !row.hub();
  }
}
