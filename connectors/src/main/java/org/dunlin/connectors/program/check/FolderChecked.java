package org.dunlin.connectors.program.check;

import java.util.List;
import org.dunlin.connectors.yaml.Fault;

/**
 * What the check of a folder found.
 *
 * @param faults why the folder is refused; where there are any, nothing else was tried
 * @param capabilities all that it declares, in the order of the reference
 * @param examples its examples, in the order of their names
 * @param trials what was tried with a vendor that is played from the examples
 * @param warnings what holds and may yet lose something, as sentences
 */
public record FolderChecked(
    List<Fault> faults,
    List<Held> capabilities,
    List<ExampleOutcome> examples,
    List<Trial> trials,
    List<String> warnings) {
  public FolderChecked {
    faults = List.copyOf(faults);
    capabilities = List.copyOf(capabilities);
    examples = List.copyOf(examples);
    trials = List.copyOf(trials);
    warnings = List.copyOf(warnings);
  }

  /** Whether the folder can be used and does all that it declares. */
  public boolean holds() {
    return faults.isEmpty()
        && capabilities.stream().allMatch(Held::holds)
        && examples.stream().allMatch(ExampleOutcome::holds)
        && trials.stream().allMatch(Trial::holds);
  }
}
