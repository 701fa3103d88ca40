package org.dunlin.routes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.SimpleEventNotifierSupport;

/**
 * Lets the workers of all stages end at once. Camel asks one route after the other and waits up to
 * a second for each, until its workers have seen that they are to end.
 */
final class StagesEnd extends SimpleEventNotifierSupport {
  /** Longer takes only who is in the middle of something, for which Camel waits as ever. */
  private static final int PATIENCE_SECONDS = 2;

  private final CamelContext context;

  StagesEnd(CamelContext context) {
    this.context = context;
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event.getType() == CamelEvent.Type.CamelContextStopping;
  }

  @Override
  public void notify(CamelEvent event) {
    CompletableFuture.allOf(
            context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(StagesEnd::ofStage)
                .map(ShutdownPrepared.class::cast)
                .map(worker -> CompletableFuture.runAsync(() -> end(worker), StagesEnd::start))
                .toArray(CompletableFuture<?>[]::new))
        .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private static boolean ofStage(Consumer consumer) {
    return consumer instanceof ShutdownPrepared
        && consumer.getEndpoint().getEndpointUri().startsWith("seda:");
  }

  private static void start(Runnable end) {
    Thread.ofVirtual().name("stage-ends").start(end);
  }

  private static void end(ShutdownPrepared worker) {
    worker.prepareShutdown(false, false);
  }
}
