package org.dunlin.work.offer;

import java.util.List;
import org.dunlin.connectors.program.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in for a connection.
 *
 * @param label what a form calls it, in English as its program's folder has it
 * @param help where the person finds it
 * @param required whether it is needed, of what counts where nothing is chosen
 * @param neededWith with which choice of another setting it is needed; absent where none matters
 * @param choices of a choice, in their order
 * @param initial what counts where nothing is filled in
 * @param example shown beside the field
 */
public record AskedSetting(
    String name,
    String label,
    @Nullable String help,
    Kind kind,
    boolean required,
    @Nullable NeededWith neededWith,
    List<String> choices,
    @Nullable String initial,
    @Nullable String example) {
  public AskedSetting {
    choices = List.copyOf(choices);
  }

  /**
   * That a setting is needed with some choices of another.
   *
   * @param setting the name of that one
   * @param label what a form calls it
   * @param choices with which it is needed
   */
  public record NeededWith(String setting, String label, List<String> choices) {
    public NeededWith {
      choices = List.copyOf(choices);
    }
  }

  /** Whether it is needed whatever is chosen. */
  public boolean always() {
    return required && neededWith == null;
  }

  /** How it is filled in. */
  public enum Kind {
    TEXT,
    /** Shown to nobody again. */
    SECRET,
    /** An https address. */
    URL,
    NUMBER,
    /** True or false. */
    FLAG,
    CHOICE
  }

  /** Whether it is sealed when it is stored and shown to nobody again. */
  public boolean secret() {
    return kind == Kind.SECRET;
  }

  AskedSetting needed(boolean usually, @Nullable NeededWith with) {
    return new AskedSetting(name, label, help, kind, usually, with, choices, initial, example);
  }

  static AskedSetting of(Setting setting) {
    Kind kind =
        switch (setting.type()) {
          case TEXT -> Kind.TEXT;
          case SECRET -> Kind.SECRET;
          case URL -> Kind.URL;
          case NUMBER -> Kind.NUMBER;
          case FLAG -> Kind.FLAG;
          case CHOICE -> Kind.CHOICE;
        };
    return new AskedSetting(
        setting.name(),
        setting.label(),
        setting.help(),
        kind,
        setting.required(),
        null,
        setting.choices(),
        setting.initial(),
        setting.example());
  }
}
