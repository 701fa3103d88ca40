package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.Payloads;
import org.dunlin.work.message.StoredEnclosures;
import org.dunlin.work.person.Decisions;
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

/** One message as it leaves, and what a person decides over messages. */
@Controller
@RequestMapping("/messages")
class MessagePages {
  /** The message may style itself and do nothing else: no script, no form, nothing fetched. */
  private static final String MAIL =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " frame-ancestors 'self'; base-uri 'none'";

  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;

  MessagePages(Frames frames, Stores stores, Decisions decisions) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
  }

  @GetMapping("/{id}")
  String message(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    response.setHeader(ContentPolicy.HEADER, ContentPolicy.FRAMING);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute(
        "line", stores.views().messages().find(company, id).orElseThrow(NotHere::new));
    Effect effect = find(company, id);
    if (effect.payload() != null) {
      Dispatch dispatch = Payloads.dispatch(effect);
      model.addAttribute("dispatch", dispatch);
      model.addAttribute(
          "enclosed", new EnclosedFiles(new StoredEnclosures(stores, company), dispatch));
    }
    return "message";
  }

  /** A document that goes along with the message, to be looked at outside of the page. */
  @GetMapping("/{id}/attachments/{document}")
  ResponseEntity<StreamingResponseBody> attachment(
      @RequestParam String company, @PathVariable UUID id, @PathVariable UUID document) {
    StoredEnclosures enclosures = new StoredEnclosures(stores, company);
    Effect effect = find(company, id);
    if (effect.payload() == null) {
      throw new NotHere();
    }
    Dispatch.Attachment attachment =
        new EnclosedFiles(enclosures, Payloads.dispatch(effect))
            .attachment(document)
            .orElseThrow(NotHere::new);
    InputStream content = enclosures.open(attachment).orElseThrow(NotHere::new);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(attachment.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(
            out -> {
              try (content) {
                content.transferTo(out);
              }
            });
  }

  @GetMapping("/{id}/html")
  ResponseEntity<byte[]> html(@RequestParam String company, @PathVariable UUID id) {
    Effect effect = find(company, id);
    if (effect.payload() == null || !(Payloads.dispatch(effect) instanceof Dispatch.Email email)) {
      throw new NotHere();
    }
    return ResponseEntity.ok()
        .header(ContentPolicy.HEADER, MAIL)
        .header("X-Frame-Options", "SAMEORIGIN")
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(
            new InlinePictures(new StoredEnclosures(stores, company))
                .in(email)
                .getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/{id}/resolve")
  String resolve(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam boolean left,
      Principal by,
      RedirectAttributes next) {
    find(company, id);
    if (!decisions.resolveUnknown(company, id, left, by.getName())) {
      return Said.refused(
          next, company, "messages", "What became of the message is known already.");
    }
    String sentence =
        left
            ? "Noted: the message has left."
            : "Noted: the message has not left. Dunning decides anew whether it is due.";
    return Said.done(next, company, "messages", sentence);
  }

  @PostMapping("/release")
  String release(@RequestParam String company, Principal by, RedirectAttributes next) {
    frames.mustExist(company);
    int released = decisions.releaseWaiting(company, by.getName());
    return Said.done(next, company, "messages", released + " of the waiting messages released.");
  }

  @PostMapping("/drop")
  String drop(@RequestParam String company, Principal by, RedirectAttributes next) {
    frames.mustExist(company);
    int dropped = decisions.dropWaiting(company, by.getName());
    return Said.done(next, company, "messages", dropped + " of the waiting messages dropped.");
  }

  @PostMapping("/sent")
  String sent(@RequestParam String company, Principal by, RedirectAttributes next) {
    frames.mustExist(company);
    int sent = decisions.countWaitingAsSent(company, by.getName());
    return Said.done(next, company, "messages", sent + " of the waiting messages count as sent.");
  }

  private Effect find(String companyId, UUID id) {
    return stores.outbox().find(companyId, id).orElseThrow(NotHere::new);
  }
}
