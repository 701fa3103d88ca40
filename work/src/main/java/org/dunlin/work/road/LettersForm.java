package org.dunlin.work.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.core.message.AddressWindow;
import org.dunlin.work.letter.LetterSettings;
import org.dunlin.work.program.WrongSettings;
import org.jspecify.annotations.Nullable;

/** What is filled in for letters that are printed elsewhere. */
final class LettersForm {
  private LettersForm() {}

  static List<Setting> asked() {
    return List.of(
        text(
                OutgoingForm.TO,
                "Over which connection",
                "A watched folder or an SFTP server.",
                ".{1,40}")
            .needed("print"),
        text(
                OutgoingForm.FOLDER,
                "Folder there",
                "It is made where it is missing.",
                "[^\\\\\\p{Cntrl}]{1,500}")
            .initially("letters"),
        text("street", "Street and number of the company", null, ".{1,70}")
            .needed("Keizersgracht 1"),
        text("postalCode", "Postal code of the company", null, ".{1,16}").needed("1015 AA"),
        text("city", "City of the company", null, ".{1,35}").needed("Amsterdam"),
        text("country", "Country of the company", "Two letters, as in NL.", "[A-Z]{2}")
            .needed("NL"),
        new Asked(
                LetterSettings.WINDOW,
                "Window of the envelope",
                "usual: as envelopes of the company's country have it.",
                SettingType.CHOICE,
                null)
            .choice(windows()));
  }

  static List<WrongSettings.Fault> faults(Map<String, String> open) {
    List<WrongSettings.Fault> faults = new ArrayList<>();
    faults.addAll(AgencyForm.faults(open));
    if (!List.of(Locale.getISOCountries()).contains(open.getOrDefault("country", ""))) {
      faults.add(
          new WrongSettings.Fault(
              "country", "There is no such country; name it by its two letters, as in NL."));
    }
    return faults;
  }

  private static String[] windows() {
    List<String> words = new ArrayList<>(List.of(LetterSettings.USUAL));
    words.addAll(AddressWindow.words());
    return words.toArray(String[]::new);
  }

  private static Asked text(String name, String label, @Nullable String help, String pattern) {
    return new Asked(name, label, help, SettingType.TEXT, pattern);
  }
}
