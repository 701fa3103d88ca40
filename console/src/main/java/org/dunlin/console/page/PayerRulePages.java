package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.payer.PayerPapers;
import org.dunlin.store.payer.PayerRules;
import org.dunlin.work.payer.ChangePayerRules;
import org.dunlin.work.profile.KeptRules;
import org.dunlin.work.profile.SaidRules;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What customers may do on their own page, and the documents that they sent from there. */
@Controller
@Needs(Right.SEE)
class PayerRulePages {
  private final Frames frames;
  private final Stores stores;
  private final ChangePayerRules rules;

  PayerRulePages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    rules = new ChangePayerRules(stores);
  }

  @Needs(Right.AGREE)
  @PostMapping("/payers/rules")
  String rules(
      @RequestParam String company,
      @RequestParam String days,
      @RequestParam(defaultValue = "false") boolean agrees,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return TalkForms.told(
        frames.said(company, request, next),
        "talk.rules.changed",
        () -> {
          int most = Given.number(days);
          if (most > PayerRules.MOST_DAYS) {
            throw new Given.Wrong("payers.rules.too-far");
          }
          SaidRules.refuse(
              stores, company, KeptRules.of(stores, company).with(new PayerRules(most, agrees)));
          rules.change(company, most, agrees, by.getName());
        });
  }

  /** A document that a customer sent along; whatever it is, it is saved and never shown. */
  @GetMapping("/standstills/{id}/papers/{paper}")
  ResponseEntity<InputStreamResource> paper(
      @RequestParam String company, @PathVariable UUID id, @PathVariable UUID paper) {
    PayerPapers.Paper found =
        stores
            .payer()
            .papers()
            .find(company, paper)
            .filter(each -> each.standstillId().equals(id))
            .orElseThrow(NotHere::new);
    String attachment =
        ContentDisposition.attachment().filename(FileName.safe(found.name())).build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(found.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
        .body(new InputStreamResource(stores.payer().papers().read(company, found)));
  }
}
