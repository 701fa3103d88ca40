package org.dunlin.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.RefusedErasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code dunlin customer erase-again}: erases in a restored hub who was erased after its backup.
 */
@Command(
    name = "erase-again",
    description = "Erases those of a list, as `dunlin customer erased` prints it, who are not yet.",
    mixinStandardHelpOptions = true)
final class CustomerEraseAgainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path list = Path.of("");

  @Override
  public Integer call() {
    return HubTools.with(this::eraseAgain);
  }

  private int eraseAgain(Stores stores) {
    try {
      int result = 0;
      List<String> lines = Files.readAllLines(list);
      for (String line : lines) {
        String[] words = line.strip().split(" ");
        if (words.length >= 2) {
          result = Math.max(result, eraseAgain(stores, words[0], UUID.fromString(words[1])));
        }
      }
      return result;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("The list " + list + " cannot be read: " + e.getMessage());
      return 1;
    }
  }

  private static int eraseAgain(Stores stores, String companyId, UUID customerId) {
    String who = companyId + " " + customerId + ": ";
    if (stores.erasures().erased(companyId, customerId)) {
      System.err.println(who + "erased already");
      return 0;
    }
    try {
      new EraseCustomer(stores).erase(companyId, customerId, "command line");
      System.err.println(who + "erased");
      return 0;
    } catch (RefusedErasure e) {
      System.err.println(who + e.getMessage());
      return 1;
    }
  }
}
