package org.dunlin.work.road;

import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Setting;
import org.dunlin.connectors.program.SettingType;
import org.dunlin.work.handover.Agency;
import org.dunlin.work.program.WrongSettings;

/** What is filled in for who collects cases: an agency, a bailiff, a lawyer. */
final class AgencyForm {
  private AgencyForm() {}

  static List<Setting> asked() {
    return List.of(
        new Asked(Agency.NAME, "Name of the agency", null, SettingType.TEXT, ".{1,100}")
            .needed("Incasso Noord"),
        new Asked(
                OutgoingForm.TO,
                "Over which connection",
                "A watched folder or an SFTP server; not needed where cases are mailed.",
                SettingType.TEXT,
                ".{1,40}")
            .like("agency-server"),
        new Asked(
                Agency.MAIL,
                "Mailed to",
                "An e-mail address, in place of a folder or a server. A mail takes 15 MB at most.",
                SettingType.TEXT,
                "[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,190}")
            .like("cases@agency.example"),
        new Asked(
                OutgoingForm.FOLDER,
                "Folder there",
                "It is made where it is missing.",
                SettingType.TEXT,
                "[^\\\\\\p{Cntrl}]{1,500}")
            .initially("cases"),
        new Asked(
                Agency.APPROVAL,
                "Who releases a case",
                "person: each case waits for a person. automatic: it goes as its plan says.",
                SettingType.CHOICE,
                null)
            .choice("person", Agency.AUTOMATIC));
  }

  static List<WrongSettings.Fault> faults(Map<String, String> open) {
    boolean mailed = !open.getOrDefault(Agency.MAIL, "").isBlank();
    if (mailed != open.getOrDefault(OutgoingForm.TO, "").isBlank()) {
      return List.of(
          new WrongSettings.Fault(
              OutgoingForm.TO, "Cases go over a connection or by mail; name one of the two."));
    }
    return List.of(open.getOrDefault(OutgoingForm.FOLDER, "").split("/")).contains("..")
        ? List.of(
            new WrongSettings.Fault(
                OutgoingForm.FOLDER,
                "A folder is named from where the connection leads, or from the root; without"
                    + " \"..\"."))
        : List.of();
  }
}
