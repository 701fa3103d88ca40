package org.dunlin.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.Map;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** One of the three people of docs/people.md, signed in to a company of their own. */
abstract class PeopleTasks {
  final Linked linked = new Linked();
  final Scene scene = linked.scene;
  final Stores stores = scene.stores();
  private final Role role;
  private final boolean everywhere;
  private BrowserContext context;
  private TaskGuide.Row row;
  Somebody somebody;
  Walk walk;

  PeopleTasks(Role role, boolean everywhere) {
    this.role = role;
    this.everywhere = everywhere;
  }

  @BeforeEach
  void signIn(TestInfo test) {
    somebody = everywhere ? Somebody.with(role, Map.of()) : Somebody.in(scene.id(), role);
    context = Chromium.stranger(Eye.DESK, "en-GB");
    context.addCookies(
        somebody.signedIn().cookies().getCookieStore().getCookies().stream()
            .map(each -> new Cookie(each.getName(), each.getValue()))
            .map(each -> each.setUrl(Hub.SHARED.address()))
            .toList());
    PeopleTask task = test.getTestMethod().orElseThrow().getAnnotation(PeopleTask.class);
    row = TaskGuide.row(task);
    walk = walkIn(scene.id());
  }

  /** The same path in another company. */
  Walk walkIn(String company) {
    return new Walk(context.newPage(), row, company);
  }

  /** Other tests rest on the first administrator being the only one of all companies. */
  @AfterEach
  void signOut() {
    context.close();
    stores.people().role(somebody.name(), null);
  }
}
