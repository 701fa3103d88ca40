package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.console.login.ReturnAddress;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.Connection;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.OfferedProgram;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.WrongSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that can be connected, and the form that connects one. */
@Controller
@Needs(Right.CONNECT)
class ProgramPages {
  private final Frames frames;
  private final Stores stores;
  private final Offers offers;
  private final ChangeConnection changes;
  private final boolean open;

  ProgramPages(
      Frames frames,
      Stores stores,
      Offers offers,
      ChangeConnection changes,
      ObjectProvider<PublicAddress> addresses) {
    this.frames = frames;
    this.stores = stores;
    this.offers = offers;
    this.changes = changes;
    open = addresses.getIfAvailable() != null;
  }

  /** Who looks wants to see the folder that they have just dropped in. */
  @GetMapping("/programs")
  String programs(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    offers.lookAgain();
    model.addAttribute("programs", offers.all());
    model.addAttribute("roads", offers.roads());
    model.addAttribute("broken", offers.broken());
    return "programs";
  }

  @GetMapping("/programs/{program}")
  String program(
      @RequestParam String company,
      @PathVariable String program,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    OfferedProgram offered = offers.find(program).orElseThrow(NotHere::new);
    return form(frame, offered, new SettingForm(), free(company, program), request, model);
  }

  @PostMapping("/programs/{program}")
  String connect(
      @RequestParam String company,
      @PathVariable String program,
      @RequestParam String id,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    OfferedProgram offered = offers.find(program).orElseThrow(NotHere::new);
    Map<String, String> entered = SettingForm.entered(parameters);
    entered.values().removeIf(String::isEmpty);
    String name = id.strip();
    try {
      changes.add(company, name, program, entered, Author.onPage(by.getName()));
    } catch (WrongSettings wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(
          frame, offered, new SettingForm(entered, wrong, frame.words()), name, request, model);
    } catch (Unlinked gone) {
      throw new NotHere();
    }
    next.addFlashAttribute(Said.SAID, frame.say("connections.added", name));
    return ConnectionPages.page(frame, name);
  }

  private String form(
      Frame frame,
      OfferedProgram offered,
      SettingForm form,
      String id,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frame);
    model.addAttribute("program", offered);
    model.addAttribute("fields", form.of(offered));
    model.addAttribute("id", id);
    model.addAttribute("idError", form.error("id"));
    model.addAttribute("amiss", form.amiss());
    model.addAttribute("redirect", ReturnAddress.of(request));
    model.addAttribute("open", open);
    return "program";
  }

  /** The name of the program, with a number where it is taken. */
  private String free(String company, String program) {
    Set<String> taken =
        stores.connections().of(company).stream().map(Connection::id).collect(Collectors.toSet());
    String id = program;
    for (int number = 2; taken.contains(id); number++) {
      id = program + "-" + number;
    }
    return id;
  }
}
