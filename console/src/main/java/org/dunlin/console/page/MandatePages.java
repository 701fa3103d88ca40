package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.work.debit.ImportMandates;
import org.dunlin.work.debit.Mandates;
import org.dunlin.work.debit.NotTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mandates: the list, each of them, and what people enter, import, amend and end. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/mandates")
class MandatePages {
  private static final int MOST = 200;
  private static final List<MandateState> STANDING =
      List.of(MandateState.PENDING, MandateState.ACTIVE);

  private final Frames frames;
  private final Stores stores;
  private final Mandates mandates;
  private final ImportMandates imports;

  MandatePages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.mandates = new Mandates(stores);
    this.imports = new ImportMandates(stores);
  }

  /** What a button of the page of one does. */
  enum Act {
    CONFIRM,
    REVOKE,
    END,
    GO_ON
  }

  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable UUID customer,
      @RequestParam(defaultValue = "false") boolean all,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    page(frame, customer, all, model);
    return "mandates";
  }

  private void page(Frame frame, @Nullable UUID customer, boolean all, Model model) {
    String company = frame.company().id();
    List<KeptMandate> kept =
        customer == null
            ? stores
                .debits()
                .mandates()
                .in(company, all ? List.of(MandateState.values()) : STANDING, MOST)
            : stores
                .debits()
                .mandates()
                .ofCustomers(company, stores.customerLinks().group(company, customer));
    model.addAttribute("frame", frame);
    model.addAttribute("all", all);
    model.addAttribute("mandates", shown(company, kept));
    if (customer != null) {
      model.addAttribute("customer", frames.customer(company, customer));
      model.addAttribute(
          "choice",
          stores.debits().settings().chosen(company, Kind.CUSTOMER).get(customer.toString()));
      model.addAttribute(
          "debits",
          stores
              .debits()
              .debits()
              .ofCustomers(company, stores.customerLinks().group(company, customer), MOST)
              .stream()
              .map(debit -> ShownDebit.of(stores, company, debit))
              .toList());
    }
  }

  private List<ShownMandate> shown(String company, List<KeptMandate> all) {
    return all.stream()
        .map(
            each ->
                new ShownMandate(
                    each,
                    stores
                        .customers()
                        .find(company, each.customerId())
                        .map(Customer::name)
                        .orElse("–")))
        .toList();
  }

  @GetMapping("/{id}")
  String one(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    KeptMandate kept = find(company, id);
    model.addAttribute("frame", frame);
    model.addAttribute("kept", kept);
    model.addAttribute("customer", frames.customer(company, kept.customerId()));
    model.addAttribute("amendments", stores.debits().mandates().amendments(company, id));
    return "mandate";
  }

  @Needs(Right.DECIDE)
  @PostMapping
  String enter(
      @RequestParam String company,
      @RequestParam UUID customer,
      @RequestParam(required = false) @Nullable String reference,
      @RequestParam MandateScheme scheme,
      @RequestParam String iban,
      @RequestParam(required = false) @Nullable String bic,
      @RequestParam String holder,
      @RequestParam String signed,
      @RequestParam(defaultValue = "false") boolean once,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam(required = false) @Nullable String last,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return DebitPages.told(
        frames.said(company, request, next),
        "debit.mandate.entered",
        () -> {
          LocalDate day = Given.dateNeeded(signed);
          mandates.enter(
              company,
              new Mandates.Entered(
                  customer,
                  Given.text(reference),
                  scheme,
                  iban,
                  Given.text(bic),
                  holder,
                  day,
                  once,
                  confirmed ? day : null,
                  Given.date(last)),
              by.getName());
        });
  }

  /** Reads a file of mandates; the page shows what would become of it, or what became of it. */
  @Needs(Right.DECIDE)
  @PostMapping("/import")
  String read(
      @RequestParam String company,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean take,
      Principal by,
      HttpServletRequest request,
      Model model)
      throws IOException {
    Frame frame = frames.of(company, request);
    page(frame, null, false, model);
    try {
      model.addAttribute("imported", imports.take(company, file.getBytes(), !take, by.getName()));
      model.addAttribute("taken", take);
    } catch (NotTaken e) {
      model.addAttribute("unread", frame.say("debit.refused." + e.refusal()));
    } catch (IllegalArgumentException e) {
      model.addAttribute("unread", String.valueOf(e.getMessage()));
    }
    return "mandates";
  }

  @Needs(Right.COLLECT)
  @PostMapping("/{id}/amend")
  String amend(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String reference,
      @RequestParam String iban,
      @RequestParam(required = false) @Nullable String bic,
      @RequestParam String holder,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    return DebitPages.told(
        frames.said(company, request, next),
        "debit.mandate.amended",
        () ->
            mandates.amend(
                company, id, Given.text(reference), iban, Given.text(bic), holder, by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}")
  String act(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam Act act,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    String who = by.getName();
    return DebitPages.told(
        frames.said(company, request, next),
        "debit.mandate.did." + act,
        () -> {
          switch (act) {
            case CONFIRM -> mandates.confirm(company, id, who);
            case REVOKE -> mandates.revoke(company, id, Objects.requireNonNullElse(words, ""), who);
            case END -> mandates.ends(company, id, true, who);
            case GO_ON -> mandates.ends(company, id, false, who);
          }
        });
  }

  private KeptMandate find(String company, UUID id) {
    frames.mustExist(company);
    return stores.debits().mandates().find(company, id).orElseThrow(NotHere::new);
  }
}
