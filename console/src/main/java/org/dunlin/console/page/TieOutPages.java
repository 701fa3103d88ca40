package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.right.Needs;
import org.dunlin.store.access.Right;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.profile.Author;
import org.dunlin.work.tieout.CheckTieOut;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button that holds a program's own figures against the ledger now. */
@Controller
@Needs(Right.OPERATE)
@RequestMapping("/connections/{id}/tie-out")
class TieOutPages {
  private final Frames frames;
  private final ShownConnections connections;
  private final CheckTieOut checkTieOut;

  TieOutPages(Frames frames, ShownConnections connections, CheckTieOut checkTieOut) {
    this.frames = frames;
    this.connections = connections;
    this.checkTieOut = checkTieOut;
  }

  @PostMapping
  String check(
      @RequestParam String company,
      @PathVariable String id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    ShownConnection shown =
        connections.find(company, id).filter(ShownConnection::tiesOut).orElseThrow(NotHere::new);
    if (ConnectionActions.refused(frame, shown, next)) {
      return ConnectionPages.page(frame, id);
    }
    checkTieOut.now(company, id, Author.onPage(by.getName()));
    next.addFlashAttribute(Said.SAID, frame.say("tieout.checking"));
    return ConnectionPages.page(frame, id);
  }
}
