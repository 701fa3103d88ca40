package org.dunlin.config.hub;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says on standard error why the hub does not start, and nothing around it. Spring Boot's own
 * report of the same is a log of many lines, which {@code application.yaml} turns off.
 */
public final class SaidFailure implements FailureAnalysisReporter {
  @Override
  public void report(FailureAnalysis failure) {
    System.err.println(visible(failure.getDescription()));
    if (failure.getAction() != null) {
      System.err.println(visible(failure.getAction()));
    }
  }

  private static String visible(String words) {
    return words.strip().replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
  }
}
