package org.dunlin.routes.road;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.dunlin.core.road.Road;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.work.road.RoadLog;
import org.jspecify.annotations.Nullable;

/**
 * Notes how the looks of one road go: a look is well when it reached the server and nothing that
 * was found there failed.
 */
final class RoadWatch {
  private final Road road;
  private final RoadLog log;
  private final Clock clock;
  private final Duration settle;
  private final AtomicBoolean failed = new AtomicBoolean();

  /**
   * @param settle how long a file must have had the same size and time to be taken as whole
   */
  RoadWatch(Road road, RoadLog log, Clock clock, Duration settle) {
    this.road = road;
    this.log = log;
    this.clock = clock;
    this.settle = settle;
  }

  RoadLog log() {
    return log;
  }

  Clock clock() {
    return clock;
  }

  Duration settle() {
    return settle;
  }

  /** Something of this look failed. */
  void failed(String what, Throwable cause) {
    failed.set(true);
    log.failed(road, what + RoadFailures.sentence(cause, road));
  }

  /** Begins and ends of looks. */
  PollingConsumerPollStrategy polls() {
    return new RemoteFilePollingConsumerPollStrategy() {
      @Override
      public boolean begin(Consumer consumer, Endpoint endpoint) {
        failed.set(false);
        return super.begin(consumer, endpoint);
      }

      @Override
      public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        if (!failed.get()) {
          log.looked(road);
        }
      }

      @Override
      public boolean rollback(Consumer consumer, Endpoint endpoint, int retry, Exception cause)
          throws Exception {
        failed("", cause);
        return super.rollback(consumer, endpoint, retry, cause);
      }
    };
  }

  /** What fails while a file is fetched. */
  ExceptionHandler failures() {
    return new Noting() {
      @Override
      void note(@Nullable Exchange exchange, Throwable cause) {
        failed(name(exchange), cause);
      }
    };
  }

  /** What fails at the end: if it was taken, it lies there still and is not taken again. */
  ExceptionHandler notPutAway() {
    return new Noting() {
      @Override
      void note(@Nullable Exchange exchange, Throwable cause) {
        byte[] taken =
            exchange == null ? null : exchange.getProperty(RoadRoute.TAKEN, byte[].class);
        if (taken == null) {
          failed(name(exchange), cause);
        } else {
          log.taken(road, taken);
          failed(name(exchange) + "it was taken, and could not be put away: ", cause);
        }
      }
    };
  }

  private static String name(@Nullable Exchange exchange) {
    String name = exchange == null ? null : exchange.getProperty(AcceptRoute.NAME, String.class);
    return name == null ? "" : name + ": ";
  }

  /** Has only one thing to do, however it is called. */
  private abstract static class Noting implements ExceptionHandler {
    abstract void note(@Nullable Exchange exchange, Throwable cause);

    @Override
    public void handleException(Throwable cause) {
      note(null, cause);
    }

    @Override
    public void handleException(String message, Throwable cause) {
      note(null, cause);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable cause) {
      note(exchange, cause);
    }
  }
}
