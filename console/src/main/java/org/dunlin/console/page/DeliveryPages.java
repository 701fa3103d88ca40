package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Deliveries;
import org.dunlin.work.person.Decisions;
import org.springframework.core.io.InputStreamResource;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delivery: what was refused of it, its bytes, and the replay. */
@Controller
@RequestMapping("/deliveries/{id}")
class DeliveryPages {
  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;

  DeliveryPages(Frames frames, Stores stores, Decisions decisions) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
  }

  @GetMapping
  String delivery(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Deliveries.Line line = find(company, id);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("line", line);
    model.addAttribute("problems", stores.problems().of(company, id, line.delivery().name()));
    return "delivery";
  }

  @GetMapping("/raw")
  String raw(
      @RequestParam String company, @PathVariable UUID id, HttpServletRequest request, Model model)
      throws IOException {
    Delivery delivery = kept(company, id);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("delivery", delivery);
    try (InputStream stream = stores.rawContent().read(delivery)) {
      model.addAttribute("raw", RawText.of(stream, delivery.bytes()));
    }
    return "raw";
  }

  /** The bytes as they came; the browser is told to save and never to show them. */
  @GetMapping("/download")
  ResponseEntity<InputStreamResource> download(
      @RequestParam String company, @PathVariable UUID id) {
    Delivery delivery = kept(company, id);
    String attachment =
        ContentDisposition.attachment().filename(FileName.safe(delivery.name())).build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(delivery.bytes())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
        .body(new InputStreamResource(stores.rawContent().read(delivery)));
  }

  @PostMapping("/replay")
  String replay(
      @RequestParam String company, @PathVariable UUID id, Principal by, RedirectAttributes next) {
    Delivery delivery = find(company, id).delivery();
    String name = delivery.name();
    if (delivery.rawGone() != null) {
      return Said.refused(next, company, "inbox", delivery.rawGone());
    }
    return decisions.replay(company, id, by.getName())
        ? Said.done(next, company, "inbox", name + " is being read again.")
        : Said.refused(next, company, "inbox", name + " is already waiting to be read.");
  }

  /** One whose bytes are kept; the page of the others says why they are not. */
  private Delivery kept(String companyId, UUID id) {
    Delivery delivery = find(companyId, id).delivery();
    if (delivery.rawGone() != null) {
      throw new NotHere();
    }
    return delivery;
  }

  private Deliveries.Line find(String companyId, UUID id) {
    return stores.views().deliveries().find(companyId, id).orElseThrow(NotHere::new);
  }
}
