package org.dunlin.work.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.pain.Flavour;
import org.dunlin.connectors.pain.Flavours;
import org.dunlin.connectors.pain.PainVersion;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.work.debit.DebitConnection;
import org.dunlin.work.program.WrongSettings;
import org.jspecify.annotations.Nullable;

/** What is filled in for direct debits that the company's bank takes. */
final class DebitsForm {
  private DebitsForm() {}

  static List<Setting> asked() {
    return List.of(
        text(
                OutgoingForm.TO,
                "Over which connection",
                "A watched folder or an SFTP server; no FTPS server and no mailbox.",
                ".{1,40}")
            .needed("bank"),
        text(
                OutgoingForm.FOLDER,
                "Folder there",
                "It is made where it is missing.",
                "[^\\\\\\p{Cntrl}]{1,500}")
            .initially("debits"),
        new Asked(
                DebitConnection.FLAVOUR,
                "Bank",
                "What differs between banks: docs/formats/pain.md.",
                SettingType.CHOICE,
                null)
            .choice(Flavours.all().stream().map(Flavour::id).toArray(String[]::new)),
        new Asked(
                DebitConnection.VERSION,
                "Version of the file",
                "usual: the one that the bank prefers.",
                SettingType.CHOICE,
                null)
            .choice(versions()),
        text(
                DebitConnection.ACCOUNT,
                "Account that gets the money",
                "One of the company's, as an IBAN.",
                "[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{8,40}")
            .needed("NL44RABO0123456789"),
        text(
                DebitConnection.BIC,
                "BIC of the bank",
                "Where the bank wants it.",
                "[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?")
            .like("RABONL2U"),
        text(
                DebitConnection.REGISTRATION,
                "Number in the trade register",
                "Where the bank wants it, as in Belgium.",
                "[A-Za-z0-9 ./-]{1,35}")
            .like("0403.170.701"),
        new Asked(
                DebitConnection.ONE_SUM,
                "How the bank books",
                "one: one sum for each batch. each: each debit by itself.",
                SettingType.CHOICE,
                null)
            .choice("one", "each"),
        new Asked(
                DebitConnection.AHEAD,
                "Banking days to approve a file",
                "So long before the bank's deadline it is drawn up: 0 to 10.",
                SettingType.NUMBER,
                null)
            .initially(DebitConnection.USUAL_AHEAD));
  }

  static List<WrongSettings.Fault> faults(Map<String, String> open) {
    List<WrongSettings.Fault> faults = new ArrayList<>(AgencyForm.faults(open));
    String account =
        open.getOrDefault(DebitConnection.ACCOUNT, "")
            .replace(" ", "")
            .toUpperCase(java.util.Locale.ROOT);
    if (!Ibans.holds(account)) {
      faults.add(
          new WrongSettings.Fault(
              DebitConnection.ACCOUNT,
              "That is no IBAN: its check digits do not hold; copy it from a statement."));
    }
    String version = open.getOrDefault(DebitConnection.VERSION, DebitConnection.USUAL);
    boolean taken =
        version.equals(DebitConnection.USUAL)
            || Flavours.of(open.getOrDefault(DebitConnection.FLAVOUR, "epc"))
                .filter(
                    flavour ->
                        PainVersion.of(version).filter(flavour.versions()::contains).isPresent())
                .isPresent();
    if (!taken) {
      faults.add(
          new WrongSettings.Fault(
              DebitConnection.VERSION,
              "The bank does not take this version; choose usual, or another one."));
    }
    if (!open.getOrDefault(DebitConnection.AHEAD, "").matches("[0-9]|10")) {
      faults.add(
          new WrongSettings.Fault(
              DebitConnection.AHEAD,
              "Banking days to approve a file must be a whole number from 0 to 10."));
    }
    return faults;
  }

  private static String[] versions() {
    List<String> words = new ArrayList<>(List.of(DebitConnection.USUAL));
    for (PainVersion version : PainVersion.values()) {
      words.add(version.word());
    }
    return words.toArray(String[]::new);
  }

  private static Asked text(String name, String label, @Nullable String help, String pattern) {
    return new Asked(name, label, help, SettingType.TEXT, pattern);
  }
}
