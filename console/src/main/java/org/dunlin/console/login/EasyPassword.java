package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.dunlin.console.look.Appearance;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Tells whoever signed in by a password that would not be taken any more, such as one that was
 * found in a breach since, to change it. The dashboard, to which signing in leads, says so once.
 */
final class EasyPassword {
  /** As pages show what is not as it should be. */
  private static final String SHOWN = "refused";

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private EasyPassword() {}

  /** For whoever said a password just now, which was right. */
  static void tell(HttpServletRequest request, HttpServletResponse response) {
    String name = request.getParameter("username");
    String password = request.getParameter("password");
    if (name == null || password == null || PasswordFlaw.of(password, name).isEmpty()) {
      return;
    }
    FlashMap told = new FlashMap();
    told.setTargetRequestPath(request.getContextPath() + "/");
    told.put(SHOWN, Appearance.of(request).words().say("people.password.change-it"));
    SessionFlashMapManager flashes = new SessionFlashMapManager();
    flashes.setFlashMapTimeout((int) LONGEST.toSeconds());
    flashes.saveOutputFlashMap(told, request, response);
  }
}
