package org.dunlin.config.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.sandbox.mailbox.Mailbox;
import org.dunlin.sandbox.world.World;

/** The settings with which the hub runs in the demonstration: as in earnest, only faster. */
final class DemoSettings {
  /** The connection of the invented accounting program and banks. */
  static final String FOLDER = "books";

  private DemoSettings() {}

  /**
   * The settings.
   *
   * @param places where programs are played, by their names
   * @param port where the console listens; 0: any free port
   */
  static Map<String, Object> of(
      Path directory, World world, Mailbox mailbox, Map<String, URI> places, int port)
      throws IOException {
    Company company = world.company();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.port", port);
    settings.put("logging.level.org.dunlin", "warn");
    // A mail server that hangs up belongs to the play; the console shows what became of it.
    settings.put("logging.level.org.dunlin.work.deliver", "error");
    settings.put("logging.level.com.zaxxer.hikari", "error");
    // Whoever starts the demonstration is told by its own words that the programs are played.
    settings.put("logging.level.org.dunlin.config.hub.SaidStandIns", "error");
    // Its server does not wait for the disk, which is meant; see DemoDatabase.
    settings.put("logging.level.org.dunlin.store.Database", "error");
    settings.put("dunlin.data", directory);
    settings.put("dunlin.database.url", "");
    settings.put("dunlin.database.connections", 10); // each has to plan all that it is asked
    settings.put("dunlin.sweep", "2s"); // of what goes on at once, none waits for it
    settings.put("dunlin.folder-poll", "20ms");
    settings.put("dunlin.folder-settle", "75ms"); // longer than the world leaves a file half
    places.forEach((name, place) -> settings.put("dunlin.programs.stand-ins." + name, place));
    settings.put("dunlin.programs.directory", directory.resolve("programs"));
    settings.put("dunlin.descriptions", directory.resolve("descriptions"));
    int notices = freePort();
    settings.put("dunlin.public.port", notices);
    settings.put("dunlin.public.address", "127.0.0.1");
    settings.put("dunlin.public.url", "http://127.0.0.1:" + notices);
    settings.put("dunlin.smtp.host", mailbox.host());
    settings.put("dunlin.smtp.port", mailbox.port());
    settings.put("dunlin.smtp.from", "hub@dunlin.example");
    settings.put("dunlin.smtp.start-tls", false);
    settings.put("dunlin.smtp.implicit-tls", false);
    settings.put("dunlin.smtp.user", "");
    settings.put("dunlin.smtp.password", "");
    settings.put("dunlin.lease", "30s");
    settings.put("dunlin.breaker-floor", Math.max(25, world.customers().size()));
    settings.put("dunlin.largest-file", "2GB");
    settings.put("dunlin.admin-password", "");
    settings.put("dunlin.key", "");
    settings.put("dunlin.key-file", "");
    settings.put("dunlin.backup.nightly", false);
    String prefix = "dunlin.companies[0].";
    settings.put(prefix + "id", company.id());
    settings.put(prefix + "name", company.name());
    settings.put(prefix + "country", company.country());
    settings.put(prefix + "time-zone", company.timeZone());
    settings.put(prefix + "currency", company.currency());
    settings.put(prefix + "reply-to", "debiteuren@voorbeeldhandel.example");
    // No language: so each customer is written to in that of its country.
    settings.put(prefix + "color", DemoLogo.COLOR);
    settings.put(prefix + "logo", DemoLogo.draw(directory.resolve("logo.png")));
    settings.put(prefix + "mode", "LIVE");
    settings.put(prefix + "go-live-anyway", "All that it does is simulated.");
    settings.put(prefix + "business-date", world.days().getFirst());
    settings.put(prefix + "folders." + FOLDER, directory.resolve(FOLDER));
    List<String> ibans =
        company.accounts().stream().map(AccountId::iban).filter(Objects::nonNull).toList();
    for (int i = 0; i < ibans.size(); i++) {
      settings.put(prefix + "ibans[" + i + "]", ibans.get(i));
    }
    return settings;
  }

  /** Where the programs send their notices; the hub says it in addresses before it listens. */
  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
