package org.dunlin.config.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** Settings as somebody writes them: a file, variables, options; read as a start reads them. */
final class WrittenSettings {
  private final StandardEnvironment environment;
  private final Map<String, Object> variables;

  WrittenSettings(Path folder, String yaml, Map<String, Object> variables, String... options)
      throws IOException {
    this.variables = variables;
    this.environment = new Started();
    Path file = Files.writeString(folder.resolve("dunlin.yaml"), yaml);
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    environment
        .getPropertySources()
        .addFirst(
            new SimpleCommandLinePropertySource(
                CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME, options));
    YamlPropertySourceLoader loader = new YamlPropertySourceLoader();
    loader
        .load("the file", new FileSystemResource(file))
        .forEach(environment.getPropertySources()::addLast);
    loader
        .load("the hub's own", new ClassPathResource("application.yaml"))
        .forEach(environment.getPropertySources()::addLast);
  }

  ConfigurableEnvironment environment() {
    return environment;
  }

  HubSettings settings() {
    return Binder.get(environment).bindOrCreate("dunlin", HubSettings.class);
  }

  /** Sees the variables from its beginning on. */
  private final class Started extends StandardEnvironment {
    @Override
    public Map<String, Object> getSystemEnvironment() {
      return variables;
    }
  }
}
