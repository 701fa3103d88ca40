package org.dunlin.work.message;

import java.util.List;
import java.util.stream.Collectors;
import org.dunlin.core.message.TemplateFlaw;

/** A wording cannot be taken; nothing was changed. */
public final class WordingRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<TemplateFlaw> flaws;

  /** Of words that have these flaws; none: somebody kept others meanwhile. */
  public WordingRefused(List<TemplateFlaw> flaws) {
    super(
        flaws.isEmpty()
            ? "Somebody changed this template meanwhile; look at the newest version first."
            : flaws.stream().map(TemplateFlaw::sentence).collect(Collectors.joining(" ")));
    this.flaws = List.copyOf(flaws);
  }

  /** What is wrong with it; nothing: somebody else kept a version meanwhile. */
  public List<TemplateFlaw> flaws() {
    return flaws;
  }
}
