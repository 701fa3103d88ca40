package org.dunlin.routes.road;

import java.math.BigDecimal;
import java.util.Comparator;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.dunlin.core.road.Road;

/** What all servers with files have in common. */
final class Servers {
  private static final int MOST_AT_ONCE = 500;

  /** A server that does not answer is asked less often, so that no account is locked. */
  private static final int ERRORS = 3;

  private static final int SKIPPED = 5;

  private Servers() {}

  static void configure(RemoteFileConfiguration server, Road road, Patience patience) {
    server.setHost(road.needed("host"));
    server.setPort(Integer.parseInt(road.needed("port")));
    server.setUsername(road.needed("user"));
    road.secret("password").ifPresent(server::setPassword);
    server.setDirectory(road.setting("folder").orElse("."));
    server.setBinary(true);
    server.setPassiveMode(true);
    server.setStepwise(false);
    server.setStreamDownload(true);
    server.setThrowExceptionOnConnectFailed(true);
    server.setConnectTimeout(patience.connectMillis());
    server.setSoTimeout(patience.silenceMillis());
    server.setTimeout(patience.silenceMillis());
  }

  /** Has the files of the server come in; what is noted of them goes to the log. */
  static <T> void watch(RemoteFileEndpoint<T> server, Road road, RoadWatch watch) {
    long every = millis(road);
    server.setDelay(every);
    server.setInitialDelay(0);
    server.setBackoffErrorThreshold(ERRORS);
    server.setBackoffIdleThreshold(0);
    server.setBackoffMultiplier(SKIPPED);
    server.setAutoCreate(false);
    server.setDisconnect(true);
    server.setMaximumReconnectAttempts(0);
    server.setReconnectDelay(0);
    server.setMaxMessagesPerPoll(MOST_AT_ONCE);
    server.setEagerMaxMessagesPerPoll(false);
    server.setReadLock("none");
    server.setSorter(
        Comparator.<GenericFile<T>>comparingLong(GenericFile::getLastModified)
            .thenComparing(GenericFile::getFileName));
    server.setFilter(new WholeRemoteFiles<>(road, watch));
    server.setPollStrategy(watch.polls());
    server.setExceptionHandler(watch.failures());
    server.setOnCompletionExceptionHandler(watch.notPutAway());
    road.setting("marker").ifPresent(end -> server.setDoneFileName("${file:name}" + end));
    if (keeps(road)) {
      server.setNoop(true);
      server.setIdempotent(false);
    } else {
      server.setMove(
          "${exchangeProperty."
              + ServerRoute.PUT_AWAY_IN
              + "}/${date:now:yyyy-MM}/${date:now:ddHHmmssSSS}-${exchangeProperty."
              + ServerRoute.PUT_AWAY_AS
              + "}");
    }
  }

  /** Whether what was taken stays where it is. */
  static boolean keeps(Road road) {
    return road.setting("after").filter("keep"::equals).isPresent();
  }

  /** How often is looked; a person says whole seconds. */
  static long millis(Road road) {
    return new BigDecimal(road.needed("every")).movePointRight(3).longValueExact();
  }
}
