package org.dunlin.config.cli;

import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import picocli.CommandLine.Command;

/** {@code dunlin customer erased}: who was erased, so that a restored hub can do it again. */
@Command(
    name = "erased",
    description = {
      "Lists who was erased: company, id and moment, one a line, nothing of the person.",
      "Keep the list beside your backups; a restored hub takes it with erase-again."
    },
    mixinStandardHelpOptions = true)
final class CustomerErasedCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return HubTools.with(CustomerErasedCommand::list);
  }

  private static int list(Stores stores) {
    stores
        .erasures()
        .all()
        .forEach(e -> System.out.println(e.companyId() + " " + e.customerId() + " " + e.at()));
    return 0;
  }
}
