package org.dunlin.routes;

import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.core.port.Stage;
import org.dunlin.work.deliver.DeliverEffect;

/**
 * One route a stage, which carries out all that waits, and one sweep a stage, which wakes it on a
 * clock. A wake-up that comes while one waits already is dropped: the one that waits sees all.
 */
public final class StageRoutes extends RouteBuilder {
  private static final Map<Stage, Integer> WORKERS =
      Map.of(
          Stage.TRANSLATE, 2, Stage.MATCH, 1, Stage.DUN, 1, Stage.DELIVER, DeliverEffect.WORKERS);

  /** So many programs are asked at once, since each may let a worker wait. */
  public static final int PULLING = 32;

  private final Map<Stage, BooleanSupplier> useCases;
  private final RouteSettings settings;
  private final StageSwitches switches;

  /**
   * @param useCases what each stage calls until it says that nothing waits
   * @param switches a stage that is off calls nothing
   */
  public StageRoutes(
      Map<Stage, BooleanSupplier> useCases, RouteSettings settings, StageSwitches switches) {
    this.useCases = Map.copyOf(useCases);
    this.settings = settings;
    this.switches = switches;
  }

  /** Where a wake-up for the stage goes. */
  public static String wakeUri(Stage stage) {
    return "seda:" + verb(stage) + "?size=1&discardWhenFull=true";
  }

  @Override
  public void configure() {
    onException(Exception.class)
        .handled(true)
        .log(
            LoggingLevel.WARN,
            "${routeId} broke off; the next sweep goes on: ${exception.message}");
    getContext().getManagementStrategy().addEventNotifier(new StagesEnd(getContext()));
    useCases.forEach(this::stage);
  }

  private void stage(Stage stage, BooleanSupplier useCase) {
    String verb = verb(stage);
    // A wake-up that nobody sees any more is not waited for: the next start begins with a sweep.
    from("seda:" + verb + "?size=1&purgeWhenStopping=true&concurrentConsumers=" + workers(stage))
        .routeId(verb)
        .process(exchange -> drain(exchange, stage, useCase));
    from("timer:sweep-" + verb + "?includeMetadata=false&period=" + settings.sweep().toMillis())
        .routeId("sweep-" + verb)
        .to(wakeUri(stage));
  }

  private void drain(Exchange exchange, Stage stage, BooleanSupplier useCase) {
    boolean worked = true;
    while (worked && switches.on(stage) && exchange.getContext().isRunAllowed()) {
      worked = useCase.getAsBoolean();
    }
  }

  private static int workers(Stage stage) {
    return stage == Stage.PULL ? PULLING : WORKERS.getOrDefault(stage, 1);
  }

  private static String verb(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
