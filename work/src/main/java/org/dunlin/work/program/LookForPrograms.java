package org.dunlin.work.program;

import java.time.Duration;
import org.dunlin.connectors.program.Programs;
import org.dunlin.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Looks for folders of programs that were dropped in, tells of each in the log once, and forgets
 * notices of long ago.
 */
public final class LookForPrograms {
  /** No program sends a notice again after so long. */
  private static final Duration NOTICES_KEPT = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(LookForPrograms.class);

  private final FolderNews folderNews = new FolderNews();
  private final Stores stores;
  private final Programs programs;

  /** Over these stores. */
  public LookForPrograms(Stores stores, Programs programs) {
    this.stores = stores;
    this.programs = programs;
  }

  /** Looks once. */
  public void look() {
    programs.rescan();
    for (FolderNews.News news : folderNews.of(programs)) {
      LOG.atLevel(news.amiss() ? Level.WARN : Level.INFO).log(news.sentence());
    }
    stores.programs().notices().forget(NOTICES_KEPT);
  }
}
