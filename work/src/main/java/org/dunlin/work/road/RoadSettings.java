package org.dunlin.work.road;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.core.road.RoadKind;
import org.jspecify.annotations.Nullable;

/** What is filled in for a road, in the order of a form. */
public final class RoadSettings {
  /** What becomes of a file that was taken: it is moved into a folder, or stays. */
  static final List<String> AFTER = List.of("done", "keep");

  private static final String HOST = "[A-Za-z0-9._:-]{1,253}";
  private static final String FOLDER = "[^\\\\\\p{Cntrl}]{1,500}";
  private static final String NAME = "[^/\\\\\\p{Cntrl}]{1,100}";

  private RoadSettings() {}

  /** What people call such a road, in English. */
  public static String label(RoadKind kind) {
    return switch (kind) {
      case SFTP -> "SFTP server";
      case FTPS -> "FTPS server";
      case MAILBOX -> "Mailbox";
      case UPLOAD -> "Upload";
      case OUTGOING -> "Outgoing files";
      case LETTERS -> "Letters to print";
      case AGENCY -> "Collection agency";
      case DEBITS -> "Direct debit files";
    };
  }

  /** What is asked. */
  public static List<Setting> of(RoadKind kind) {
    return switch (kind) {
      case SFTP ->
          Stream.of(server("22", "sftp.bank.example", "acme"), sftp(), folder())
              .flatMap(List::stream)
              .toList();
      case FTPS ->
          Stream.of(server(null, "ftps.bank.example", "acme"), ftps(), folder())
              .flatMap(List::stream)
              .toList();
      case MAILBOX ->
          Stream.of(server(null, "imap.mail.example", "invoices@acme.example"), mailbox())
              .flatMap(List::stream)
              .toList();
      case UPLOAD -> List.of();
      case OUTGOING -> OutgoingForm.asked();
      case LETTERS -> LettersForm.asked();
      case AGENCY -> AgencyForm.asked();
      case DEBITS -> DebitsForm.asked();
    };
  }

  /** What counts: what is filled in, and else what a form offers. */
  static Map<String, String> complete(RoadKind kind, Map<String, String> open) {
    Map<String, String> all = new TreeMap<>();
    for (Setting setting : of(kind)) {
      String initial = setting.initial();
      if (!setting.secret() && initial != null) {
        all.put(setting.name(), initial);
      }
    }
    open.forEach((name, value) -> all.computeIfPresent(name, (same, before) -> value));
    open.forEach(all::putIfAbsent);
    if (kind.isLookedAt()) {
      all.putIfAbsent("port", port(kind, all));
    }
    return all;
  }

  /** RFC 959, RFC 4217 (implicit TLS by custom), RFC 9051 and RFC 8314. */
  private static String port(RoadKind kind, Map<String, String> all) {
    return switch (kind) {
      case SFTP -> "22";
      case FTPS -> "implicit".equals(all.get("security")) ? "990" : "21";
      case MAILBOX -> "starttls".equals(all.get("security")) ? "143" : "993";
      case UPLOAD, OUTGOING, LETTERS, AGENCY, DEBITS -> "";
    };
  }

  private static List<Setting> server(@Nullable String port, String host, String user) {
    return List.of(
        text("host", "Host", "As the bank, or whoever keeps the server, names it.", HOST)
            .needed(host),
        new Asked("port", "Port", null, SettingType.NUMBER, null).initially(port),
        text("user", "User", null, ".{1,200}").needed(user));
  }

  private static List<Setting> sftp() {
    return List.of(
        secret("password", "Password", "Where the server wants one, and no key."),
        secret(
            "privateKey",
            "Private key",
            "The whole text of the file, from BEGIN to END, in the form of OpenSSH or PEM."),
        secret("passphrase", "Passphrase of the key", "Where the key has one."),
        text(
                "hostKey",
                "Host key of the server",
                "By which the server is known: a line of ssh-keyscan or known_hosts, or a"
                    + " fingerprint. Ask whoever keeps the server.",
                "(?s).{1,10000}")
            .needed("SHA256:…"));
  }

  private static List<Setting> ftps() {
    return List.of(
        new Asked(
                "security",
                "TLS",
                "explicit: AUTH TLS on the usual port. implicit: TLS from the first byte.",
                SettingType.CHOICE,
                null)
            .choice("explicit", "implicit"),
        secret("password", "Password", null),
        certificate());
  }

  private static List<Setting> mailbox() {
    return List.of(
        new Asked(
                "security",
                "TLS",
                "tls: from the first byte. starttls: asked for on the usual port.",
                SettingType.CHOICE,
                null)
            .choice("tls", "starttls"),
        secret("password", "Password", "Of the mailbox; an app password where there are some."),
        certificate(),
        text("folder", "Folder", "Where mails come in.", NAME).initially("INBOX"),
        text("taken", "Folder for what was taken", "Where a mail is filed then.", NAME)
            .initially("Dunlin"),
        text("unread", "Folder for the rest", "For mails that bring no file to read.", NAME)
            .initially("Dunlin unread"),
        every());
  }

  private static List<Setting> folder() {
    return List.of(
        text("folder", "Folder", "Where the files are; folders in it are left alone.", FOLDER)
            .initially("."),
        text("files", "Names of files", "Only these are taken; * stands for anything.", NAME)
            .like("*.xml"),
        text(
                "marker",
                "Marker",
                "A file is whole once one of the same name with this at its end lies beside it.",
                NAME)
            .like(".done"),
        new Asked(
                "after",
                "What was taken",
                "done: is moved into the folder below. keep: stays where it is.",
                SettingType.CHOICE,
                null)
            .choice("done", "keep"),
        text("done", "Folder for what was taken", "In the folder itself.", NAME).initially("done"),
        every());
  }

  private static Setting certificate() {
    return new Asked(
            "certificate",
            "Certificate",
            "Only where no known authority vouches for the server: its certificate, or that of its"
                + " authority, as PEM text.",
            SettingType.TEXT,
            "(?s).{1,10000}")
        .asked();
  }

  private static Setting every() {
    return new Asked("every", "Looked at every … seconds", null, SettingType.NUMBER, null)
        .initially("60");
  }

  private static Asked text(String name, String label, @Nullable String help, String pattern) {
    return new Asked(name, label, help, SettingType.TEXT, pattern);
  }

  private static Setting secret(String name, String label, @Nullable String help) {
    return new Asked(name, label, help, SettingType.SECRET, null).asked();
  }
}
