package org.dunlin.config.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.dunlin.config.hub.HubTools;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.work.privacy.ExportCustomer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dunlin customer export}: all that the hub keeps about one customer, as a ZIP file. */
@Command(
    name = "export",
    description = "Writes all that the hub keeps about one customer to a ZIP file.",
    mixinStandardHelpOptions = true)
final class CustomerExportCommand implements Callable<Integer> {
  @Mixin private ChosenCustomer chosen = new ChosenCustomer();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file; it must not be there yet.")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    return HubTools.with(this::export);
  }

  private int export(Stores stores) {
    try {
      Customer customer = chosen.find(stores);
      ExportCustomer exports = new ExportCustomer(stores, Clock.systemUTC());
      NewFile.write(target, out -> exports.write(chosen.company(), customer, out));
      System.err.println("All about " + customer.name() + " is in " + target + ".");
      return 0;
    } catch (ChosenCustomer.Unclear e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (FileAlreadyExistsException e) {
      System.err.println("The file " + target + " is there already; name another one.");
      return 1;
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The file " + target + " cannot be written: " + e);
      return 1;
    }
  }
}
