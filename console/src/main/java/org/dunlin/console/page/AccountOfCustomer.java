package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.figure.Period;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.account.AccountFile;
import org.dunlin.work.account.AccountForm;
import org.dunlin.work.account.MailAccount;
import org.dunlin.work.account.NotMailed;
import org.dunlin.work.account.StateAccount;
import org.dunlin.work.person.NoteLook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What moved on a customer's account in a period, to look at and as a file to hand out. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/customers/{id}/account")
class AccountOfCustomer {
  /** So many movements stand on the page; the files have all. */
  private static final int SHOWN = 500;

  private final Frames frames;
  private final Stores stores;
  private final StateAccount accounts;
  private final AccountFile files;
  private final MailAccount mails;
  private final NoteLook looks;

  AccountOfCustomer(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.accounts = new StateAccount(stores);
    this.files = new AccountFile(stores);
    this.mails = new MailAccount(stores);
    this.looks = new NoteLook(stores);
  }

  @GetMapping
  String account(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Customer customer = find(company, id);
    Period usual = StateAccount.usual(frame.businessDate());
    Optional<Period> asked = Period.read(from, to, usual);
    model.addAttribute("frame", frame);
    model.addAttribute("id", id);
    model.addAttribute("wrong", asked.isEmpty());
    model.addAttribute("shown", SHOWN);
    model.addAttribute("mailTo", mails.address(company, customer).orElse(null));
    model.addAttribute("statement", accounts.of(frame.company(), customer, asked.orElse(usual)));
    return "customer/account";
  }

  /** The statement as a file; what somebody takes away is noted. */
  @Needs(Right.EXPORT)
  @GetMapping("/file")
  ResponseEntity<StreamingResponseBody> file(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam AccountForm form,
      Principal by,
      HttpServletRequest request) {
    Frame frame = frames.of(company, request);
    Customer customer = find(company, id);
    LocalDate today = frame.businessDate();
    Period period = Period.read(from, to, StateAccount.usual(today)).orElseThrow(NotHere::new);
    AccountStatement statement = accounts.of(frame.company(), customer, period);
    if (!AccountFile.fits(statement, form)) {
      throw new NotHere();
    }
    looks.atAccount(company, id, by.getName());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(form.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(AccountFile.name(statement, form))
                .build()
                .toString())
        .body(out -> files.write(statement, form, out));
  }

  /** The same by e-mail to the customer. */
  @Needs(Right.DECIDE)
  @PostMapping("/mail")
  String mail(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String from,
      @RequestParam String to,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    Customer customer = find(company, id);
    Period usual = StateAccount.usual(frame.businessDate());
    Period period = Period.read(from, to, usual).orElseThrow(NotHere::new);
    Said said = frames.said(company, request, next);
    try {
      MailAccount.Asked asked = mails.mail(frame.company(), customer, period, by.getName());
      return said.done(
          asked.before()
              ? "account.mailed.before"
              : asked.state() == EffectState.SHADOW
                  ? "account.mailed.SHADOW"
                  : "account.mailed.PENDING",
          asked.to());
    } catch (NotMailed e) {
      return said.refused("account.mail.refused." + e.reason());
    }
  }

  private Customer find(String companyId, UUID id) {
    return stores.customers().find(companyId, id).orElseThrow(NotHere::new);
  }
}
