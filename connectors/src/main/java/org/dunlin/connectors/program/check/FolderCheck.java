package org.dunlin.connectors.program.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.ProgramLoader;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Totals;

/**
 * Holds a folder against its contract: its manifest, its examples, and a vendor that is played from
 * them. A capability that is declared and that nothing shows does not hold.
 */
public final class FolderCheck {
  private final Folder folder;
  private final Program program;
  private final List<ExampleOutcome> examples = new ArrayList<>();
  private final List<Trial> trials;

  private FolderCheck(Folder folder, Program program) {
    this.folder = folder;
    this.program = program;
    examples.addAll(Examples.tried(folder, program));
    examples.addAll(NoticeExamples.tried(folder, program));
    trials = PlayedVendor.trials(folder, program);
  }

  /** Checks all of it. */
  public static FolderChecked of(Folder folder) {
    return switch (ProgramLoader.load(folder)) {
      case Loaded.Faulty(var faults) ->
          new FolderChecked(faults, List.of(), List.of(), List.of(), List.of());
      case Loaded.Sound(Program program) -> new FolderCheck(folder, program).checked();
    };
  }

  private FolderChecked checked() {
    List<Held> held = program.manifest().capabilities().stream().sorted().map(this::held).toList();
    return new FolderChecked(
        List.of(), held, examples, trials, new Warnings(folder, program).all());
  }

  private Held held(Capability capability) {
    return switch (capability) {
      case READ_CUSTOMERS, READ_INVOICES, READ_CREDIT_NOTES, READ_PAYMENTS, READ_ALLOCATIONS ->
          read(capability);
      case READ_TOTALS -> totals();
      case READ_DOCUMENTS -> new Held(capability, true, "as the manifest says");
      case PUSH_PAYMENT,
          PUSH_PAYMENT_REVERSAL,
          PUSH_FEE,
          PUSH_NOTE,
          PUSH_PAYMENT_LINK,
          PUSH_STATUS,
          SEND_TEXT,
          PAY_CHECKOUT,
          PAY_LINK,
          PAY_LINK_CANCEL,
          PAY_REFUND,
          PAY_CANCEL,
          PAY_MANDATE ->
          pushed(capability);
      case WEBHOOK -> shown(capability, "notices", "examples/webhook/");
    };
  }

  private Held read(Capability capability) {
    List<String> streams =
        program.manifest().streams().stream()
            .filter(stream -> stream.gives().contains(capability))
            .map(Stream::name)
            .toList();
    String name = (streams.size() == 1 ? "stream " : "streams ") + String.join(", ", streams);
    int bring = 0;
    for (String stream : streams) {
      Optional<String> amiss = amiss(stream);
      if (amiss.isPresent()) {
        return new Held(capability, false, amiss.get());
      }
      bring += Brought.examples(folder, stream, capability);
    }
    return bring == 0
        ? new Held(capability, false, "no example of " + name + " brings one.")
        : new Held(capability, true, name + ", " + counted(bring));
  }

  private Held totals() {
    return amiss(Totals.STREAM)
        .map(sentence -> new Held(Capability.READ_TOTALS, false, sentence))
        .orElseGet(
            () -> shown(Capability.READ_TOTALS, "totals", "examples/" + Totals.STREAM + "/"));
  }

  /** What is wrong with a stream. */
  private Optional<String> amiss(String stream) {
    Optional<String> example = failing("examples/" + stream + "/");
    return example.isPresent()
        ? example
        : trials.stream()
            .filter(trial -> trial.stream().equals(stream) && !trial.holds())
            .findFirst()
            .map(trial -> "stream " + stream + ", the vendor " + trial.what() + ": see below.");
  }

  private Held pushed(Capability capability) {
    String effect = program.manifest().effect(capability).map(Effect::name).orElse("");
    return shown(capability, "effect " + effect, "examples/" + effect + "/");
  }

  private Held shown(Capability capability, String name, String place) {
    Optional<String> failing = failing(place);
    if (failing.isPresent()) {
      return new Held(capability, false, failing.get());
    }
    long there = examples.stream().filter(each -> each.file().startsWith(place)).count();
    return there == 0
        ? new Held(capability, false, "there is no example below " + place)
        : new Held(capability, true, name + ", " + counted((int) there));
  }

  private Optional<String> failing(String place) {
    return examples.stream()
        .filter(each -> each.file().startsWith(place) && !each.holds())
        .findFirst()
        .map(each -> each.file() + " does not hold: see below.");
  }

  private static String counted(int examples) {
    return examples == 1 ? "1 example" : examples + " examples";
  }
}
