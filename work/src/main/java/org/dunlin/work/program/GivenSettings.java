package org.dunlin.work.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Setting;
import org.dunlin.core.model.ShortText;
import org.dunlin.work.link.GuardedAddress;
import org.dunlin.work.program.WrongSettings.Fault;
import org.jspecify.annotations.Nullable;

/** Checks what somebody fills in against what a connection of its kind asks for. */
public final class GivenSettings {
  private static final int LONGEST = 10_000;

  private final boolean privateAddresses;

  /**
   * @param privateAddresses whether addresses may lead into private networks, and need no https
   */
  public GivenSettings(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  /** What is to be kept: open settings, and secrets apart. */
  public record Checked(Map<String, String> open, Map<String, String> secrets) {
    @Override
    public String toString() {
      return "Checked[" + open.keySet() + ", " + secrets.keySet() + "]"; // never the values
    }
  }

  /**
   * What was looked at, with what is wrong about it.
   *
   * @param checked what would be kept
   * @param faults of single settings
   */
  public record LookedAt(Checked checked, List<Fault> faults) {
    public LookedAt {
      faults = List.copyOf(faults);
    }

    /** Whether this setting has a fault already. */
    public boolean faulty(String setting) {
      return faults.stream().anyMatch(each -> each.setting().equals(setting));
    }
  }

  LookedAt look(Manifest manifest, Map<String, String> given, Set<String> kept) {
    return look(manifest.name(), manifest.settings(), given, kept);
  }

  /**
   * Looks at all settings.
   *
   * @param label what people call that to which the connection leads
   * @param asked what it asks for
   * @param given by name; empty counts as not given
   * @param kept names of secrets that are kept already, and stay where none is given
   */
  public LookedAt look(
      String label, List<Setting> asked, Map<String, String> given, Set<String> kept) {
    List<Fault> faults = new ArrayList<>();
    Map<String, String> open = new TreeMap<>();
    Map<String, String> secrets = new TreeMap<>();
    for (Setting setting : asked) {
      String value = given.getOrDefault(setting.name(), "").strip();
      if (!value.isEmpty()) {
        String fault = fault(setting, value);
        if (fault != null) {
          faults.add(new Fault(setting.name(), fault));
        }
        (setting.secret() ? secrets : open).put(setting.name(), value);
      } else if (setting.required()
          && setting.initial() == null
          && !(setting.secret() && kept.contains(setting.name()))) {
        faults.add(new Fault(setting.name(), setting.label() + " is missing; fill it in."));
      }
    }
    for (String name : given.keySet()) {
      boolean known = asked.stream().anyMatch(each -> each.name().equals(name));
      if (!known && !given.getOrDefault(name, "").isBlank()) {
        faults.add(new Fault(ShortText.of(name), unknown(label, asked, name)));
      }
    }
    return new LookedAt(new Checked(open, secrets), faults);
  }

  private static String unknown(String label, List<Setting> asked, String name) {
    return label
        + " has no setting "
        + ShortText.of(name)
        + "; it has "
        + asked.stream().map(Setting::name).collect(Collectors.joining(", "))
        + ".";
  }

  private @Nullable String fault(Setting setting, String value) {
    if (value.length() > LONGEST) {
      return setting.label() + " is longer than " + LONGEST + " characters.";
    }
    if (value.chars().anyMatch(GivenSettings::neverTyped)) {
      return setting.label() + " holds a control character; enter it anew without it.";
    }
    return switch (setting.type()) {
      case TEXT ->
          setting.refusal(value).isEmpty()
              ? null
              : setting.label() + " does not have its form" + example(setting);
      case SECRET -> null;
      case URL -> address(setting, value);
      case NUMBER ->
          setting.refusal(value).isEmpty()
              ? null
              : setting.label() + " must be a number" + example(setting);
      case FLAG ->
          Set.of("true", "false").contains(value)
              ? null
              : setting.label() + " must be true or false.";
      case CHOICE ->
          setting.choices().contains(value)
              ? null
              : setting.label() + " must be one of " + String.join(", ", setting.choices()) + ".";
    };
  }

  /** Lines of a key are ended and blanks set; nothing else of the kind means anything. */
  private static boolean neverTyped(int character) {
    return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
  }

  private static String example(Setting setting) {
    return setting.example() == null ? "." : ", as in " + setting.example() + ".";
  }

  private @Nullable String address(Setting setting, String value) {
    Optional<GuardedAddress.Flaw> flaw = GuardedAddress.flaw(value, privateAddresses);
    if (flaw.isEmpty()) {
      return null;
    }
    return switch (flaw.get()) {
      case NONE -> setting.label() + " is no address" + example(setting);
      case PLAIN -> setting.label() + " must begin with https://" + example(setting);
      case INSIDE ->
          setting.label()
              + " leads into a private network; the hub goes there only where"
              + " dunlin.programs.private-addresses is true.";
    };
  }
}
