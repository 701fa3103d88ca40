package org.dunlin.work.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.road.RoadKind;
import org.dunlin.work.offer.BrokenFolder.Reason;

/** Which programs can be connected. What is asked answers from what the last look found. */
public final class Offers {
  private final Programs programs;

  /** Of the programs that the hub knows. */
  public Offers(Programs programs) {
    this.programs = programs;
  }

  /** Looks at the folders that were dropped in anew, where nobody looks just now. */
  public void lookAgain() {
    programs.rescanUnlessLooking();
  }

  /** All of them, by name. */
  public List<OfferedProgram> all() {
    return programs.all().stream().map(this::offered).toList();
  }

  /** The roads on which files come. */
  public List<OfferedProgram> roads() {
    return Stream.of(RoadKind.values()).map(OfferedProgram::of).toList();
  }

  /** All that can be connected, or watched: programs, then roads, then folders. */
  public List<OfferedProgram> everything() {
    return Stream.of(all(), roads(), List.of(OfferedProgram.folder()))
        .flatMap(List::stream)
        .toList();
  }

  /** The program, or the road, of this name. */
  public Optional<OfferedProgram> find(String name) {
    return RoadKind.of(name)
        .map(OfferedProgram::of)
        .or(() -> programs.program(name).map(this::offered));
  }

  /** The program as it is for a connection with these settings. */
  Optional<OfferedProgram> find(String name, Map<String, String> settings) {
    return RoadKind.of(name)
        .map(OfferedProgram::of)
        .or(() -> programs.program(name).map(program -> offered(program.of(settings))));
  }

  /** Folders that are refused, by name. */
  public List<BrokenFolder> broken() {
    return programs.broken().stream()
        .map(
            broken ->
                new BrokenFolder(
                    broken.folder(),
                    broken.faults().stream()
                        .map(each -> new Reason(each.file(), each.line(), each.sentence()))
                        .toList()))
        .toList();
  }

  private OfferedProgram offered(Program program) {
    return OfferedProgram.of(program, programs.droppedIn(program.name()));
  }
}
