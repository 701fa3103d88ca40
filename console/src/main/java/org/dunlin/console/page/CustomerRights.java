package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.privacy.EraseCustomer;
import org.dunlin.work.privacy.ExportCustomer;
import org.dunlin.work.privacy.RefusedErasure;
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

/** What a customer may ask for: all that is kept of them, and to be forgotten. */
@Controller
@Needs(Right.ERASE)
@RequestMapping("/customers/{id}")
class CustomerRights {
  private final Frames frames;
  private final Stores stores;
  private final ExportCustomer exports;
  private final EraseCustomer erasures;
  private final NoteLook looks;

  CustomerRights(Frames frames, Stores stores, Clock clock) {
    this.frames = frames;
    this.stores = stores;
    this.exports = new ExportCustomer(stores, clock);
    this.erasures = new EraseCustomer(stores);
    this.looks = new NoteLook(stores);
  }

  /** All that the hub keeps about the customer, as a ZIP file that is written as it is sent. */
  @Needs(Right.EXPORT)
  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam String company, @PathVariable UUID id, Principal by) {
    Customer customer = find(company, id);
    looks.atExport(company, id, by.getName());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("customer-" + id + ".zip").build().toString())
        .body(out -> exports.write(company, customer, out));
  }

  /** What erasing means, and the button that does it. */
  @GetMapping("/erase")
  String ask(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("id", id);
    model.addAttribute("name", find(company, id).name());
    return "customer/erase";
  }

  /** Erases the customer; refused while something is not settled. */
  @PostMapping("/erase")
  String erase(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    Frame frame = frames.of(company, request);
    try {
      EraseCustomer.Erased erased = erasures.erase(company, id, by.getName());
      next.addFlashAttribute(
          Said.SAID,
          frame.say(
              "customers.erased",
              erased.name(),
              erased.documents(),
              erased.payments(),
              erased.rawContents()));
    } catch (RefusedErasure refused) {
      next.addFlashAttribute(Said.REFUSED, refused.getMessage());
    }
    return "redirect:/customers/" + id + "?" + frame.query();
  }

  private Customer find(String companyId, UUID id) {
    return stores.customers().find(companyId, id).orElseThrow(NotHere::new);
  }
}
