package org.dunlin.work.road;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.connectors.outgoing.FileForms;
import org.dunlin.connectors.outgoing.FileForms.Made;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.work.outgoing.OutgoingSettings;
import org.dunlin.work.program.WrongSettings;

/** What is wrong with the settings of outgoing files beside the form of each. */
final class OutgoingFaults {
  private static final String ACCOUNT = "\\s*[1-9][0-9]{0,7}\\s*";

  private final OutgoingSettings settings;
  private final List<WrongSettings.Fault> faults = new ArrayList<>();

  private OutgoingFaults(OutgoingSettings settings) {
    this.settings = settings;
  }

  /**
   * @param open what counts of them
   */
  static List<WrongSettings.Fault> of(Map<String, String> open) {
    OutgoingFaults all = new OutgoingFaults(OutgoingSettings.of(open));
    if (List.of(all.settings.folder().split("/")).contains("..")) {
      all.add(
          OutgoingForm.FOLDER,
          "A folder is named from where the connection leads, or from the root; without \"..\".");
    }
    switch (all.settings.content()) {
      case STATUS_LINES -> {}
      case STATUS_CSV -> all.described(FileForms.standing(all.settings.description()));
      case PAYMENTS -> {
        all.described(FileForms.matched(all.settings.description()));
        all.since();
      }
      case DATEV -> {
        all.since();
        all.datev();
      }
    }
    return all.faults;
  }

  private void described(Made<?> made) {
    switch (made) {
      case Made.Sound<?> sound -> {}
      case Made.Faulty<?>(List<Fault> wrong) ->
          add(
              OutgoingForm.DESCRIPTION,
              wrong.stream()
                  .map(each -> "Line " + each.line() + ": " + each.sentence())
                  .collect(Collectors.joining(" ")));
    }
  }

  private void since() {
    try {
      LocalDate.parse(settings.text(OutgoingForm.SINCE));
    } catch (DateTimeException e) {
      add(
          OutgoingForm.SINCE,
          "Say from which day on payments are to be told, as in 2026-01-01; what was booked before"
              + " is taken to be in the books already.");
    }
  }

  /** DATEV-Format, header: the ranges of its fields. */
  private void datev() {
    whole("consultant", "The consultant number", 1001, 9_999_999);
    whole("client", "The client number", 1, 99_999);
    whole("accountDigits", "The number of digits", 4, 8);
    try {
      if (MonthDay.parse("--" + settings.text("fiscalYear")).equals(MonthDay.of(2, 29))) {
        add("fiscalYear", "A fiscal year begins on a day that each year has.");
      }
    } catch (DateTimeException e) {
      add("fiscalYear", "Say month and day on which the fiscal year begins, as in 01-01.");
    }
    banks();
    differences();
  }

  private void banks() {
    String text = settings.text(OutgoingForm.BANKS);
    boolean whole =
        !text.isEmpty()
            && text.lines().allMatch(line -> line.isBlank() || line.matches("[^=]+=" + ACCOUNT));
    if (!whole) {
      add(
          OutgoingForm.BANKS,
          "Name the ledger account of each bank account, a line each, as in"
              + " DE75512108001245126199 = 1800.");
    }
  }

  private void differences() {
    String reasons =
        Arrays.stream(AdjustmentReason.values())
            .filter(reason -> reason != AdjustmentReason.DISCOUNT)
            .map(Enum::name)
            .collect(Collectors.joining("|"));
    boolean whole =
        settings
            .text(OutgoingForm.DIFFERENCES)
            .lines()
            .allMatch(
                line -> line.isBlank() || line.matches("\\s*(" + reasons + ")\\s*=" + ACCOUNT));
    if (!whole) {
      add(
          OutgoingForm.DIFFERENCES,
          "Name the ledger account of each kind of difference ("
              + reasons.replace("|", ", ")
              + "), a line each, as in BANK_CHARGE = 6855.");
    }
  }

  private void whole(String name, String label, int least, int most) {
    String text = settings.text(name);
    boolean fits = text.matches("[0-9]{1,7}");
    if (!fits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      add(name, label + " must be a whole number from " + least + " to " + most + ".");
    }
  }

  private void add(String name, String sentence) {
    faults.add(new WrongSettings.Fault(name, sentence));
  }
}
