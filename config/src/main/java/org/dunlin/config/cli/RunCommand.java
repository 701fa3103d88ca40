package org.dunlin.config.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dunlin.config.hub.Hub;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** {@code dunlin run}: starts the hub on its settings and runs until it is ended. */
@Command(
    name = "run",
    description =
        "Starts the hub on its settings: dunlin.yaml in this folder, and DUNLIN_… variables.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  @Override
  public Integer call() throws InterruptedException {
    Optional<ConfigurableApplicationContext> started = Hub.start();
    if (started.isEmpty()) {
      return 1;
    }
    ConfigurableApplicationContext hub = started.get();
    PrintStream words = System.err;
    try {
      Hub.firstAdministrator(hub)
          .filter(made -> Hub.madeUpPassword(hub))
          .ifPresent(
              made ->
                  words.printf(
                      "The first administrator is %s with the password %s - it is shown only this"
                          + " once.%n",
                      made.name(), made.password()));
    } catch (IllegalArgumentException e) {
      words.println(e.getMessage());
      hub.close();
      return 1;
    }
    if (Hub.withoutCompany(hub)) {
      words.println(
          "There is no company yet: add one in the console, or write a dunlin.yaml in this folder,"
              + " as docs/start.md shows, and start again.");
    }
    words.println("The hub runs; its console is at " + Hub.address(hub));
    new CountDownLatch(1).await();
    return 0;
  }
}
