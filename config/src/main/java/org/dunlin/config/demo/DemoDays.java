package org.dunlin.config.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.dunlin.work.day.BusinessDay;
import org.jspecify.annotations.Nullable;

/** Lets the days pass: the world's files in, the day's work drained, the customers' mail read. */
final class DemoDays implements AutoCloseable {
  private static final Duration LONGEST_DAY = Duration.ofMinutes(2);

  /**
   * The programs are read by notices; of money some tell only when they are asked, as the hub does
   * many times a day. A day lasts a second or two here.
   */
  private static final int DAYS_BETWEEN_READINGS = 14;

  private static final long LOOK_NANOS = Duration.ofMillis(10).toNanos();

  /**
   * While the hub moves something, its database is asked only so seldom whether the day is over.
   */
  private static final long MOVING_NANOS = Duration.ofMillis(250).toNanos();

  private final World world;
  private final Mailbox mailbox;
  private final Path in;
  private final FolderProgram program;
  private final DemoPrograms programs;
  private final Browsing browsing;
  private final Stores stores;
  private final BusinessDay businessDay;
  private final BooleanSupplier moving;
  private @Nullable DemoBrowser browser;
  private int files;
  private int mails;

  DemoDays(
      World world,
      Mailbox mailbox,
      Path folder,
      DemoPrograms programs,
      Browsing browsing,
      Stores stores,
      BusinessDay businessDay,
      BooleanSupplier moving) {
    this.world = world;
    this.programs = programs;
    this.browsing = browsing;
    this.mailbox = mailbox;
    this.in = folder.resolve("in");
    this.program = new FolderProgram(in, folder.resolve("out"));
    this.stores = stores;
    this.businessDay = businessDay;
    this.moving = moving;
  }

  /** Signs the administrator in. */
  @FunctionalInterface
  interface Browsing {
    DemoBrowser signedIn() throws IOException;
  }

  /**
   * A day that has passed.
   *
   * @param number from 1
   * @param of how many pass in all
   * @param files that came into the folder until now
   * @param mails that customers received until now
   */
  record Passed(LocalDate date, int number, int of, int files, int mails) {}

  /** Lets all days pass, telling each. */
  void pass(Consumer<Passed> told) throws IOException {
    Files.createDirectories(in);
    String company = world.company().id();
    List<LocalDate> days = world.days();
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      if (i == days.size() / 2) {
        mailbox.hangUpAfterData(1); // so that the fate of one message is not known
      }
      programs.provider().dayIs(day);
      businessDay.begin(company, day);
      await(day);
      LocalDate before = day.minusDays(1);
      customersRead(before, before); // in the morning, after the files of the day before
      programs.provider().payOut(day);
      List<OutsideFile> delivered = world.day(day);
      files += delivered.size();
      programs.keep();
      if (i == 0) {
        connect(day);
      }
      program.deliver(delivered);
      awaitTaken(day);
      customersRead(day, before); // what left while the files were still coming
      await(day);
      if (i % DAYS_BETWEEN_READINGS == 0) {
        sync(day);
      }
      customersRead(day, day);
      told.accept(new Passed(day, i + 1, days.size(), files, mails));
    }
    sync(days.getLast()); // what is found by it is told, and read back once more
    sync(days.getLast());
  }

  /**
   * One after the other; the first leads where others have an invoice, too, whoever comes first.
   */
  private void connect(LocalDate day) throws IOException {
    for (String name : DemoPrograms.NAMES) {
      programs.connect(name, browser());
      await(day);
    }
    programs.connectProvider(browser());
    await(day);
    stores
        .ofRecord()
        .name(world.company().id(), Subject.INVOICES, DemoPrograms.NAMES.getFirst(), "demo");
  }

  /** Lets the programs be read to the end, whatever they were to notify the hub of. */
  private void sync(LocalDate day) throws IOException {
    programs.sync(browser());
    await(day);
  }

  /** Signed in once, since to hash a password is as much work as all else of a quiet day. */
  private DemoBrowser browser() throws IOException {
    if (browser == null) {
      browser = browsing.signedIn();
    }
    return browser;
  }

  @Override
  public void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private void customersRead(LocalDate day, LocalDate known) throws IOException {
    for (Mail mail : mailbox.newMessages()) {
      mails++;
      programs.provider().read(mail, day);
      world.reminderReceived(day, known, mail.to(), mail.subject(), mail.text());
    }
  }

  /** The accounting program, which has read the hub's status files. */
  FolderProgram program() {
    return program;
  }

  private void await(LocalDate day) {
    await(day, this::drained);
  }

  private void awaitTaken(LocalDate day) {
    await(day, this::taken);
  }

  /** What the hub writes into a program, the program notifies it of. */
  private boolean drained() {
    awaitRest();
    String company = world.company().id();
    if (!businessDay.drained(company)) {
      return false;
    }
    programs.tellAll();
    return businessDay.drained(company);
  }

  private void await(LocalDate day, BooleanSupplier done) {
    Instant end = Instant.now().plus(LONGEST_DAY);
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "The work of "
                + day
                + " does not end: "
                + stores.backlogs().of(world.company().id())
                + " "
                + stores.programs().linked().of(world.company().id())
                + " "
                + stores.flows().of(world.company().id()));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Waits while the hub is at something, which is for free to know; not for ever, though. */
  private void awaitRest() {
    long end = System.nanoTime() + MOVING_NANOS;
    while (moving.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean taken() {
    try (Stream<Path> listing = Files.list(in)) {
      return listing.noneMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
