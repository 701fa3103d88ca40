package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Deliveries;
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
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Listing listing =
        Listing.of("/inbox", company)
            .with("show", show == Deliveries.Choice.ALL ? null : show)
            .with("connection", connection)
            .with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("show", show);
    model.addAttribute("connection", connection);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "deliveries",
        stores.views().deliveries().page(company, show, connection, listing.after(), MOST));
    return "inbox";
  }
}
