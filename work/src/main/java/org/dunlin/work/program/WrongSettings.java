package org.dunlin.work.program;

import java.util.List;
import java.util.stream.Collectors;

/** That a connection cannot be used as somebody says it; each fault is a sentence. */
public final class WrongSettings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  /**
   * One fault.
   *
   * @param setting which setting it is about; the connection itself is {@code id}
   * @param sentence what is wrong and how to mend it; never the value of a secret
   */
  public record Fault(String setting, String sentence) {}

  /** With all that is wrong. */
  public WrongSettings(List<Fault> faults) {
    super(
        faults.stream().map(Fault::sentence).collect(Collectors.joining(" ")), null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** One fault. */
  public static WrongSettings one(String setting, String sentence) {
    return new WrongSettings(List.of(new Fault(setting, sentence)));
  }

  /** All that is wrong. */
  public List<Fault> faults() {
    return faults;
  }
}
