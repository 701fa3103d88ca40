package org.dunlin.config.hub;

import java.util.Map;
import org.dunlin.work.setting.ConsoleSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What was set in the console, behind the command line, the environment and the file: it counts
 * where none of them says a setting.
 */
final class SaidInConsole {
  /** Of the source in which it stands. */
  static final String SOURCE = "console";

  private SaidInConsole() {}

  /** The settings with what was set; what is not of its form any more is left out. */
  static HubSettings in(ConfigurableEnvironment environment, Map<String, String> kept) {
    Map<String, Object> sound = Map.copyOf(ConsoleSettings.sound(kept));
    environment.getPropertySources().remove(SOURCE);
    environment.getPropertySources().addLast(new MapPropertySource(SOURCE, sound));
    return Binder.get(environment).bindOrCreate("dunlin", HubSettings.class);
  }
}
