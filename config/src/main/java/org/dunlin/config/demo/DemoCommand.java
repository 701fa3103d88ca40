package org.dunlin.config.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.dunlin.config.hub.Hub;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.mailbox.MailboxPage;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.work.day.BusinessDay;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dunlin demo}: the hub with an invented world around it. */
@Command(
    name = "demo",
    description =
        "Starts the hub with an invented world around it, lets two months pass, and says what it"
            + " reached.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "60",
      description = "How many days pass (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2026",
      description = "Which world is invented (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8088",
      description = "Where the console listens on this machine; 0: any free port.")
  private int port;

  @Option(
      names = "--exit",
      description = "End after the report; exit status 1 if it shows a mistake.")
  private boolean exit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String data = Optional.ofNullable(System.getenv("DUNLIN_DATA")).orElse("data");
    Path directory =
        DemoDirectory.fresh(Path.of(data).toAbsolutePath().normalize().resolve("demo"));
    World world = World.of(seed, FIRST_DAY, days);
    System.err.println("Starting the hub with an invented world around it …");
    try (Mailbox mailbox = Mailbox.open();
        MailboxPage page = MailboxPage.of(mailbox, 0)) {
      Optional<ConfigurableApplicationContext> hub =
          Hub.start(DemoSettings.of(directory, world.company(), FIRST_DAY, mailbox, port));
      if (hub.isEmpty()) {
        return 1;
      }
      try (ConfigurableApplicationContext running = hub.get()) {
        return demonstrate(world, mailbox, page, directory, running);
      }
    }
  }

  private int demonstrate(
      World world,
      Mailbox mailbox,
      MailboxPage page,
      Path directory,
      ConfigurableApplicationContext hub)
      throws IOException, InterruptedException {
    PrintStream words = System.err;
    Optional<FirstAdministrator.Made> administrator = Hub.firstAdministrator(hub);
    Stores stores = hub.getBean(Stores.class);
    Path folder = directory.resolve(DemoSettings.FOLDER);
    DemoDays passing = new DemoDays(world, mailbox, folder, stores, hub.getBean(BusinessDay.class));
    passing.pass(day -> words.print("\r" + day + "  " + mailbox.messages().size() + " reminders "));
    words.println();
    boolean right =
        new DemoReport(world, stores)
            .print(System.out, passing.program(), mailbox.messages().size());
    System.out.println("Where to look:");
    System.out.println("  the hub's console      " + Hub.address(hub));
    administrator.ifPresent(
        made ->
            System.out.println(
                "    sign in as           " + made.name() + " with " + made.password()));
    System.out.println("  the customers' mailbox " + page.address());
    System.out.println("  the watched folder     " + folder);
    System.out.flush();
    if (!exit) {
      words.println("The hub runs on until you end it (Ctrl-C).");
      new CountDownLatch(1).await();
    }
    return right ? 0 : 1;
  }
}
