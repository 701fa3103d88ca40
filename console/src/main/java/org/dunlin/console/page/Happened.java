package org.dunlin.console.page;

import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What happened to one record: the latest of it on the record's page, all of it on a page of its
 * own.
 *
 * @param path of the record's page
 */
record Happened(String path, Source source) {
  private static final int LATEST = 20;
  private static final int A_PAGE = 50;

  /** Reads so many events, from a place on. */
  @FunctionalInterface
  interface Source {
    Page<Timeline.Event> from(@Nullable Cursor after, int most);
  }

  void showLatest(String companyId, Model model) {
    model.addAttribute("timeline", source.from(null, LATEST));
    model.addAttribute("earlier", listing(companyId));
  }

  /** The page with all of it, from a place on. */
  String showAll(Frame frame, String name, @Nullable String after, Model model) {
    Listing listing = listing(frame.company().id()).searched(null, after);
    model.addAttribute("frame", frame);
    model.addAttribute("name", name);
    model.addAttribute("back", path);
    model.addAttribute("timeline", source.from(listing.after(), A_PAGE));
    model.addAttribute("earlier", listing);
    return "timeline";
  }

  private Listing listing(String companyId) {
    return Listing.of(path + "/timeline", companyId);
  }
}
