package org.dunlin.work.outgoing;

import java.util.List;
import org.dunlin.connectors.outgoing.FileForm;
import org.dunlin.connectors.outgoing.FileForms;
import org.dunlin.connectors.outgoing.FileForms.Made;
import org.dunlin.connectors.outgoing.MatchedLine;

/** Writes matched payments as CSV. */
final class WrittenCsv {
  private WrittenCsv() {}

  static Written of(OutgoingSettings settings, String name, List<MatchedLine> lines) {
    return switch (FileForms.matched(settings.description())) {
      case Made.Faulty<MatchedLine> faulty ->
          throw new IllegalStateException(
              "The description of the columns is refused: " + faulty.faults().getFirst());
      case Made.Sound<MatchedLine>(FileForm<MatchedLine> form) ->
          new Written(
              new KeptFile("payments-" + name + ".csv", form.charset().name(), form.head()),
              lines.stream().map(line -> new Written.Text(line, form.line(line))).toList(),
              List.of());
    };
  }
}
