package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Which ways to programs began in this session; the browser proves it by its cookie. */
final class BegunHere {
  private static final String ATTRIBUTE = BegunHere.class.getName();
  private static final int MOST = 20;

  private BegunHere() {}

  /** Somebody is sent to this address, whose {@code state} they bring back. */
  static synchronized void note(HttpServletRequest request, URI address) {
    String state =
        UriComponentsBuilder.fromUri(address).build(true).getQueryParams().getFirst("state");
    if (state != null) {
      HttpSession session = request.getSession();
      List<String> states = states(session);
      states.add(state);
      keep(session, states.subList(Math.max(0, states.size() - MOST), states.size()));
    }
  }

  /** Whether the way with this state began here; it ends, too. */
  static synchronized boolean ended(HttpServletRequest request, String state) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return false;
    }
    List<String> states = states(session);
    boolean here = states.remove(state);
    keep(session, states);
    return here;
  }

  private static List<String> states(HttpSession session) {
    List<String> states = new ArrayList<>();
    if (session.getAttribute(ATTRIBUTE) instanceof String[] kept) {
      states.addAll(Arrays.asList(kept));
    }
    return states;
  }

  private static void keep(HttpSession session, List<String> states) {
    session.setAttribute(ATTRIBUTE, states.toArray(String[]::new));
  }
}
