package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.debit.CollectionFile;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.store.debit.DebitState;
import org.dunlin.work.debit.Collections;
import org.dunlin.work.debit.DebitFileText;
import org.dunlin.work.debit.FileHead;
import org.dunlin.work.debit.NotTaken;
import org.dunlin.work.debit.Readiness;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.outgoing.FileText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is collected by direct debit: files to approve, debits on their way, and the rules. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/debits")
class DebitPages {
  private static final int MOST = 200;
  private static final int A_PAGE = 50;
  private static final Set<DebitState> UNDER_WAY =
      EnumSet.of(DebitState.ANNOUNCED, DebitState.IN_FILE, DebitState.SUBMITTED);

  private final Frames frames;
  private final Stores stores;
  private final Collections collections;

  DebitPages(Frames frames, Stores stores, ObjectProvider<SourceHolds> sources, Clock clock) {
    this.frames = frames;
    this.stores = stores;
    this.collections =
        new Collections(
            stores, sources.getIfAvailable(() -> SourceHolds.ofNoProgram(stores)), clock);
  }

  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Set<DebitState> states = all ? EnumSet.allOf(DebitState.class) : UNDER_WAY;
    model.addAttribute("frame", frame);
    model.addAttribute("all", all);
    model.addAttribute("readiness", Readiness.of(stores, frame.company()));
    model.addAttribute("rules", stores.debits().settings().of(company));
    model.addAttribute("plans", stores.debits().settings().chosen(company, Kind.PLAN));
    model.addAttribute("files", stores.debits().files().of(company, MOST));
    model.addAttribute(
        "debits",
        stores.debits().debits().in(company, states, MOST).stream()
            .map(debit -> ShownDebit.of(stores, company, debit))
            .toList());
    return "debits";
  }

  @GetMapping("/files/{id}")
  String file(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    CollectionFile file = find(company, id);
    Listing listing = Listing.of("/debits/files/" + id, company).with("after", after);
    model.addAttribute("frame", frame);
    model.addAttribute("file", file);
    model.addAttribute("head", FileHead.of(file.head()));
    model.addAttribute("listing", listing);
    model.addAttribute(
        "debits",
        stores
            .debits()
            .inFile()
            .page(company, id, listing.after(), A_PAGE)
            .map(debit -> ShownDebit.of(stores, company, debit)));
    model.addAttribute("batches", stores.debits().inFile().batches(company, id));
    return "debitFile";
  }

  /** The file as the bank gets it. */
  @Needs(Right.COLLECT)
  @GetMapping("/files/{id}/pain.xml")
  ResponseEntity<byte[]> xml(@RequestParam String company, @PathVariable UUID id) {
    frames.mustExist(company);
    FileText text = DebitFileText.of(stores, company, id).orElseThrow(NotHere::new);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + text.name() + "\"")
        .contentType(MediaType.APPLICATION_XML)
        .body(text.content().getBytes(StandardCharsets.UTF_8));
  }

  @Needs(Right.COLLECT)
  @PostMapping("/files/{id}/approve")
  String approve(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    Said said = frames.said(company, request, next);
    try {
      Collections.Approved approved = collections.approve(company, id, by.getName());
      return approved.debits() == 0
          ? said.refused("debit.refused.NOTHING_LEFT")
          : said.done("debit.approved", approved.debits(), approved.withdrawn());
    } catch (NotTaken e) {
      return said.refused("debit.refused." + e.refusal());
    }
  }

  @Needs(Right.DECIDE)
  @PostMapping("/files/{id}/refuse")
  String refuse(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    return told(
        frames.said(company, request, next),
        "debit.file.refused",
        () -> collections.refuse(company, id, by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}/withdraw")
  String withdraw(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "debit.withdrawn",
        () -> collections.withdraw(company, id, by.getName()));
  }

  @Needs(Right.COLLECT)
  @PostMapping("/rules")
  String rules(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean collects,
      @RequestParam String days,
      @RequestParam String retries,
      @RequestParam RetryOn on,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    try {
      CollectRules rules =
          new CollectRules(collects, Given.number(days), Given.number(retries), on);
      collections.rules(company, rules, by.getName());
      return said.done("debit.rules.changed");
    } catch (IllegalArgumentException e) {
      return said.refused("debit.refused.WRONG_RULES");
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }

  /** Whether money is collected from a customer or under a plan. */
  @Needs(Right.COLLECT)
  @PostMapping("/choice")
  String choose(
      @RequestParam String company,
      @RequestParam Kind kind,
      @RequestParam String subject,
      @RequestParam String collects,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    @Nullable Boolean chosen =
        collects.equals("yes") ? Boolean.TRUE : collects.equals("no") ? Boolean.FALSE : null;
    String named = subject.strip();
    if (named.isEmpty() || named.length() > 100 || kind == Kind.CUSTOMER && !isId(named)) {
      return frames.said(company, request, next).refused("debit.refused.NO_CUSTOMER");
    }
    return told(
        frames.said(company, request, next),
        "debit.chosen",
        () -> collections.choose(company, kind, named, chosen, by.getName()));
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  /** Does it and says so, or says why not. */
  static String told(Said said, String done, Runnable act) {
    try {
      act.run();
      return said.done(done);
    } catch (NotTaken e) {
      return said.refused("debit.refused." + e.refusal());
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }

  private CollectionFile find(String company, UUID id) {
    frames.mustExist(company);
    return stores.debits().files().find(company, id).orElseThrow(NotHere::new);
  }
}
