package org.dunlin.config.hub;

import java.util.Map;
import java.util.Set;
import org.dunlin.work.setting.ConsoleSettings;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What was set in the console, behind the command line, the environment and the file: it counts
 * where none of them says a setting.
 */
final class SaidInConsole {
  /** Of the source in which it stands. */
  static final String SOURCE = "console";

  private static final String PASSWORD = "dunlin.smtp.password";

  private SaidInConsole() {}

  /** The settings without it, as they are needed to open the database in which it is kept. */
  static HubSettings written(ConfigurableEnvironment environment) {
    return Binder.get(environment)
        .bindOrCreate(
            "dunlin",
            Bindable.of(HubSettings.class),
            new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
  }

  /**
   * Adds what was set; what is not of its form any more, and where the password of the mail server
   * is written who would get it, is left out.
   */
  static SaidInConsole add(ConfigurableEnvironment environment, Map<String, String> kept) {
    environment.getPropertySources().remove(SOURCE);
    Set<String> written =
        new Places(environment).find(PASSWORD).isPresent() ? Set.of(PASSWORD) : Set.of();
    Map<String, Object> sound = Map.copyOf(ConsoleSettings.sound(kept, written));
    environment.getPropertySources().addLast(new MapPropertySource(SOURCE, sound));
    return new SaidInConsole();
  }

  /** The settings that count with what was set. */
  static HubSettings in(ConfigurableEnvironment environment, Map<String, String> kept) {
    add(environment, kept);
    return written(environment);
  }
}
