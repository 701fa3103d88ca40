package org.dunlin.routes;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through Camel and the client below it, which work in the thread that sends
 * it. Address and headers go out as the call has them, byte for byte, since a signature may cover
 * them, and the answer's headers come back in the same way.
 */
final class Trip {
  private static final ThreadLocal<@Nullable Trip> CURRENT = new ThreadLocal<>();

  private final HttpCall call;
  private final long endNanos;
  private final boolean standIn;
  private boolean left;
  private BodyBudget.@Nullable Share share;
  private Map<String, List<String>> headers = Map.of();

  private Trip(HttpCall call, long nanos, boolean standIn) {
    this.call = call;
    this.endNanos = System.nanoTime() + nanos;
    this.standIn = standIn;
  }

  /**
   * Begins in this thread; it is over with {@link #end}.
   *
   * @param standIn whether it leads where the settings of the hub say
   */
  static Trip begin(HttpCall call, long nanos, boolean standIn) {
    Trip trip = new Trip(call, nanos, standIn);
    CURRENT.set(trip);
    return trip;
  }

  static void end() {
    Trip trip = CURRENT.get();
    if (trip != null && trip.share != null) {
      trip.share.giveBack();
    }
    CURRENT.remove();
  }

  /** What its answer holds of the memory for all; it is given back when the trip is over. */
  BodyBudget.Share share(BodyBudget budget) {
    BodyBudget.Share taken = budget.share();
    share = taken;
    return taken;
  }

  /** The trip of this thread. */
  static Trip current() throws IOException {
    Trip trip = CURRENT.get();
    if (trip == null) {
      throw new IOException("nothing is asked of a program in this thread");
    }
    return trip;
  }

  /** Whether the trip of this thread leads where the settings say, which may be inside. */
  static boolean leadsToStandIn() {
    Trip trip = CURRENT.get();
    return trip != null && trip.standIn;
  }

  /** Puts the call's own address and headers into the request. */
  void load(ClassicHttpRequest request) {
    URI address = call.address();
    String path = address.getRawPath();
    String query = address.getRawQuery();
    request.setPath((path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    for (Header header : request.getHeaders()) {
      request.removeHeader(header);
    }
    call.headers().forEach(request::setHeader);
  }

  /** From now on it may have arrived. */
  void leave() {
    left = true;
  }

  boolean left() {
    return left;
  }

  void answered(ClassicHttpResponse response) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      all.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(String.valueOf(header.getValue()));
    }
    headers = all;
  }

  Map<String, List<String>> headers() {
    return headers;
  }

  long nanosLeft() {
    return endNanos - System.nanoTime();
  }
}
