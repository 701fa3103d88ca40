package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.store.view.Deliveries;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.person.NoteLook;
import org.jspecify.annotations.Nullable;
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

/** One delivery: what is wrong with it, its bytes and documents, what became of it, the replay. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/deliveries/{id}")
class DeliveryPages {
  private static final String NUMBER_USED_TWICE = "NUMBER_USED_TWICE";

  private static final int MOST_TRACED = 25;

  /** So much of what is wrong is shown: a file may have as many problems as rows. */
  private static final int MOST_PROBLEMS = 100;

  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;
  private final NoteLook looks;

  DeliveryPages(Frames frames, Stores stores, Decisions decisions) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
    this.looks = new NoteLook(stores);
  }

  @GetMapping
  String delivery(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Deliveries.Line line = find(company, id);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("line", line);
    List<Problem> problems =
        stores.problems().of(company, id, line.delivery().name(), MOST_PROBLEMS);
    model.addAttribute("problems", problems);
    model.addAttribute(
        "allProblems",
        problems.size() < MOST_PROBLEMS ? problems.size() : stores.problems().count(company, id));
    model.addAttribute("replaceable", replaceable(line.delivery()));
    model.addAttribute("encoding", stores.inbox().encoding(company, id).orElse(""));
    model.addAttribute("documents", stores.documents().ofDelivery(company, id));
    model.addAttribute("in", stores.deliveryOrigins().find(company, id));
    model.addAttribute("members", stores.deliveryOrigins().members(company, id).size());
    Listing listing = Listing.of("/deliveries/" + id, company).with("after", after);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "trace", stores.views().traces().of(line.delivery(), listing.after(), MOST_TRACED));
    return "delivery";
  }

  @Needs(Right.SEE_RAW)
  @GetMapping("/raw")
  String raw(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      Model model)
      throws IOException {
    Delivery delivery = kept(company, id);
    looks.atRaw(company, id, by.getName());
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("delivery", delivery);
    try (InputStream stream = stores.rawContent().read(delivery)) {
      model.addAttribute("raw", RawText.of(stream, delivery.bytes()));
    }
    return "raw";
  }

  /** The bytes as they came; the browser is told to save and never to show them. */
  @Needs(Right.SEE_RAW)
  @GetMapping("/download")
  ResponseEntity<InputStreamResource> download(
      @RequestParam String company, @PathVariable UUID id, Principal by) {
    Delivery delivery = kept(company, id);
    looks.atRaw(company, id, by.getName());
    return saved(delivery.name(), delivery.bytes(), stores.rawContent().read(delivery));
  }

  /** A document that the delivery brought; whatever type it has, it is saved and never shown. */
  @GetMapping("/documents/{document}")
  ResponseEntity<InputStreamResource> document(
      @RequestParam String company,
      @PathVariable UUID id,
      @PathVariable UUID document,
      Principal by) {
    KeptDocument kept =
        stores
            .documents()
            .find(company, document)
            .filter(found -> found.deliveryId().equals(id) && found.attachment().embedded())
            .orElseThrow(NotHere::new);
    looks.atRaw(company, id, by.getName());
    return saved(kept.attachment().name(), kept.bytes(), stores.documents().read(company, kept));
  }

  /** Lets the documents of the delivery take the place of others with their numbers. */
  @Needs(Right.OPERATE)
  @PostMapping("/replace")
  String replace(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    String name = find(company, id).delivery().name();
    Said said = frames.said(company, request, next);
    return decisions.replace(company, id, by.getName())
        ? said.done("delivery.replaces", name)
        : said.refused("delivery.waits-already", name);
  }

  @Needs(Right.OPERATE)
  @PostMapping("/replay")
  String replay(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Delivery delivery = find(company, id).delivery();
    Said said = frames.said(company, request, next);
    if (delivery.rawGone() != null) {
      return said.refused("delivery.bytes-gone", delivery.name());
    }
    return decisions.replay(company, id, by.getName())
        ? said.done("delivery.is-read-again", delivery.name())
        : said.refused("delivery.waits-already", delivery.name());
  }

  /** One whose bytes are kept; the page of the others says why they are not. */
  private Delivery kept(String companyId, UUID id) {
    Delivery delivery = find(companyId, id).delivery();
    if (delivery.rawGone() != null) {
      throw new NotHere();
    }
    return delivery;
  }

  /** Also where the whole delivery was refused for it: then the reason is the only trace. */
  private boolean replaceable(Delivery delivery) {
    boolean ended =
        switch (delivery.state()) {
          case NEW, CLAIMED -> false;
          case APPLIED, QUARANTINED, POISON -> true;
        };
    return ended
        && delivery.rawGone() == null
        && (NUMBER_USED_TWICE.equals(delivery.reasonCode())
            || stores.problems().any(delivery.companyId(), delivery.id(), NUMBER_USED_TWICE));
  }

  private static ResponseEntity<InputStreamResource> saved(
      String name, long bytes, InputStream content) {
    String attachment =
        ContentDisposition.attachment().filename(FileName.safe(name)).build().toString();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(bytes)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
        .body(new InputStreamResource(content));
  }

  private Deliveries.Line find(String companyId, UUID id) {
    return stores.views().deliveries().find(companyId, id).orElseThrow(NotHere::new);
  }
}
