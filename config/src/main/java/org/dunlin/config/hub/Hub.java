package org.dunlin.config.hub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.store.Stores;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

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
    Optional<String> unreadable = SettingsFile.problem();
    if (unreadable.isPresent()) {
      System.err.println(unreadable.get());
      return Optional.empty();
    }
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

  /** The settings without a hub; empty when they cannot be used, after saying why. */
  public static Optional<HubSettings> settings() {
    Optional<String> unreadable = SettingsFile.problem();
    if (unreadable.isPresent()) {
      System.err.println(unreadable.get());
      return Optional.empty();
    }
    try (ConfigurableApplicationContext settings =
        new SpringApplicationBuilder(SettingsAlone.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run()) {
      return Optional.of(settings.getBean(HubSettings.class));
    } catch (RuntimeException e) {
      return Optional.empty(); // Spring Boot has said why
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(HubSettings.class)
  static class SettingsAlone {}

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

  /** Whether the settings leave the first administrator's password to the hub. */
  public static boolean madeUpPassword(ConfigurableApplicationContext hub) {
    String wanted = hub.getBean(HubSettings.class).adminPassword();
    return wanted == null || wanted.isBlank();
  }

  /** Whether there is no company, so that there is nothing to do. */
  public static boolean withoutCompany(ConfigurableApplicationContext hub) {
    return hub.getBean(Stores.class).companies().ids().isEmpty();
  }

  /** Where the console listens. */
  public static URI address(ConfigurableApplicationContext hub) {
    return URI.create(
        "http://localhost:" + hub.getEnvironment().getRequiredProperty("local.server.port") + "/");
  }
}
