package org.dunlin.config.hub;

import org.dunlin.store.UnusableDatabase;
import org.dunlin.store.postgres.DataDirectoryInUse;
import org.dunlin.store.postgres.PostgresFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why the hub does not start as a sentence in place of a stack trace. */
public final class ClearFailures implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof DataDirectoryInUse
          || each instanceof PostgresFailure
          || each instanceof UnusableDatabase) {
        return new FailureAnalysis(each.getMessage(), null, each);
      }
    }
    return null;
  }
}
