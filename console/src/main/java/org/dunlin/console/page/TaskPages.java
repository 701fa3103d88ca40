package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.dialogue.CallScripts;
import org.dunlin.work.dialogue.Calls;
import org.dunlin.work.dialogue.Tasks;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What there is to do, the most money first; and what came of a call. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/tasks")
class TaskPages {
  private static final String PATH = "/tasks";
  private static final int A_PAGE = 50;

  private final Frames frames;
  private final Stores stores;
  private final Tasks tasks;
  private final Calls calls;

  TaskPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    tasks = new Tasks(stores);
    calls = new Calls(stores);
  }

  /**
   * The list.
   *
   * @param mine only those of who asks
   */
  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable Urgency show,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    CurrencyUnit currency = frame.company().company().currency();
    String assignee = mine ? frame.user() : null;
    Listing listing =
        Listing.of(PATH, company)
            .with("mine", mine ? true : null)
            .with("show", show)
            .searched(null, after);
    model.addAttribute("frame", frame);
    model.addAttribute("mine", mine);
    model.addAttribute("show", show);
    model.addAttribute("listing", listing);
    model.addAttribute("failed", frame.may(Right.CONNECT) ? failed(company) : List.of());
    model.addAttribute(
        "counts",
        stores.views().workList().counts(company, currency, assignee, frame.businessDate()));
    model.addAttribute(
        "tasks",
        stores
            .views()
            .workList()
            .page(
                company,
                currency,
                new WorkList.Choice(assignee, show, null),
                frame.businessDate(),
                listing.after(),
                A_PAGE));
    return "tasks";
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{kind}/{subject}/assign")
  String assign(
      @RequestParam String company,
      @PathVariable TaskKind kind,
      @PathVariable String subject,
      @RequestParam(required = false) @Nullable String assignee,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return TalkForms.told(
        frames.said(company, request, next),
        "tasks.assigned",
        () -> tasks.assign(company, kind, subject, Given.text(assignee), by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{kind}/{subject}/done")
  String done(
      @RequestParam String company,
      @PathVariable TaskKind kind,
      @PathVariable String subject,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return TalkForms.told(
        frames.said(company, request, next),
        "tasks.done",
        () -> tasks.done(company, kind, subject, by.getName()));
  }

  /** The call of an action: whom, about what, and what came of it. */
  @Needs(Right.DECIDE)
  @GetMapping("/call/{action}")
  String call(
      @RequestParam String company,
      @PathVariable String action,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Action found = find(company, action);
    UUID customer = UUID.fromString(found.customerId());
    model.addAttribute("frame", frame);
    model.addAttribute("action", found);
    model.addAttribute("customer", frames.customer(company, customer));
    model.addAttribute("invoices", invoices(company, found));
    new CallScripts(stores)
        .of(company, found)
        .ifPresent(script -> model.addAttribute("script", script));
    model.addAttribute(
        "dialogue",
        stores
            .talk()
            .dialogue()
            .ofCustomers(company, stores.customerLinks().group(company, customer), A_PAGE));
    return "call";
  }

  @Needs(Right.DECIDE)
  @PostMapping("/call/{action}")
  String called(
      @RequestParam String company,
      @PathVariable String action,
      @RequestParam CallOutcome outcome,
      @RequestParam(required = false) @Nullable String words,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable UUID invoice,
      @RequestParam(required = false) @Nullable DisputeReason reason,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    find(company, action);
    return TalkForms.told(
        frames.said(company, request, next),
        "tasks.called." + outcome,
        () ->
            calls.called(
                company,
                action,
                new Calls.Said(
                    outcome, words, Given.amount(amount), Given.date(on), invoice, reason),
                by.getName()));
  }

  /** Programs that are told nothing any more, which concerns no single customer. */
  private List<EventEndpoint> failed(String company) {
    return stores.events().endpoints().of(company).stream()
        .filter(each -> each.state() == EventEndpoint.Standing.FAILED)
        .toList();
  }

  private Action find(String company, String action) {
    return stores
        .actions()
        .find(company, action)
        .filter(found -> found.channel() == Channel.CALL)
        .orElseThrow(NotHere::new);
  }

  private List<DocumentState> invoices(String company, Action action) {
    return action.items().stream()
        .map(item -> UUID.fromString(item.invoiceId()))
        .distinct()
        .map(id -> stores.invoices().find(company, id).orElseThrow(NotHere::new))
        .toList();
  }
}
