package org.dunlin.connectors.program.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Paging;
import org.dunlin.connectors.program.Placeholder;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Webhooks;

/** What a folder may do, and what its author will hardly have meant (docs/programs.md). */
final class Warnings {
  private static final String SETTING = "settings.";

  private final Folder folder;
  private final Program program;

  Warnings(Folder folder, Program program) {
    this.folder = folder;
    this.program = program;
  }

  List<String> all() {
    List<String> warnings = new ArrayList<>(unsorted());
    warnings.addAll(untried());
    warnings.addAll(unbound());
    warnings.addAll(doubled());
    return warnings;
  }

  /** Streams that lose what slips between two pages until the next sweep. */
  private List<String> unsorted() {
    return program.manifest().streams().stream()
        .filter(stream -> counted(stream.paging()))
        .filter(stream -> stream.cursor() != null && stream.cursor().order() == null)
        .map(
            stream ->
                "stream "
                    + stream.name()
                    + " has counted pages and a cursor, and does not say in which order they come:"
                    + " what slips between two pages is lost until "
                    + (stream.swept().isPresent() ? "its next sweep." : "it changes again.")
                    + " Let the program sort by the cursor (order: ascending) or by what never"
                    + " changes (order: fixed), where it can.")
        .toList();
  }

  private static boolean counted(Paging paging) {
    return switch (paging) {
      case Paging.Page page -> true;
      case Paging.Offset offset -> true;
      case Paging.None none -> false;
      case Paging.Token token -> false;
      case Paging.Link link -> false;
      case Paging.LinkHeader header -> false;
      case Paging.LastKey key -> false;
    };
  }

  /** Write-backs of which nothing shows that they are never made twice. */
  private List<String> untried() {
    return program.manifest().effects().stream()
        .filter(effect -> effect.lookup() != null || reports(effect))
        .filter(
            effect ->
                folder.files().keySet().stream()
                    .noneMatch(
                        file ->
                            file.startsWith("examples/" + effect.name() + "/")
                                && file.endsWith(".answers.json")))
        .map(
            effect ->
                "effect "
                    + effect.name()
                    + (effect.lookup() != null
                        ? " has a lookup of which no example shows what it finds: add"
                        : " has a report of which no example shows what it tells: add")
                    + " examples/"
                    + effect.name()
                    + "/<case>.answers.json.")
        .toList();
  }

  private static boolean reports(Effect effect) {
    return effect.texting() != null && effect.texting().report() != null;
  }

  /** Subscriptions of which a lost answer leaves two. */
  private List<String> doubled() {
    Webhooks webhooks = program.manifest().webhooks();
    Webhooks.Subscription made = webhooks == null ? null : webhooks.subscribe();
    return made != null && made.lookup() == null
        ? List.of(
            "webhooks.subscribe has no lookup: where the answer to a subscription is lost, another"
                + " is made beside it, and each notice comes twice. Add lookup, where the program"
                + " has a list of its subscriptions.")
        : List.of();
  }

  /** Settings that lead to other books when somebody changes them, and may be changed. */
  private List<String> unbound() {
    Set<String> inAddresses =
        program.manifest().streams().stream()
            .map(Stream::request)
            .filter(Objects::nonNull)
            .map(RequestTemplate::address)
            .flatMap(address -> address.placeholders().stream())
            .map(Placeholder::name)
            .collect(Collectors.toSet());
    return program.manifest().settings().stream()
        .filter(setting -> !setting.books() && inAddresses.contains(SETTING + setting.name()))
        .map(
            setting ->
                "setting "
                    + setting.name()
                    + " stands in the address from which records come, and may be changed after"
                    + " some were read. If it says whose books they are, add books: true to it: the"
                    + " records of two administrations would be mixed.")
        .toList();
  }
}
