package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.figure.Period;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.account.AccountFile;
import org.dunlin.work.account.AccountForm;
import org.dunlin.work.account.AccountJson;
import org.dunlin.work.account.MailAccount;
import org.dunlin.work.account.NotMailed;
import org.dunlin.work.account.StateAccount;
import org.dunlin.work.person.NoteLook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What moved on a customer's account in a period. */
@RestController
@Needs(Right.SEE)
@RequestMapping("/api/v1/companies/{company}/customers/{id}/account")
class AccountApi {
  private final Stores stores;
  private final StateAccount accounts;
  private final AccountFile files;
  private final MailAccount mails;
  private final NoteLook looks;

  AccountApi(Stores stores) {
    this.stores = stores;
    this.accounts = new StateAccount(stores);
    this.files = new AccountFile(stores);
    this.mails = new MailAccount(stores);
    this.looks = new NoteLook(stores);
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] account(
      @PathVariable String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    return AccountJson.of(read(company, id, from, to)).getBytes(StandardCharsets.UTF_8);
  }

  /** The same as a letter, a workbook or CSV, in the language of the customer. */
  @Needs(Right.EXPORT)
  @GetMapping("/file")
  void file(
      @PathVariable String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam AccountForm form,
      Principal by,
      HttpServletResponse response)
      throws IOException {
    AccountStatement statement = read(company, id, from, to);
    if (!AccountFile.fits(statement, form)) {
      throw new WrongParameters(
          Map.of(
              "form",
              "A letter has at most "
                  + AccountFile.MOST_ON_PAPER
                  + " movements; ask for a shorter period, XLSX or CSV."));
    }
    looks.atAccount(company, id, by.getName());
    response.setContentType(form.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(AccountFile.name(statement, form))
            .build()
            .toString());
    files.write(statement, form, response.getOutputStream());
  }

  /** The letter by e-mail to the customer; the same once a business date. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/mail", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] mail(
      @PathVariable String company, @PathVariable UUID id, HttpServletRequest request, Principal by)
      throws IOException {
    TalkBody body = TalkBody.orNothing(request, "A statement of account", "from", "to");
    CompanyProfile profile = CompanyApi.mustExist(stores, company);
    Customer customer = stores.customers().find(company, id).orElseThrow(NoSuchCustomer::new);
    Period usual = StateAccount.usual(stores.companies().businessDate(profile));
    Period period =
        Period.read(body.text("from"), body.text("to"), usual)
            .orElseThrow(
                () ->
                    ProblemType.WRONG_FIELD.because(
                        "from and to: days such as 2026-11-20, the first not after the last, the"
                            + " last not after the business date, "
                            + usual.to()
                            + "."));
    try {
      MailAccount.Asked asked = mails.mail(profile, customer, period, by.getName());
      return "{\"messageId\":\"%s\",\"state\":\"%s\",\"askedBefore\":%s}"
          .formatted(asked.effectId(), asked.state(), asked.before())
          .getBytes(StandardCharsets.UTF_8);
    } catch (NotMailed e) {
      throw ProblemType.OTHER_STATE.because(String.valueOf(e.getMessage()));
    }
  }

  private AccountStatement read(
      String company, UUID id, @Nullable String from, @Nullable String to) {
    CompanyProfile profile = CompanyApi.mustExist(stores, company);
    Customer customer = stores.customers().find(company, id).orElseThrow(NoSuchCustomer::new);
    Period period =
        Asking.period(from, to, StateAccount.usual(stores.companies().businessDate(profile)));
    return accounts.of(profile, customer, period);
  }
}
