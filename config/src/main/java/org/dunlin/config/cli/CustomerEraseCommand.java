package org.dunlin.config.cli;

import java.io.Console;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.EraseCustomer.Erased;
import org.dunlin.work.privacy.RefusedErasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dunlin customer erase}: takes one customer out of the books for ever. */
@Command(
    name = "erase",
    description = {
      "Takes one customer out of the books for ever: name, addresses, accounts, messages.",
      "Amounts, dates, numbers and allocations stay. Refused while something is not settled."
    },
    mixinStandardHelpOptions = true)
final class CustomerEraseCommand implements Callable<Integer> {
  @Mixin private ChosenCustomer chosen = new ChosenCustomer();

  @Option(names = "--yes", description = "Does not ask.")
  private boolean sure;

  @Override
  public Integer call() {
    return HubTools.with(this::erase);
  }

  private int erase(Stores stores) {
    try {
      Customer customer = chosen.find(stores);
      if (!sure && !confirmed(customer)) {
        System.err.println("Nothing was erased.");
        return 1;
      }
      Erased erased =
          new EraseCustomer(stores)
              .erase(chosen.company(), UUID.fromString(customer.id()), "command line");
      System.err.printf(
          "The customer is \"%s\" now, with %s and %s; %s gone.%n"
              + "Backups made before still hold the person; docs/privacy.md says what to do.%n",
          erased.name(),
          count(erased.documents(), "document", "documents"),
          count(erased.payments(), "payment", "payments"),
          count(erased.rawContents(), "raw file is", "raw files are"));
      return 0;
    } catch (ChosenCustomer.Unclear | RefusedErasure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static boolean confirmed(Customer customer) {
    Console console = System.console();
    if (console == null) {
      System.err.println("There is nobody to ask; add --yes.");
      return false;
    }
    String typed =
        console.readLine(
            "This cannot be undone. Type the customer's name, %s, to erase it: ", customer.name());
    return customer.name().equals(typed);
  }
}
