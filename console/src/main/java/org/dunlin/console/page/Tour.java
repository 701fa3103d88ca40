package org.dunlin.console.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.TourStops;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What the hub is, in six clicks: the ways that somebody new should go once.
 *
 * @param stops in their order
 */
public record Tour(List<Stop> stops) {
  private static final String COOKIE = "dunlin-tour";
  private static final String SEEN = "seen";
  private static final Duration KEPT = Duration.ofDays(365);

  /**
   * A place to look at.
   *
   * @param key of its title, and with {@code .why} of what is to be seen there
   * @param address absent while the company has nothing of the kind
   */
  public record Stop(String key, @Nullable String address) {}

  static Tour of(Frame frame, TourStops.Stops found) {
    return new Tour(
        Stream.of(
                new Stop("dashboard.tour.customer", to(frame, "/customers/", found.customer())),
                new Stop("dashboard.tour.invoice", to(frame, "/invoices/", found.invoice())),
                new Stop("dashboard.tour.reminder", to(frame, "/messages/", found.message())),
                new Stop("dashboard.tour.raw", to(frame, "/deliveries/", found.delivery())),
                new Stop("dashboard.tour.flows", to(frame, "/flows")),
                new Stop("dashboard.tour.live", to(frame, "/live")))
            .toList());
  }

  /**
   * Whether the reader may do all that it shows, which ends with going live, and has not said that
   * they have seen it.
   */
  static boolean isWanted(Frame frame, HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return frame.may(Right.CONNECT)
        && (cookies == null
            || Arrays.stream(cookies)
                .noneMatch(each -> each.getName().equals(COOKIE) && each.getValue().equals(SEEN)));
  }

  static void remember(boolean wanted, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, wanted ? "" : SEEN)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(wanted ? Duration.ZERO : KEPT)
            .build()
            .toString());
  }

  private static @Nullable String to(Frame frame, String path, @Nullable UUID id) {
    return id == null ? null : to(frame, path + id);
  }

  private static String to(Frame frame, String path) {
    return path + "?" + frame.query();
  }
}
