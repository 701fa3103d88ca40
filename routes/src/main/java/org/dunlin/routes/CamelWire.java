package org.dunlin.routes;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.Line;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.work.link.StandIns;

/**
 * The way to programs through the route that asks them. A {@link NotSent} that has a cause came of
 * the network; one without says that the line has no place now.
 */
public final class CamelWire implements Wire {
  private static final int SERVER_ERROR = 500;

  private final ProducerTemplate routes;
  private final Duration whole;
  private final StandIns standIns;
  private final Lines lines = new Lines();

  /**
   * Through the routes that this template reaches.
   *
   * @param standIns where some programs are asked in place of their own addresses
   */
  public CamelWire(ProducerTemplate routes, WireSettings settings, StandIns standIns) {
    this.routes = routes;
    this.whole = settings.whole();
    this.standIns = standIns;
  }

  @Override
  public HttpReply exchange(Line line, HttpCall call) throws NotSent, NoReply {
    boolean standIn = standIns.of(line.program()).isPresent();
    Lines.Place place = lines.take(standIn ? unlimited(line) : line);
    long start = System.nanoTime();
    try {
      HttpReply reply = standIn ? sent(led(line.program(), call), true) : sent(call, false);
      if (reply.status() >= SERVER_ERROR) {
        place
            .breaker()
            .onError(
                System.nanoTime() - start, TimeUnit.NANOSECONDS, new ServerError(reply.status()));
      } else {
        place.breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
      return reply;
    } catch (NotSent | NoReply e) {
      place.breaker().onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
      throw e;
    } finally {
      place.giveBack();
    }
  }

  @Override
  public void forgive(String companyId, String connectionId, Instant at) {
    lines.forgive(companyId, connectionId, at);
  }

  /** What a vendor permits holds for the vendor. */
  private static Line unlimited(Line line) {
    return new Line(line.companyId(), line.connectionId(), line.program(), 0, List.of());
  }

  private HttpCall led(String program, HttpCall call) {
    return new HttpCall(
        call.method(), standIns.lead(program, call.address()), call.headers(), call.body());
  }

  private HttpReply sent(HttpCall call, boolean standIn) throws NotSent, NoReply {
    Trip trip = Trip.begin(call, whole.toNanos(), standIn);
    try {
      Exchange done =
          routes.send(
              ProgramRoutes.ASK,
              exchange -> {
                exchange.getMessage().setHeader(Exchange.HTTP_METHOD, call.method());
                exchange.getMessage().setHeader(Exchange.HTTP_URI, origin(call.address()));
                exchange.getMessage().setBody(call.body());
              });
      Exception failure = done.getException();
      if (failure != null) {
        throw failed(call, trip, failure);
      }
      int status = done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
      return new HttpReply(status, trip.headers(), done.getMessage().getBody(byte[].class));
    } finally {
      Trip.end();
    }
  }

  /** Where it goes; path and query go along with the trip. */
  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority() + "/";
  }

  private static NoReply failed(HttpCall call, Trip trip, Exception failure) throws NotSent {
    String host = String.valueOf(call.address().getHost());
    if (failure instanceof ConnectionRequestTimeoutException) {
      throw new NotSent("There is no place for more requests at the moment.");
    }
    if (!trip.left()) {
      throw new NotSent(WireFailures.notSent(host, failure), failure);
    }
    return new NoReply(WireFailures.noReply(host, failure), failure);
  }

  private static final class ServerError extends Exception {
    private static final long serialVersionUID = 1;

    ServerError(int status) {
      super("HTTP " + status, null, false, false);
    }
  }
}
