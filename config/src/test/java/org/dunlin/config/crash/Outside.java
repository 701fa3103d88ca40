package org.dunlin.config.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.mailbox.Mail;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.world.MadeDocument;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.TestDatabase;

/** The invented world around hubs that are killed: it lives on, and it remembers. */
final class Outside implements AutoCloseable {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

  /** Of the world of which most tests tell. */
  static final long SEED = 2026;

  private final World world;
  private final Mailbox mailbox;
  private final Path folder;
  private final FolderProgram program;
  private final Optional<Moneybird> moneybird;
  private final Map<List<LocalDate>, Come> came;
  private final boolean again;

  /** What days bring: into the folder, and into the accounting program that hubs ask. */
  private record Come(List<OutsideFile> files, List<MadeDocument> documents) {}

  private Outside(
      World world,
      Path folder,
      Optional<Moneybird> moneybird,
      Map<List<LocalDate>, Come> came,
      boolean again)
      throws IOException {
    this.world = world;
    this.moneybird = moneybird;
    this.mailbox = Mailbox.open();
    this.folder = folder;
    this.came = came;
    this.again = again;
    this.program = new FolderProgram(in(), out());
    Files.createDirectories(in());
  }

  /** A world of so many days, with its watched folder. */
  static Outside of(int days, Path folder) throws IOException {
    return of(SEED, days, folder);
  }

  /** The same of another seed. */
  static Outside of(long seed, int days, Path folder) throws IOException {
    World world = World.of(seed, FIRST_DAY, days);
    return new Outside(world, folder, Optional.empty(), new LinkedHashMap<>(), false);
  }

  /** One of so many customers, whose documents are made in Moneybird but for every fourth. */
  static Outside withMoneybird(int customers, int days, Path folder) throws IOException {
    World world = World.of(SEED, FIRST_DAY, days, customers);
    Optional<Moneybird> moneybird = Optional.of(Moneybird.of(world));
    return new Outside(world, folder, moneybird, new LinkedHashMap<>(), false);
  }

  /** The same once more: the same on the same days, whatever mail goes out meanwhile. */
  Outside again(Path anotherFolder) throws IOException {
    Optional<Moneybird> other =
        moneybird.isPresent() ? Optional.of(Moneybird.again(world)) : Optional.empty();
    return new Outside(world, anotherFolder, other, came, true);
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

  /** Lets days pass as one and puts all that comes of them into the folder. */
  List<OutsideFile> deliver(List<LocalDate> days) throws IOException {
    List<OutsideFile> files = come(days).files();
    program.deliver(files);
    return files;
  }

  /** Lets days pass as one and books what they bring in the program. */
  void book(List<LocalDate> days) {
    moneybird().book(come(days).documents());
  }

  /** Whether hubs ask an accounting program, too. */
  boolean asksProgram() {
    return moneybird.isPresent();
  }

  private Come come(List<LocalDate> days) {
    return came.computeIfAbsent(
        days,
        pass -> {
          List<OutsideFile> files = pass.stream().flatMap(day -> world.day(day).stream()).toList();
          return new Come(files, world.made(Moneybird.NAME));
        });
  }

  /** The customers read what came since they last looked. */
  void readMail(LocalDate day) {
    for (Mail mail : again ? List.<Mail>of() : mailbox.newMessages()) {
      world.reminderReceived(day, mail.to(), mail.subject(), mail.text());
    }
  }

  /** The days that have passed, those together that passed as one. */
  List<List<LocalDate>> passed() {
    return List.copyOf(came.keySet());
  }

  List<OutsideFile> dropped() {
    return came.values().stream().flatMap(come -> come.files().stream()).toList();
  }

  /** The accounting program that hubs ask. */
  Moneybird moneybird() {
    return moneybird.orElseThrow();
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

  /** What the settings of the company begin with. */
  static final String COMPANY = "dunlin.companies[0].";

  /** The key with which every hub of this world seals. */
  private static final String KEY =
      Base64.getEncoder().encodeToString("key of specifications: 32 bytes.".getBytes(US_ASCII));

  /** The settings of a hub in this world: as in earnest, only faster. */
  List<String> settings() {
    List<String> settings = new ArrayList<>(anywhere());
    settings.add(CrashHub.FOLDER + "=" + in());
    settings.add(CrashHub.COMPANY + "=" + company());
    settings.add("dunlin.lease=3s");
    settings.add("dunlin.sweep=300ms");
    settings.add("dunlin.folder-poll=50ms");
    settings.add("dunlin.folder-settle=350ms");
    settings.add("dunlin.smtp.host=" + mailbox.host());
    settings.add("dunlin.smtp.port=" + mailbox.port());
    settings.add("dunlin.smtp.from=hub@dunlin.example");
    settings.add("dunlin.smtp.start-tls=false");
    settings.addAll(companySettings(world.company()));
    moneybird.ifPresent(program -> settings.addAll(program.settings()));
    return settings;
  }

  private static List<String> anywhere() {
    return List.of(
        "spring.config.import=",
        "logging.config=classpath:logback-spring.xml",
        "server.port=0",
        "dunlin.key=" + KEY);
  }

  /** The settings of a hub that has nothing to do. */
  static List<String> settingsWithoutWorld(Path data) {
    List<String> settings = new ArrayList<>(anywhere());
    settings.add(CrashHub.FOLDER + "=" + data);
    settings.add(CrashHub.COMPANY + "=nobody");
    settings.add("dunlin.data=" + data);
    return settings;
  }

  /** The settings of a hub in this world on a database that is not its own. */
  List<String> settings(TestDatabase database) {
    List<String> settings = settings();
    settings.add("dunlin.database.url=" + database.jdbcUrl());
    settings.add("dunlin.database.user=" + database.user());
    settings.add("dunlin.database.password=" + database.password());
    return settings;
  }

  private List<String> companySettings(Company company) {
    List<String> settings = new ArrayList<>();
    settings.add(COMPANY + "id=" + company.id());
    settings.add(COMPANY + "name=" + company.name());
    settings.add(COMPANY + "country=" + company.country());
    settings.add(COMPANY + "time-zone=" + company.timeZone());
    settings.add(COMPANY + "currency=" + company.currency());
    settings.add(COMPANY + "reply-to=debiteuren@voorbeeld.example");
    settings.add(COMPANY + "mode=LIVE");
    settings.add(COMPANY + "go-live-anyway=its world is simulated");
    settings.add(COMPANY + "business-date=" + FIRST_DAY);
    settings.add(COMPANY + "folders.books=" + folder);
    List<String> ibans =
        company.accounts().stream().map(AccountId::iban).filter(Objects::nonNull).toList();
    for (int i = 0; i < ibans.size(); i++) {
      settings.add(COMPANY + "ibans[" + i + "]=" + ibans.get(i));
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
    moneybird.ifPresent(Moneybird::close);
    mailbox.close();
  }
}
