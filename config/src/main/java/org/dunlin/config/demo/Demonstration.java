package org.dunlin.config.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.dunlin.config.hub.Hub;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.mailbox.MailboxPage;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.work.day.BusinessDay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A running hub with the invented world around it. */
final class Demonstration implements AutoCloseable {
  private final World world;
  private final Path folder;
  private final Mailbox mailbox;
  private final MailboxPage page;
  private final DemoPrograms programs;
  private final ConfigurableApplicationContext hub;
  private final FirstAdministrator.@Nullable Made administrator;
  private final DemoDays days;

  private Demonstration(
      World world,
      Path directory,
      Mailbox mailbox,
      MailboxPage page,
      DemoPrograms programs,
      ConfigurableApplicationContext hub) {
    this.world = world;
    this.folder = directory.resolve(DemoSettings.FOLDER);
    this.mailbox = mailbox;
    this.page = page;
    this.programs = programs;
    this.hub = hub;
    this.administrator = Hub.firstAdministrator(hub).orElse(null);
    this.days =
        new DemoDays(
            world,
            mailbox,
            folder,
            programs,
            () -> DemoBrowser.signedIn(console(), administrator().orElseThrow()),
            hub.getBean(Stores.class),
            hub.getBean(BusinessDay.class),
            () -> hub.getBean(CamelContext.class).getInflightRepository().size() > 0);
  }

  /**
   * Starts the hub in this directory and opens the customers' mailbox and the programs; empty when
   * the hub cannot start, after saying why on standard error.
   *
   * @param port where the console listens; 0: any free port
   */
  static Optional<Demonstration> start(Path directory, World world, int port) throws IOException {
    Mailbox mailbox = Mailbox.open();
    world.deadAddresses().forEach(mailbox::refuseRecipient);
    MailboxPage page = MailboxPage.of(mailbox, 0);
    DemoPrograms programs = DemoPrograms.open(world);
    Optional<ConfigurableApplicationContext> hub =
        Hub.start(
            DemoSettings.of(directory, world, mailbox, programs.places(), port),
            DemoDatabase.class);
    if (hub.isEmpty()) {
      programs.close();
      page.close();
      mailbox.close();
    }
    return hub.map(
        running -> new Demonstration(world, directory, mailbox, page, programs, running));
  }

  /** Lets all days pass, telling each. */
  void pass(Consumer<DemoDays.Passed> told) throws IOException {
    days.pass(told);
  }

  /** What the hub reached so far, held against what the world knows to be true. */
  DemoFigures figures() throws IOException {
    return new DemoTruth(world, hub.getBean(Stores.class))
        .figures(days.program(), programs.open(), mailbox.messages().size());
  }

  /** How many payments customers made by the link of a message. */
  int paidByLink() {
    return programs.provider().paid();
  }

  /** Whether the hub was ended meanwhile. */
  boolean ended() {
    return !hub.isActive();
  }

  World world() {
    return world;
  }

  /** Where the console listens. */
  URI console() {
    return Hub.address(hub);
  }

  /** Who may sign in, with the password. */
  Optional<FirstAdministrator.Made> administrator() {
    return Optional.ofNullable(administrator);
  }

  /** Where the customers' mail is shown. */
  URI mailboxPage() {
    return page.address();
  }

  /** The folder that the accounting program and the banks write into. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    days.close();
    hub.close();
    programs.close();
    page.close();
    mailbox.close();
  }
}
