package org.dunlin.config.hub;

import java.util.stream.Collectors;
import org.dunlin.store.UnusableDatabase;
import org.dunlin.store.postgres.PostgresFailure;
import org.dunlin.store.secret.UnusableKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says why the hub does not start as a sentence in place of a stack trace. Of a setting it names
 * the name and the place, never the value, which may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ClearFailures implements FailureAnalyzer {
  private static final String PORT = "server.port";
  private static final String NO_PORT = "DUNLIN_PORT must be a port: a number from 1 to 65535.";

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    String setting = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UnboundConfigurationPropertiesException unknown) {
        return sentence(unknown(unknown), each);
      }
      if (each instanceof BindException wrong) {
        setting = place(wrong);
      }
      if (each instanceof PortInUseException taken) {
        return sentence(taken(taken.getPort()), each);
      }
      if (each instanceof IllegalArgumentException
          && String.valueOf(each.getMessage()).startsWith("port out of range")) {
        return sentence(NO_PORT, each);
      }
      if (each instanceof PostgresFailure
          || each instanceof UnusableDatabase
          || each instanceof UnusableKey
          || each instanceof WrongSettings) {
        return sentence(String.valueOf(each.getMessage()), each);
      }
    }
    return setting == null ? null : sentence(setting, failure);
  }

  private static FailureAnalysis sentence(String sentence, Throwable cause) {
    return new FailureAnalysis(sentence, null, cause);
  }

  private static String unknown(UnboundConfigurationPropertiesException unknown) {
    return unknown.getUnboundProperties().stream()
        .map(property -> property.getName() + " (" + Places.of(property.getOrigin()) + ")")
        .collect(
            Collectors.joining(
                ", ", "No such setting is known: ", ". docs/settings.md lists all settings."));
  }

  private static String taken(int port) {
    return "Port "
        + port
        + " is taken, by another hub or another program. Stop that one, or choose another port:"
        + " DUNLIN_PORT for the console, as in DUNLIN_PORT=8089 ./dunlin run, DUNLIN_PUBLIC_PORT"
        + " for the public listener.";
  }

  private static String place(BindException wrong) {
    ConfigurationProperty property = wrong.getProperty();
    if (property != null && PORT.equals(wrong.getName().toString()) && isOurs(property)) {
      return NO_PORT;
    }
    String origin = property == null ? "" : " (" + Places.of(property.getOrigin()) + ")";
    return "The setting "
        + wrong.getName()
        + origin
        + " is missing or has a value that cannot be used. docs/settings.md says what is expected.";
  }

  /** Whether the hub's own file says it, which nobody has written who reads this. */
  private static boolean isOurs(ConfigurationProperty property) {
    return Places.of(property.getOrigin()).startsWith("application.yaml");
  }
}
