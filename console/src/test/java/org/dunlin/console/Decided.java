package org.dunlin.console;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;

/** A payment or credit note of a customer, over which a person decides with a click. */
abstract class Decided {
  static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  final Scene scene = new Scene();
  final Browser browser = Browser.signedIn();
  final UUID customer = scene.customer("Bakkerij Jansen");

  /** Its own page. */
  abstract String page();

  /** What was decided of all allocations of the company. */
  final List<Decision> decisions() {
    return scene.stores().allocations().of(scene.id()).stream()
        .map(stored -> stored.allocation().decision())
        .toList();
  }

  final HttpResponse<String> open(String path) {
    return browser.open(path + (path.contains("?") ? "&" : "?") + "company=" + scene.id());
  }

  final String text(String path) {
    return Text.of(open(path));
  }

  /** Presses a button of its page, and says what is read there then. */
  final String press(String button, Object... fields) {
    List<String> all = new ArrayList<>(List.of("company", scene.id()));
    for (Object field : fields) {
      all.add(field.toString());
    }
    all.addAll(List.of("back", page() + "?company=" + scene.id()));
    return Text.of(browser.follow(browser.press(page() + button, all.toArray(String[]::new))));
  }
}
