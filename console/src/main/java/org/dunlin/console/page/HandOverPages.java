package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.work.handover.HandOvers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people say of cases that others collect. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/hand-overs")
class HandOverPages {
  private final Frames frames;
  private final HandOvers handOvers;

  HandOverPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.handOvers = new HandOvers(stores);
  }

  @PostMapping("/{id}/status")
  String status(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam HandOver.Status status,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    return handOvers.status(company, id, status, by.getName())
        ? said.done("talk.case.noted")
        : said.refused("talk.case.not-out");
  }

  @PostMapping("/{id}/end")
  String end(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam HandOver.End end,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    return handOvers.end(company, id, end, by.getName())
        ? said.done("talk.case.ended")
        : said.refused("talk.case.not-out");
  }

  @PostMapping("/{id}/reopen")
  String reopen(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    return handOvers.reopen(company, id, by.getName())
        ? said.done("talk.case.reopened")
        : said.refused("talk.case.not-open-again");
  }
}
