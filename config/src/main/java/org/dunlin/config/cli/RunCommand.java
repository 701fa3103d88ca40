package org.dunlin.config.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dunlin.config.hub.Hub;
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
    if (Hub.start().isEmpty()) {
      return 1;
    }
    new CountDownLatch(1).await();
    return 0;
  }
}
