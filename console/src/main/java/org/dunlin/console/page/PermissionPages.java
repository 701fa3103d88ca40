package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.console.login.ReturnAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Right;
import org.dunlin.work.offer.Permission;
import org.dunlin.work.offer.Permission.Awaited;
import org.dunlin.work.offer.Permission.Begun;
import org.dunlin.work.offer.Permission.Returned;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.profile.Author;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A person's way to a program that has to permit the access, and back. A form of this hub may not
 * lead to another site (its content policy), so the person goes there by a link. Whoever comes back
 * without having begun it in this session is asked first: else somebody could have them permit the
 * access to their books for a connection of another company (RFC 6749, 10.12).
 */
@Controller
@Needs(Right.CONNECT)
class PermissionPages {
  private static final String BROUGHT = "brought.";

  private final Frames frames;
  private final ShownConnections connections;
  private final Permission permission;

  PermissionPages(Frames frames, ShownConnections connections, Permission permission) {
    this.frames = frames;
    this.connections = connections;
    this.permission = permission;
  }

  @PostMapping("/connections/{id}/authorise")
  String begin(
      @RequestParam String company,
      @PathVariable String id,
      Principal by,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    ShownConnection shown =
        connections
            .find(company, id)
            .filter(ShownConnection::leadsToProgram)
            .orElseThrow(NotHere::new);
    String redirect = ReturnAddress.of(request);
    return switch (permission.begin(company, id, redirect, Author.onPage(by.getName()))) {
      case Begun.Refused(String sentence) -> {
        next.addFlashAttribute(
            Said.REFUSED, frame.say("connections.not-sent", frame.words().reason(sentence).text()));
        yield ConnectionPages.page(frame, id);
      }
      case Begun.Sent(URI address) -> {
        BegunHere.note(request, address);
        model.addAttribute("frame", frame);
        model.addAttribute("shown", shown);
        model.addAttribute("address", address.toString());
        model.addAttribute("host", address.getHost());
        model.addAttribute("redirect", redirect);
        yield "connection/leave";
      }
    };
  }

  /** The person comes back; the address names no company, so the connection does. */
  @GetMapping(ReturnAddress.PATH)
  String back(
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    String state = parameters.getOrDefault("state", "");
    if (BegunHere.ended(request, state)) {
      return completed(parameters, request, response, model, next);
    }
    return permission
        .awaited(state)
        .map(awaited -> confirm(awaited, parameters, request, model))
        .orElseGet(() -> unknown(request, response, model));
  }

  /** The person says that the way is one that they want to end, though it began elsewhere. */
  @PostMapping(ReturnAddress.PATH)
  String confirmed(
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Map<String, String> brought = new TreeMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(BROUGHT)) {
            brought.put(name.substring(BROUGHT.length()), value);
          }
        });
    return completed(brought, request, response, model, next);
  }

  private String confirm(
      Awaited awaited, Map<String, String> brought, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(awaited.companyId(), request));
    model.addAttribute(
        "shown",
        connections.find(awaited.companyId(), awaited.connectionId()).orElseThrow(NotHere::new));
    model.addAttribute("awaited", awaited);
    model.addAttribute("brought", brought);
    return "connection/confirm";
  }

  private String completed(
      Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes next) {
    Permits permits = Permitted.of(request.getUserPrincipal());
    if (permission
        .awaited(parameters.getOrDefault("state", ""))
        .filter(awaited -> !permits.may(Right.CONNECT, awaited.companyId()))
        .isPresent()) {
      throw new NotHere();
    }
    return switch (permission.complete(parameters)) {
      case Returned.Permitted(String company, String id) -> {
        Frame frame = frames.of(company, request);
        next.addFlashAttribute(Said.SAID, frame.say("connections.permitted", id));
        yield ConnectionPages.page(frame, id);
      }
      case Returned.Refused(String company, String id, String sentence) -> {
        Frame frame = frames.of(company, request);
        next.addFlashAttribute(
            Said.REFUSED,
            frame.say("connections.not-permitted", frame.words().reason(sentence).text()));
        yield ConnectionPages.page(frame, id);
      }
      case Returned.Choose choose -> choose(choose, request, model);
      case Returned.Unknown unknown -> unknown(request, response, model);
    };
  }

  private String choose(Returned.Choose choose, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(choose.companyId(), request));
    model.addAttribute(
        "shown",
        connections.find(choose.companyId(), choose.connectionId()).orElseThrow(NotHere::new));
    model.addAttribute("setting", choose.setting());
    model.addAttribute("choices", choose.choices());
    return "connection/choose";
  }

  private String unknown(HttpServletRequest request, HttpServletResponse response, Model model) {
    Optional<String> company = frames.chosen(null, request);
    if (company.isEmpty()) {
      return "redirect:/";
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("frame", frames.of(company.get(), request));
    return "connection/unknown";
  }
}
