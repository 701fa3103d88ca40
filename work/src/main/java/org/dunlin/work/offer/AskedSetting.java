package org.dunlin.work.offer;

import java.util.List;
import org.dunlin.connectors.program.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in for a connection.
 *
 * @param label what a form calls it, in English as its program's folder has it
 * @param help where the person finds it
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
    List<String> choices,
    @Nullable String initial,
    @Nullable String example) {
  public AskedSetting {
    choices = List.copyOf(choices);
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

  AskedSetting required(boolean whether) {
    return new AskedSetting(name, label, help, kind, whether, choices, initial, example);
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
        setting.choices(),
        setting.initial(),
        setting.example());
  }
}
