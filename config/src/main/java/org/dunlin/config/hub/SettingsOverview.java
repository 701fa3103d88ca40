package org.dunlin.config.hub;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.page.ShownSettings.From;
import org.dunlin.console.page.ShownSettings.Setting;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * All settings of the hub with their values and their origins, found from the records that Spring
 * Boot binds: what is added there is shown.
 */
final class SettingsOverview {
  private static final String PREFIX = "dunlin";
  private static final Set<String> SECRETS =
      Set.of("password", "adminPassword", "clientSecret", "key");
  private static final List<String> OF_SERVER =
      List.of("server.port", "server.address", "server.tomcat.remoteip.internal-proxies");

  private final ConfigurableEnvironment environment;
  private final Places places;
  private final List<Setting> all = new ArrayList<>();

  private SettingsOverview(ConfigurableEnvironment environment) {
    this.environment = environment;
    this.places = new Places(environment);
  }

  /** The settings in the order of {@link HubSettings}; companies have a page of their own. */
  static ShownSettings of(ConfigurableEnvironment environment) {
    SettingsOverview overview = new SettingsOverview(environment);
    overview.add(PREFIX, HubSettings.class);
    OF_SERVER.forEach(name -> overview.add(name, "", false));
    return new ShownSettings(overview.all);
  }

  private void add(String prefix, Class<?> settings) {
    RecordComponent[] components = settings.getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      // Annotations of binding stand at the parameter of the component's name.
      Parameter parameter = settings.getDeclaredConstructors()[0].getParameters()[i];
      Name other = parameter.getAnnotation(Name.class);
      String name = prefix + "." + dashed(other == null ? component.getName() : other.value());
      if (component.getType().isRecord()) {
        add(name, component.getType());
      } else if (component.getType() == Map.class) {
        addEach(name);
      } else if (component.getType() != List.class) {
        add(name, defaultOf(parameter), SECRETS.contains(component.getName()));
      }
    }
  }

  /** Settings whose names people choose. */
  private void addEach(String name) {
    Map<String, String> said =
        Binder.get(environment)
            .bind(name, Bindable.mapOf(String.class, String.class))
            .orElse(Map.of());
    said.keySet().forEach(each -> add(name + "." + each, "", false));
    if (said.isEmpty()) {
      add(name, "", false);
    }
  }

  private void add(String name, String byDefault, boolean secret) {
    Optional<Places.Found> found = places.find(name);
    String value = found.map(this::value).orElse(byDefault);
    From from = found.map(Places.Found::from).orElse(From.DEFAULT);
    all.add(
        new Setting(
            name,
            secret ? "" : withoutPasswords(value),
            secret,
            !value.isBlank(),
            from,
            found.map(Places.Found::place).orElse("")));
  }

  /** Only those who write the file and the environment say what stands for something else. */
  private String value(Places.Found found) {
    String said = String.valueOf(found.value());
    return found.from() == From.CONSOLE ? said : environment.resolvePlaceholders(said);
  }

  /** The URL of a database may carry a password, before its host or among its parameters. */
  private static String withoutPasswords(String value) {
    return value
        .replaceAll("(?i)(password|passwd|pwd|secret|token)=[^&;]*", "$1=…")
        .replaceAll("//[^/@\\s]*:[^/@\\s]*@", "//…@");
  }

  private static String defaultOf(Parameter parameter) {
    DefaultValue value = parameter.getAnnotation(DefaultValue.class);
    return value == null ? "" : String.join(", ", value.value());
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
