package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.sheet.OpenSheet;
import org.dunlin.work.sheet.ReadSheet;
import org.dunlin.work.sheet.TiedOut;
import org.dunlin.work.translate.BooksInUse;
import org.dunlin.work.translate.Tried;
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

/**
 * Brings in a table of any layout, such as a first stock: a file, what its columns mean, what would
 * become of it, and the import.
 */
@Controller
@Needs(Right.CONNECT)
@RequestMapping("/import")
class SheetPages {
  private final Frames frames;
  private final Stores stores;
  private final ShownConnections connections;
  private final ReadSheet sheets;
  private final NoteLook looks;

  SheetPages(Frames frames, Stores stores, ShownConnections connections, ReadSheet sheets) {
    this.frames = frames;
    this.stores = stores;
    this.connections = connections;
    this.sheets = sheets;
    this.looks = new NoteLook(stores);
  }

  @GetMapping
  String list(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("connections", ways(company));
    model.addAttribute("mappings", stores.fileMappings().of(company));
    return "sheets";
  }

  @PostMapping
  String bring(
      @RequestParam String company,
      @RequestParam String connection,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      RedirectAttributes next)
      throws IOException {
    frames.mustExist(company);
    ShownConnection to =
        ways(company).stream()
            .filter(each -> each.id().equals(connection))
            .findFirst()
            .orElseThrow(NotHere::new);
    Said said = frames.said(company, request, next);
    if (file == null || file.isEmpty()) {
      return said.refused("sheets.no-file");
    }
    if (to.connection().paused()) {
      return said.refused("upload.means.PAUSED");
    }
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return switch (sheets.bring(company, to.id(), name, content)) {
        case Acceptance.Accepted(UUID id) -> "redirect:" + address(company, id);
        case Acceptance.CameBefore(UUID id) -> {
          next.addFlashAttribute(
              "said", frames.of(company, request).say("upload.means.CAME_BEFORE"));
          yield "redirect:" + address(company, id);
        }
        case Acceptance.Refused refused -> said.refused("upload.means.TOO_LARGE");
      };
    }
  }

  @GetMapping("/{id}")
  String sheet(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String kind,
      Principal by,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    OpenSheet open = sheets.open(company, id).orElse(null);
    if (open == null) {
      model.addAttribute("frame", frame);
      model.addAttribute("delivery", delivery(company, id));
      return "sheetNone";
    }
    looks.atRaw(company, id, by.getName());
    boolean other = kind != null && SheetPage.KINDS.contains(kind);
    SheetMapping mapping =
        other && !open.mapping().kind().equals(kind)
            ? open.proposed(String.valueOf(kind))
            : open.mapping();
    TiedOut tiedOut = sheets.tiedOut(open).orElse(null);
    return page(frame, open, mapping, null, tiedOut, model);
  }

  /** Looks at the first rows, tries all of it, or imports it: as the button says. */
  @PostMapping("/{id}")
  String say(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String kind,
      @RequestParam(name = "do", defaultValue = "look") String act,
      @RequestParam Map<String, String> parameters,
      Principal by,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    OpenSheet open = sheets.open(company, id).orElseThrow(NotHere::new);
    if (!SheetPage.KINDS.contains(kind)) {
      throw new NotHere();
    }
    SheetMapping mapping = SheetForm.read(kind, parameters);
    List<SheetFault> faults = open.faults(mapping);
    boolean small = open.delivery().bytes() <= ReadSheet.MOST_BYTES;
    if (act.equals("import") && faults.isEmpty()) {
      boolean taken = sheets.take(open, mapping, by.getName());
      next.addFlashAttribute(
          taken ? "said" : "refused",
          frame.say(taken ? "sheets.taken" : "delivery.waits-already", open.delivery().name()));
      return "redirect:" + address(company, id);
    }
    Tried tried = null;
    if (act.equals("try") && !small) {
      model.addAttribute("refused", frame.say("sheets.too-large-to-try"));
    } else if (act.equals("try") && faults.isEmpty()) {
      try {
        tried = sheets.tried(open, mapping);
      } catch (BooksInUse others) {
        model.addAttribute("refused", frame.say("sheets.books-in-use"));
      }
    }
    return page(frame, open, mapping, tried, null, model);
  }

  @PostMapping("/mappings/forget")
  String forget(
      @RequestParam String company,
      @RequestParam String header,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    if (!header.matches("[0-9a-f]{64}")
        || !sheets.forget(company, HexFormat.of().parseHex(header), by.getName())) {
      throw new NotHere();
    }
    return frames.said(company, request, next).done("sheets.forgotten");
  }

  private String page(
      Frame frame,
      OpenSheet open,
      SheetMapping mapping,
      @Nullable Tried tried,
      @Nullable TiedOut tiedOut,
      Model model) {
    List<SheetFault> faults = open.faults(mapping);
    model.addAttribute("frame", frame);
    model.addAttribute(
        "page",
        new SheetPage(
            open,
            mapping,
            faults,
            faults.isEmpty() ? sheets.first(open, mapping) : List.of(),
            tried,
            tiedOut,
            frame.company().company().accounts().stream().map(AccountId::key).toList()));
    return "sheet";
  }

  private Delivery delivery(String company, UUID id) {
    return stores.views().deliveries().find(company, id).orElseThrow(NotHere::new).delivery();
  }

  /** Connections by which files come. */
  private List<ShownConnection> ways(String company) {
    return connections.of(company).stream().filter(each -> !each.leadsToProgram()).toList();
  }

  private static String address(String company, UUID id) {
    return Address.of("/import/" + id, company);
  }
}
