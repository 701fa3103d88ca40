package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.console.api.GivenName;
import org.dunlin.console.page.Uploaded.Outcome;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.access.Right;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Reach;
import org.dunlin.work.intake.WholeBody;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes files from people. A form brings several at once; where the browser has scripts, each file
 * comes by itself as the body of a request, as large as any other road may bring it.
 */
@Controller
@Needs(Right.UPLOAD)
@RequestMapping("/upload")
class UploadPages {
  private final Frames frames;
  private final ShownConnections connections;
  private final AcceptFile acceptFile;

  UploadPages(Frames frames, ShownConnections connections, AcceptFile acceptFile) {
    this.frames = frames;
    this.connections = connections;
    this.acceptFile = acceptFile;
  }

  @GetMapping
  String upload(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String connection,
      HttpServletRequest request,
      Model model) {
    return page(frames.of(company, request), connection, List.of(), model);
  }

  @PostMapping
  String uploaded(
      @RequestParam String company,
      @RequestParam String connection,
      @RequestParam(required = false) @Nullable List<MultipartFile> file,
      HttpServletRequest request,
      Model model)
      throws IOException {
    Frame frame = frames.of(company, request);
    ShownConnection to = connection(company, connection);
    List<Uploaded> uploaded = new ArrayList<>();
    for (MultipartFile each : file == null ? List.<MultipartFile>of() : file) {
      String name = each.getOriginalFilename();
      if (name != null && !name.isBlank()) { // a form without a choice sends one without a name
        try (InputStream content = each.getInputStream()) {
          uploaded.add(taken(to, name, content, reach(request)));
        }
      }
    }
    return page(frame, connection, uploaded, model);
  }

  /** One file as the body; the answer is its row. */
  @PostMapping("/file")
  String file(
      @RequestParam String company,
      @RequestParam String connection,
      HttpServletRequest request,
      Model model)
      throws IOException {
    Frame frame = frames.of(company, request);
    String name = GivenName.in(request.getQueryString()).orElseThrow(NotHere::new);
    ShownConnection to = connection(company, connection);
    model.addAttribute("frame", frame);
    model.addAttribute("uploaded", taken(to, name, request.getInputStream(), reach(request)));
    return "upload/row";
  }

  private Uploaded taken(ShownConnection to, String name, InputStream content, Reach reach)
      throws IOException {
    if (to.connection().paused()) {
      return Uploaded.refused(name, Outcome.PAUSED);
    }
    PushbackInputStream body = new PushbackInputStream(content);
    int first = body.read();
    if (first < 0) {
      return Uploaded.refused(name, Outcome.EMPTY);
    }
    body.unread(first);
    String company = to.connection().companyId();
    try (WholeBody whole = new WholeBody(body, acceptFile.mostBytes())) {
      return Uploaded.of(name, acceptFile.accept(company, to.id(), name, whole, reach));
    }
  }

  /** Whoever acts for some companies alone brings nothing to others. */
  private static Reach reach(HttpServletRequest request) {
    return Permitted.forSomeOnly(request.getUserPrincipal(), Right.UPLOAD)
        ? Reach.COMPANY
        : Reach.HUB;
  }

  /** A program brings its records itself. */
  private ShownConnection connection(String company, String id) {
    return connections
        .find(company, id)
        .filter(each -> !each.leadsToProgram())
        .orElseThrow(NotHere::new);
  }

  private String page(
      Frame frame, @Nullable String connection, List<Uploaded> uploaded, Model model) {
    List<ShownConnection> all =
        connections.of(frame.company().id()).stream()
            .filter(each -> !each.leadsToProgram())
            .toList();
    model.addAttribute("frame", frame);
    model.addAttribute("connections", all);
    model.addAttribute("chosen", connection == null ? "" : connection);
    model.addAttribute("uploaded", uploaded);
    return "upload";
  }
}
