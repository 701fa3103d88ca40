package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.dunlin.console.words.Words;
import org.dunlin.work.offer.AskedSetting;
import org.dunlin.work.offer.OfferedProgram;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.program.WrongSettings.Fault;

/** The settings of a program as fields of a form, and what is entered there. */
final class SettingForm {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> errors = new HashMap<>();

  /** A form in which nothing is entered yet. */
  SettingForm() {}

  /** A form with what somebody has entered and could not be taken, and why, in their words. */
  SettingForm(Map<String, String> entered, WrongSettings wrong, Words words) {
    texts.putAll(entered);
    wrong.faults().forEach(fault -> add(fault, words));
  }

  private void add(Fault fault, Words words) {
    String sentence = words.reason(fault.sentence()).text();
    errors.merge(fault.setting(), sentence, (one, other) -> one + " " + other);
  }

  /** What was entered of settings, by their names; what is empty is among it. */
  static Map<String, String> entered(Map<String, String> parameters) {
    Map<String, String> entered = new TreeMap<>();
    parameters.forEach(
        (name, text) -> {
          if (name.startsWith(SettingField.PREFIX)) {
            entered.put(name.substring(SettingField.PREFIX.length()), text.strip());
          }
        });
    return entered;
  }

  /** What is wrong with the connection itself, and not with one of its settings. */
  String error(String name) {
    return errors.getOrDefault(name, "");
  }

  boolean amiss() {
    return !errors.isEmpty();
  }

  /** The fields for a new connection. */
  List<SettingField> of(OfferedProgram program) {
    List<SettingField> fields = new ArrayList<>();
    for (AskedSetting setting : program.settings()) {
      String initial = setting.initial() == null ? "" : setting.initial();
      fields.add(field(program, setting, initial, false, false));
    }
    return fields;
  }

  /** The fields of those settings of a connection that are wanted. */
  List<SettingField> of(ShownConnection shown, Predicate<AskedSetting> wanted) {
    List<SettingField> fields = new ArrayList<>();
    if (shown.offered() != null) {
      for (AskedSetting setting : shown.offered().settings()) {
        if (wanted.test(setting)) {
          String text = shown.connection().settings().getOrDefault(setting.name(), "");
          boolean kept = shown.kept().contains(setting.name());
          fields.add(field(shown.offered(), setting, text, kept, shown.isFixed(setting.name())));
        }
      }
    }
    return fields;
  }

  private SettingField field(
      OfferedProgram program, AskedSetting setting, String before, boolean kept, boolean fixed) {
    String text = setting.secret() ? "" : texts.getOrDefault(setting.name(), before);
    return new SettingField(
        setting, program.isRoad(), text, kept, fixed, errors.get(setting.name()));
  }
}
