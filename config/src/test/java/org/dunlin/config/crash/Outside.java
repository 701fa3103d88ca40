package org.dunlin.config.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.World;

/** The invented world around hubs that are killed: it lives on, and it remembers. */
final class Outside implements AutoCloseable {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
  private static final long SEED = 2026;

  private final World world;
  private final Mailbox mailbox;
  private final Path folder;
  private final FolderProgram program;
  private final List<OutsideFile> dropped = new ArrayList<>();

  private Outside(World world, Mailbox mailbox, Path folder) {
    this.world = world;
    this.mailbox = mailbox;
    this.folder = folder;
    this.program = new FolderProgram(in(), out());
  }

  /** A world of so many days, with its watched folder. */
  static Outside of(int days, Path folder) throws IOException {
    Outside outside = new Outside(World.of(SEED, FIRST_DAY, days), Mailbox.open(), folder);
    Files.createDirectories(outside.in());
    return outside;
  }

  World world() {
    return world;
  }

  String company() {
    return world.company().id();
  }

  /** The folder that the hub watches. */
  Path in() {
    return folder.resolve("in");
  }

  /** The folder into which the hub writes. */
  Path out() {
    return folder.resolve("out");
  }

  /** Lets days pass and puts all that comes of them into the folder. */
  List<OutsideFile> deliver(List<LocalDate> days) throws IOException {
    List<OutsideFile> files = new ArrayList<>();
    days.forEach(day -> files.addAll(world.day(day)));
    dropped.addAll(files);
    program.deliver(files);
    return files;
  }

  /** The customers read what came since they last looked. */
  void readMail(LocalDate day) {
    for (Mail mail : mailbox.newMessages()) {
      world.reminderReceived(day, mail.to(), mail.subject(), mail.text());
    }
  }

  List<OutsideFile> dropped() {
    return List.copyOf(dropped);
  }

  List<Mail> mails() {
    return mailbox.messages();
  }

  /** Files that the hub has not taken. */
  List<Path> untaken() throws IOException {
    return files(in());
  }

  /** What the hub has written, also unfinished files. */
  List<Path> written() throws IOException {
    return files(out());
  }

  /** The settings of a hub in this world: as in earnest, only faster. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    settings.add(CrashHub.FOLDER + "=" + in());
    settings.add(CrashHub.COMPANY + "=" + company());
    settings.add("spring.config.import=");
    settings.add("server.port=0");
    settings.add("dunlin.lease=3s");
    settings.add("dunlin.sweep=300ms");
    settings.add("dunlin.folder-poll=50ms");
    settings.add("dunlin.folder-settle=350ms");
    settings.add("dunlin.smtp.host=" + mailbox.host());
    settings.add("dunlin.smtp.port=" + mailbox.port());
    settings.add("dunlin.smtp.from=hub@dunlin.example");
    settings.add("dunlin.smtp.start-tls=false");
    settings.addAll(companySettings(world.company()));
    return settings;
  }

  private List<String> companySettings(Company company) {
    String prefix = "dunlin.companies[0].";
    List<String> settings = new ArrayList<>();
    settings.add(prefix + "id=" + company.id());
    settings.add(prefix + "name=" + company.name());
    settings.add(prefix + "country=" + company.country());
    settings.add(prefix + "time-zone=" + company.timeZone());
    settings.add(prefix + "currency=" + company.currency());
    settings.add(prefix + "reply-to=debiteuren@voorbeeld.example");
    settings.add(prefix + "mode=LIVE");
    settings.add(prefix + "business-date=" + FIRST_DAY);
    settings.add(prefix + "folders.books=" + folder);
    List<String> ibans =
        company.accounts().stream().map(AccountId::iban).filter(Objects::nonNull).toList();
    for (int i = 0; i < ibans.size(); i++) {
      settings.add(prefix + "ibans[" + i + "]=" + ibans.get(i));
    }
    return settings;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() throws IOException {
    mailbox.close();
  }
}
