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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says why the hub does not start as a sentence in place of a stack trace. Of a setting it names
 * the name and the place, never the value, which may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ClearFailures implements FailureAnalyzer {
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

  private static String place(BindException wrong) {
    ConfigurationProperty property = wrong.getProperty();
    String origin = property == null ? "" : " (" + Places.of(property.getOrigin()) + ")";
    return "The setting "
        + wrong.getName()
        + origin
        + " is missing or has a value that cannot be used. docs/settings.md says what is expected.";
  }
}
