package org.dunlin.config.hub;

import java.time.Clock;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.dunlin.store.Stores;
import org.dunlin.store.secret.KeyRing;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The memory of the hub for a command beside it: on the same settings, whether the hub runs or not,
 * without a console, routes or stages.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
public class HubTools {
  /** Does a command's work over the stores; 1 when they cannot be had, after saying why. */
  public static int with(ToIntFunction<Stores> work) {
    Optional<String> unreadable = SettingsFile.problem();
    if (unreadable.isPresent()) {
      System.err.println(unreadable.get());
      return 1;
    }
    Optional<ConfigurableApplicationContext> started = start();
    if (started.isEmpty()) {
      return 1;
    }
    try (ConfigurableApplicationContext context = started.get()) {
      return work.applyAsInt(context.getBean(Stores.class));
    }
  }

  private static Optional<ConfigurableApplicationContext> start() {
    try {
      return Optional.of(
          new SpringApplicationBuilder(HubTools.class)
              .web(WebApplicationType.NONE)
              .run("--logging.level.org.dunlin=warn", "--logging.level.org.springframework=error"));
    } catch (RuntimeException e) {
      return Optional.empty(); // Spring Boot has said why
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  HubDatabase hubDatabase(HubSettings settings) {
    return HubDatabase.join(settings);
  }

  @Bean
  KeyRing keyRing(HubDatabase database, HubSettings settings) {
    return Keys.open(database.dataSource(), settings);
  }

  @Bean
  Stores stores(HubDatabase database, KeyRing keyRing, HubSettings settings, Clock clock) {
    return Stores.over(database.dataSource(), settings.lease(), clock, keyRing);
  }
}
