package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.look.ContentPolicy;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.Messages;
import org.dunlin.work.Payloads;
import org.dunlin.work.handover.Dossier;
import org.dunlin.work.letter.LetterFile;
import org.dunlin.work.message.StoredEnclosures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What goes to customers, each message as they see it, and reminders that are held. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/messages")
class MessagePages {
  /** The message may style itself and do nothing else: no script, no form, nothing fetched. */
  static final String MAIL =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " frame-ancestors 'self'; base-uri 'none'";

  private static final int MOST = 50;

  /** So many calls are shown, the newest; the others have a page of their own. */
  private static final int MOST_CALLS = 6;

  private final Frames frames;
  private final Stores stores;

  MessagePages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  @GetMapping
  String messages(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable EffectState state,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Messages messages = stores.views().messages();
    Listing listing = Listing.of("/messages", company).with("state", state).with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("state", state);
    model.addAttribute("awaiting", messages.toRelease(company));
    model.addAttribute("listing", listing);
    model.addAttribute("messages", messages.emails(company, state, listing.after(), MOST));
    return "messages";
  }

  /** Reminders that would be due, and why they are not sent. */
  @GetMapping("/held")
  String held(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable HoldReason reason,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Listing listing =
        Listing.of("/messages/held", company).with("reason", reason).with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("reason", reason);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "held", stores.views().heldReminders().page(company, reason, listing.after(), MOST));
    return "held";
  }

  @GetMapping("/{id}")
  String message(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Effect effect = find(company, id);
    if (!effect.kind().isMessage()) {
      return "redirect:" + Address.of("/outbox/" + id, company);
    }
    response.setHeader(ContentPolicy.HEADER, ContentPolicy.FRAMING);
    Frame frame = frames.of(company, request);
    model.addAttribute("frame", frame);
    stores
        .gateAskings()
        .ofMessage(company, id)
        .ifPresent(asking -> model.addAttribute("gate", new GateLines(asking, frame.words())));
    model.addAttribute(
        "line", stores.views().messages().find(company, id).orElseThrow(NotHere::new));
    model.addAttribute("calls", stores.outboundCalls().about(company, id, MOST_CALLS));
    String action = effect.actionId();
    model.addAttribute("waits", action != null && stores.approvals().waits(company, action));
    if (action != null && stores.actions().isTested(company, action)) {
      model.addAttribute("tested", tested(effect, frame));
    }
    if (effect.kind() == EffectKind.TEXT) {
      stores.sentTexts().of(company, id).ifPresent(told -> model.addAttribute("told", told));
    }
    if (effect.payload() != null) {
      Dispatch dispatch = Payloads.dispatch(effect);
      model.addAttribute("dispatch", dispatch);
      model.addAttribute(
          "enclosed", new EnclosedFiles(new StoredEnclosures(stores, company), dispatch));
      if (effect.kind() == EffectKind.LETTER) {
        model.addAttribute("letter", Payloads.letter(effect.payload()));
      }
    }
    return "message";
  }

  /** A document that goes along with the message, to be looked at outside of the page. */
  /** Where a message in test mode goes or went; nothing of one that goes nowhere. */
  private static @Nullable String tested(Effect effect, Frame frame) {
    return switch (effect.state()) {
      case AWAITING_APPROVAL, PENDING, CLAIMED -> {
        String mailbox = frame.company().testMailbox();
        yield mailbox == null ? null : frame.say("messages.test.goes", mailbox);
      }
      case SENDING, SENT, UNKNOWN -> frame.say("messages.test.went");
      case FAILED, CANCELLED, SHADOW -> null;
    };
  }

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

  /** The dossier of a case, as it is handed over. */
  @GetMapping("/{id}/dossier")
  ResponseEntity<StreamingResponseBody> dossier(
      @RequestParam String company, @PathVariable UUID id) {
    Effect effect = find(company, id);
    String payload = effect.payload();
    if (effect.kind() != EffectKind.HANDOVER || payload == null) {
      throw new NotHere();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(Dossier.name(id, payload), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(out -> new Dossier(stores).write(company, id, payload, out));
  }

  /** The letter as it is printed; to be looked at, or to be printed by hand. */
  @GetMapping("/{id}/letter")
  ResponseEntity<byte[]> letter(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean download) {
    Effect effect = find(company, id);
    if (effect.kind() != EffectKind.LETTER || effect.payload() == null) {
      throw new NotHere();
    }
    LetterFile file = LetterFile.of(stores, company, id, effect.payload());
    ContentDisposition.Builder shown =
        download ? ContentDisposition.attachment() : ContentDisposition.inline();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            shown.filename(file.name(), StandardCharsets.UTF_8).build().toString())
        .body(file.pdf());
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

  private Effect find(String companyId, UUID id) {
    return stores.outbox().find(companyId, id).orElseThrow(NotHere::new);
  }
}
