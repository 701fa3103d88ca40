package org.dunlin.work.program;

import java.util.EnumSet;
import java.util.Set;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;

/** What programs can be told, as their manifests promise it. */
public final class ProgramAbilities implements Abilities {
  private final Programs programs;

  /** Of these programs. */
  public ProgramAbilities(Programs programs) {
    this.programs = programs;
  }

  @Override
  public Set<WriteBack> told(String program) {
    return programs
        .program(program)
        .map(known -> told(known.manifest().capabilities()))
        .orElse(Set.of());
  }

  @Override
  public boolean takesPayments(String program) {
    return programs.program(program).filter(known -> known.manifest().pay() != null).isPresent();
  }

  private static Set<WriteBack> told(Set<Capability> capabilities) {
    Set<WriteBack> told = EnumSet.noneOf(WriteBack.class);
    for (WriteBack each : WriteBack.values()) {
      if (capabilities.contains(capability(each))) {
        told.add(each);
      }
    }
    return told;
  }

  private static Capability capability(WriteBack told) {
    return switch (told) {
      case PAYMENT -> Capability.PUSH_PAYMENT;
      case PAYMENT_REVERSAL -> Capability.PUSH_PAYMENT_REVERSAL;
      case FEE -> Capability.PUSH_FEE;
      case NOTE -> Capability.PUSH_NOTE;
      case PAYMENT_LINK -> Capability.PUSH_PAYMENT_LINK;
      case STATUS -> Capability.PUSH_STATUS;
    };
  }
}
