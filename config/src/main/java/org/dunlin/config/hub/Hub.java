package org.dunlin.config.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.FirstAdministrator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the hub. */
public final class Hub {
  private Hub() {}

  /** Starts on the settings alone; empty when it cannot, after saying why on standard error. */
  public static Optional<ConfigurableApplicationContext> start() {
    return start(Map.of());
  }

  /** Starts with settings that win over all others, as the demo and tests do. */
  public static Optional<ConfigurableApplicationContext> start(
      Map<String, Object> settings, Class<?>... more) {
    SpringApplication application =
        new SpringApplicationBuilder(HubApplication.class).sources(more).build();
    try {
      return Optional.of(
          application.run(
              settings.entrySet().stream()
                  .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                  .toArray(String[]::new)));
    } catch (RuntimeException e) {
      return Optional.empty(); // Spring Boot has said why
    }
  }

  /**
   * Makes the first administrator at the first start.
   *
   * @return with its password, which is to be shown now and never again; empty at later starts
   * @throws IllegalArgumentException when {@code dunlin.admin-password} is no good password
   */
  public static Optional<FirstAdministrator.Made> firstAdministrator(
      ConfigurableApplicationContext hub) {
    return hub.getBean(FirstAdministrator.class)
        .makeIfNone(hub.getBean(HubSettings.class).adminPassword());
  }

  /** Where the console listens. */
  public static URI address(ConfigurableApplicationContext hub) {
    return URI.create(
        "http://localhost:" + hub.getEnvironment().getRequiredProperty("local.server.port") + "/");
  }
}
