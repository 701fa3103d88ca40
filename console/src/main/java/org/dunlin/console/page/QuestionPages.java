package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.page.ShownQuestion.Show;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.view.Questions;
import org.dunlin.work.person.Identify;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether records of two connections are one: what is asked, both of them, and the answer. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/questions")
class QuestionPages {
  private static final String PATH = "/questions";
  private static final int A_PAGE = 25;

  private final Frames frames;
  private final Stores stores;
  private final Identify identify;

  QuestionPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    identify = new Identify(stores);
  }

  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "OPEN") Show show,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Listing listing = Listing.of(PATH, company).with("show", show).searched(null, after);
    model.addAttribute("frame", frame);
    model.addAttribute("show", show);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "questions",
        stores
            .views()
            .questions()
            .page(company, show == Show.OPEN, listing.after(), A_PAGE)
            .map(line -> shown(frame, line)));
    return "questions";
  }

  @GetMapping("/{id}")
  String question(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    model.addAttribute("frame", frame);
    model.addAttribute("question", shown(frame, find(company, id)));
    return "question";
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}/answer")
  String answer(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam boolean same,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    identify.answer(company, id, same, by.getName());
    return frames
        .said(company, request, next)
        .done(same ? "questions.said-same" : "questions.said-different");
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}/later")
  String later(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    Said said = frames.said(company, request, next);
    return identify.putOff(company, id)
        ? said.done("questions.put-off", Identify.DAYS_PUT_OFF)
        : said.refused("questions.answered-already");
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}/undo")
  String undo(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    Said said = frames.said(company, request, next);
    return identify.undo(company, id, by.getName())
        ? said.done("questions.undone")
        : said.refused("questions.not-answered");
  }

  /** Says of two sources of one record, whoever joined them, that they are not one. */
  @Needs(Right.DECIDE)
  @PostMapping("/part")
  String part(
      @RequestParam String company,
      @RequestParam Kind kind,
      @RequestParam String connection,
      @RequestParam String source,
      @RequestParam String otherConnection,
      @RequestParam String otherSource,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Pair pair =
        Pair.of(kind, new Named(connection, source), new Named(otherConnection, otherSource));
    if (known(company, kind, pair.one()) && known(company, kind, pair.other())) {
      identify.say(company, pair, false, by.getName());
      return frames.said(company, request, next).done("questions.said-different");
    }
    throw new NotHere();
  }

  private boolean known(String company, Kind kind, Named named) {
    return switch (kind) {
      case INVOICE ->
          stores.invoices().id(company, named.connectionId(), named.sourceId()).isPresent()
              || stores
                  .furtherSources()
                  .find(company, named.connectionId(), named.sourceId())
                  .isPresent();
      case CUSTOMER ->
          stores.customers().id(company, named.connectionId(), named.sourceId()).isPresent();
    };
  }

  private ShownQuestion shown(Frame frame, Questions.Line line) {
    return ShownQuestion.of(
        line, identify.leading(frame.company().id(), line.pair()), frame.words());
  }

  private Questions.Line find(String company, UUID id) {
    frames.mustExist(company);
    return stores.views().questions().find(company, id).orElseThrow(NotHere::new);
  }
}
