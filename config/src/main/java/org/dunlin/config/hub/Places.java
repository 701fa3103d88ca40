package org.dunlin.config.hub;

import java.util.Optional;
import org.dunlin.console.page.ShownSettings.From;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Where settings are said, as a person finds the place. */
final class Places {
  private final ConfigurableEnvironment environment;

  Places(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /**
   * A setting as it counts.
   *
   * @param place the file and its line, the variable, or the command line
   */
  record Found(From from, String place, Object value) {}

  /** The setting of this name, or of one in a list or map of this name, as it counts. */
  Optional<Found> find(String name, String... within) {
    Optional<Found> whole = find(ConfigurationPropertyName.adapt(name, '.'));
    for (int i = 0; whole.isEmpty() && i < within.length; i++) {
      whole = find(ConfigurationPropertyName.adapt(name + within[i], '.'));
    }
    return whole;
  }

  private Optional<Found> find(ConfigurationPropertyName name) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty property = source.getConfigurationProperty(name);
      if (property != null) {
        return Optional.of(found(property, source.getUnderlyingSource()));
      }
    }
    return Optional.empty();
  }

  private Found found(ConfigurationProperty property, @Nullable Object source) {
    if (source instanceof PropertySource<?> said && said.getName().equals(SaidInConsole.SOURCE)) {
      return new Found(From.CONSOLE, "", property.getValue());
    }
    Origin origin = within(property.getOrigin());
    if (origin instanceof TextResourceOrigin text) {
      return ofFile(property, text);
    }
    if (origin instanceof SystemEnvironmentOrigin variable) {
      return new Found(From.ENVIRONMENT, variable.getProperty(), property.getValue());
    }
    if (source instanceof SystemEnvironmentPropertySource
        && origin instanceof PropertySourceOrigin variable) {
      return new Found(From.ENVIRONMENT, variable.getPropertyName(), property.getValue());
    }
    boolean ofJava =
        source instanceof PropertySource<?> named
            && named.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    String place = ofJava ? "-D" + property.getName() : "--" + property.getName();
    return new Found(From.COMMAND_LINE, place, property.getValue());
  }

  /** Where what has this origin was said: the file and its line, or the variable. */
  static String of(@Nullable Origin said) {
    return switch (within(said)) {
      case TextResourceOrigin text when file(text) != null -> place(text);
      case SystemEnvironmentOrigin variable -> variable.getProperty();
      case null -> "the settings";
      case Origin other -> other.toString();
    };
  }

  private static @Nullable String file(TextResourceOrigin text) {
    Resource resource = text.getResource();
    return resource == null ? null : resource.getFilename();
  }

  private static String place(TextResourceOrigin text) {
    TextResourceOrigin.Location line = text.getLocation();
    return line == null
        ? String.valueOf(file(text))
        : file(text) + ", line " + (line.getLine() + 1);
  }

  /** Spring Boot says in which source it found the property, and within that where it came from. */
  private static @Nullable Origin within(@Nullable Origin origin) {
    return origin instanceof PropertySourceOrigin outer && outer.getOrigin() != null
        ? outer.getOrigin()
        : origin;
  }

  private Found ofFile(ConfigurationProperty property, TextResourceOrigin text) {
    Resource resource = text.getResource();
    if (resource == null
        || file(text) == null
        || resource instanceof ClassPathResource
        || isInside(resource)) {
      return ofHub(property);
    }
    return new Found(From.FILE, place(text), property.getValue());
  }

  /** What the hub's own file says may name a variable, as in {@code ${DUNLIN_PORT:8088}}. */
  private Found ofHub(ConfigurationProperty property) {
    String text = String.valueOf(property.getValue());
    int colon = text.indexOf(':');
    if (text.startsWith("${") && colon > 0) {
      String variable = text.substring(2, colon);
      if (environment.getSystemEnvironment().containsKey(variable)) {
        return new Found(From.ENVIRONMENT, variable, property.getValue());
      }
    }
    return new Found(From.DEFAULT, "", property.getValue());
  }

  /** The hub's own file, which Spring Boot wraps. */
  private static boolean isInside(Resource resource) {
    return !resource.isFile() || resource.getDescription().contains("class path resource");
  }
}
