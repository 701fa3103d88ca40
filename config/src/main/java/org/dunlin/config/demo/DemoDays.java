package org.dunlin.config.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.work.day.BusinessDay;

/** Lets the days pass: the world's files in, the day's work drained, the customers' mail read. */
final class DemoDays {
  private static final Duration LONGEST_DAY = Duration.ofMinutes(2);
  private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

  private final World world;
  private final Mailbox mailbox;
  private final Path in;
  private final FolderProgram program;
  private final Stores stores;
  private final BusinessDay businessDay;

  DemoDays(World world, Mailbox mailbox, Path folder, Stores stores, BusinessDay businessDay) {
    this.world = world;
    this.mailbox = mailbox;
    this.in = folder.resolve("in");
    this.program = new FolderProgram(in, folder.resolve("out"));
    this.stores = stores;
    this.businessDay = businessDay;
  }

  /** Lets all days pass, telling each. */
  void pass(Consumer<LocalDate> told) throws IOException {
    Files.createDirectories(in);
    String company = world.company().id();
    for (LocalDate day : world.days()) {
      businessDay.begin(company, day);
      await(company, day);
      customersRead(day.minusDays(1)); // in the morning, after the files of the day before
      program.deliver(world.day(day));
      await(company, day);
      customersRead(day);
      told.accept(day);
    }
  }

  private void customersRead(LocalDate day) {
    for (Mail mail : mailbox.newMessages()) {
      world.reminderReceived(day, mail.to(), mail.subject(), mail.text());
    }
  }

  /** The accounting program, which has read the hub's status files. */
  FolderProgram program() {
    return program;
  }

  private void await(String company, LocalDate day) throws IOException {
    Instant end = Instant.now().plus(LONGEST_DAY);
    while (!taken() || !businessDay.drained(company)) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "The work of " + day + " does not drain: " + stores.backlogs().of(company));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean taken() throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.noneMatch(Files::isRegularFile);
    }
  }
}
