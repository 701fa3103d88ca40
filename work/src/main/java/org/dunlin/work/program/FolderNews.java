package org.dunlin.work.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;
import org.dunlin.connectors.program.Programs.Broken;
import org.dunlin.connectors.yaml.Fault;
import org.jspecify.annotations.Nullable;

/** What has become of the folders that were dropped in since the last look, each once. */
final class FolderNews {
  private final Map<String, Program> sound = new HashMap<>();
  private final Map<String, List<Fault>> refused = new HashMap<>();

  /**
   * One thing that happened.
   *
   * @param amiss whether somebody has to mend it
   */
  record News(boolean amiss, String sentence) {}

  /** What is new of these programs. */
  synchronized List<News> of(Programs programs) {
    List<News> news = new ArrayList<>();
    Map<String, Program> now =
        programs.all().stream()
            .filter(program -> programs.droppedIn(program.name()))
            .collect(Collectors.toMap(Program::name, program -> program));
    now.forEach((name, program) -> found(name, sound.put(name, program), program, news));
    Map<String, List<Fault>> broken =
        programs.broken().stream().collect(Collectors.toMap(Broken::folder, Broken::faults));
    broken.forEach(
        (name, faults) -> {
          if (!faults.equals(refused.put(name, faults))) {
            news.add(new News(true, refusal(name, faults)));
          }
        });
    refused.keySet().retainAll(broken.keySet());
    for (String gone : new TreeSet<>(sound.keySet())) {
      if (!now.containsKey(gone)) {
        sound.remove(gone);
        news.add(new News(false, "The folder of the program " + gone + " was taken away."));
      }
    }
    return news;
  }

  private static void found(String name, @Nullable Program before, Program now, List<News> news) {
    if (before == null) {
      news.add(new News(false, "The program " + name + " was found and can be connected."));
    } else if (before != now) {
      news.add(new News(false, "The program " + name + " was changed and goes on as it is now."));
    }
  }

  private static String refusal(String name, List<Fault> faults) {
    return "The folder of the program "
        + name
        + " is refused: "
        + faults.stream().map(Fault::toString).collect(Collectors.joining(" "));
  }
}
