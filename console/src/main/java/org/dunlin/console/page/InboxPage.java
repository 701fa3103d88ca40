package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Deliveries;
import org.dunlin.work.person.ReplayMany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came in. */
@Controller
@Needs(Right.SEE)
class InboxPage {
  private static final int MOST = 50;
  private static final int MOST_ALIKE = 20;

  private final Frames frames;
  private final Stores stores;

  InboxPage(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  @GetMapping("/inbox")
  String inbox(
      @RequestParam String company,
      @RequestParam(defaultValue = "ALL") Deliveries.Choice show,
      @RequestParam(required = false) @Nullable String connection,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String stream,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Deliveries.Wanted wanted =
        new Deliveries.Wanted(show, Given.name(connection), Given.name(reason), Given.name(stream));
    Listing listing =
        narrowed(Listing.of("/inbox", company), wanted)
            .with("show", show == Deliveries.Choice.ALL ? null : show)
            .with("after", after);
    Deliveries deliveries = stores.views().deliveries();
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("show", show);
    model.addAttribute("connection", wanted.connectionId());
    model.addAttribute("reason", wanted.reasonCode());
    model.addAttribute("stream", wanted.stream());
    model.addAttribute("listing", listing);
    model.addAttribute("deliveries", deliveries.page(company, wanted, listing.after(), MOST));
    model.addAttribute("alike", deliveries.alike(company, show, MOST_ALIKE));
    model.addAttribute(
        "failed", show.failed() ? deliveries.count(company, wanted, ReplayMany.MOST) : 0);
    model.addAttribute(
        "replayAll",
        narrowed(Listing.of("/replays/new", company), wanted)
            .with("of", ReplayForm.Of.DELIVERY)
            .with("show", show)
            .link());
    return "inbox";
  }

  private static Listing narrowed(Listing listing, Deliveries.Wanted wanted) {
    return listing
        .with("connection", wanted.connectionId())
        .with("reason", wanted.reasonCode())
        .with("stream", wanted.stream());
  }
}
