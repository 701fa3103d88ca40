package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dunlin.console.login.ReturnAddress;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.console.words.Words;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.FlowState;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.offer.AskedSetting;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.OfferedProgram;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.WhoLeads;
import org.dunlin.work.pay.ProviderBooks;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.tieout.TieOuts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The connections of a company, how each stands, and what it was told. */
@Controller
@Needs(Right.CONNECT)
@RequestMapping("/connections")
class ConnectionPages {
  private static final int MOST_LINES = 100;

  private final Frames frames;
  private final ShownConnections connections;
  private final ChangeConnection changes;
  private final TieOuts tieOuts;
  private final WhoLeads whoLeads;
  private final ProviderBooks books;
  private final Stores stores;
  private final ChangeProfile profiles;
  private final boolean open;

  ConnectionPages(
      Frames frames,
      ShownConnections connections,
      ChangeConnection changes,
      TieOuts tieOuts,
      Stores stores,
      Offers offers,
      ChangeProfile profiles,
      ObjectProvider<PublicAddress> addresses) {
    this.frames = frames;
    this.connections = connections;
    this.changes = changes;
    this.tieOuts = tieOuts;
    this.whoLeads = new WhoLeads(stores, offers);
    this.books = new ProviderBooks(stores);
    this.stores = stores;
    this.profiles = profiles;
    open = addresses.getIfAvailable() != null;
  }

  @Needs(Right.SEE)
  @GetMapping
  String connections(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("connections", connections.of(company));
    model.addAttribute("unwatched", unwatched(company));
    model.addAttribute("leads", whoLeads.of(company).orElse(null));
    return "connections";
  }

  @Needs(Right.SEE)
  @GetMapping("/{id}")
  String connection(
      @RequestParam String company,
      @PathVariable String id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    ShownConnection shown = connections.find(company, id).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("shown", shown);
    model.addAttribute("unwatched", unwatched(company).get(id));
    model.addAttribute("origin", Origins.sentence(frame.words(), shown.origin(), false));
    model.addAttribute("redirect", ReturnAddress.of(request));
    model.addAttribute("open", open);
    model.addAttribute("tieOut", tieOuts.of(company, id, MOST_LINES));
    model.addAttribute("leads", leads(company, id));
    model.addAttribute(
        "books", books.at(company, frame.businessDate(), shown.connection().program()));
    return "connection";
  }

  /** Why folders cannot be watched, by their connections. */
  private Map<String, String> unwatched(String company) {
    Map<String, String> reasons = new HashMap<>();
    for (FlowState flow : stores.flows().of(company)) {
      String reason = flow.lastFailure();
      if (flow.flow().equals(WatchFolders.FLOW) && flow.failing() && reason != null) {
        reasons.put(flow.connectionId(), reason);
      }
    }
    return reasons;
  }

  /** Asked on the pages of those that it is about. */
  private WhoLeads.@Nullable Question leads(String company, String id) {
    return whoLeads
        .of(company)
        .filter(question -> question.candidates().stream().anyMatch(each -> each.id().equals(id)))
        .orElse(null);
  }

  /** Says which connection's figures of invoices count. */
  @PostMapping("/lead")
  String lead(
      @RequestParam String company,
      @RequestParam String leads,
      HttpServletRequest request,
      Principal by,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (connections.find(company, leads).isEmpty()) {
      throw new NotHere();
    }
    try {
      profiles.change(
          company,
          null,
          Map.of(ProfileField.INVOICES_OF_RECORD, leads),
          Author.onPage(by.getName()));
      next.addFlashAttribute(Said.SAID, frame.say("connections.leads.done", leads));
    } catch (SetInFile refused) {
      next.addFlashAttribute(Said.REFUSED, CompanyPages.inFile(frame.words(), refused));
    }
    return page(frame, leads);
  }

  /** What is wanted of a form: the open settings, or what signs in. */
  private enum Part {
    SETTINGS("settings"),
    CREDENTIALS("secrets");

    private final String path;

    Part(String path) {
      this.path = path;
    }

    /** Another address needs the secrets again, so that they stand beside it. */
    Predicate<AskedSetting> wanted(@Nullable OfferedProgram offered) {
      boolean address =
          offered != null
              && (offered.isRoad()
                  || offered.settings().stream()
                      .anyMatch(each -> each.kind() == AskedSetting.Kind.URL));
      return switch (this) {
        case SETTINGS -> setting -> address || !setting.secret();
        case CREDENTIALS -> setting -> setting.secret() || setting.name().equals("clientId");
      };
    }
  }

  @GetMapping("/{id}/settings")
  String settings(
      @RequestParam String company,
      @PathVariable String id,
      HttpServletRequest request,
      Model model) {
    return form(frames.of(company, request), id, Part.SETTINGS, new SettingForm(), model);
  }

  @GetMapping("/{id}/secrets")
  String credentials(
      @RequestParam String company,
      @PathVariable String id,
      HttpServletRequest request,
      Model model) {
    return form(frames.of(company, request), id, Part.CREDENTIALS, new SettingForm(), model);
  }

  @PostMapping("/{id}/settings")
  String change(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    return changed(frame, id, Part.SETTINGS, parameters, response, by, model, next);
  }

  @PostMapping("/{id}/secrets")
  String rotate(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam Map<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    return changed(frame, id, Part.CREDENTIALS, parameters, response, by, model, next);
  }

  private String changed(
      Frame frame,
      String id,
      Part part,
      Map<String, String> parameters,
      HttpServletResponse response,
      Principal by,
      Model model,
      RedirectAttributes next) {
    String company = frame.company().id();
    ShownConnection shown = connections.find(company, id).orElseThrow(NotHere::new);
    Map<String, String> entered = SettingForm.entered(parameters);
    entered.keySet().retainAll(names(shown, part));
    Map<String, String> before = shown.connection().settings();
    entered.entrySet().removeIf(e -> e.getValue().equals(before.getOrDefault(e.getKey(), "")));
    try {
      shown.fixed().ifPresent(said -> said.refuse(entered.keySet()));
      changes.change(company, id, entered, Author.onPage(by.getName()));
    } catch (WrongSettings wrong) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return form(frame, id, part, new SettingForm(entered, wrong, frame.words()), model);
    } catch (SetInFile refused) {
      next.addFlashAttribute(Said.REFUSED, CompanyPages.inFile(frame.words(), refused));
      return page(frame, id);
    } catch (Unlinked gone) {
      next.addFlashAttribute(
          Said.REFUSED, frame.words().reason(String.valueOf(gone.getMessage())).text());
      return page(frame, id);
    }
    next.addFlashAttribute(
        Said.SAID,
        frame.say(part == Part.SETTINGS ? "connections.changed" : "connections.rotated", id));
    return page(frame, id);
  }

  private static Set<String> names(ShownConnection shown, Part part) {
    OfferedProgram offered = shown.offered();
    return offered == null
        ? Set.of()
        : offered.settings().stream()
            .filter(part.wanted(offered))
            .map(AskedSetting::name)
            .collect(Collectors.toSet());
  }

  private String form(Frame frame, String id, Part part, SettingForm form, Model model) {
    ShownConnection shown =
        connections
            .find(frame.company().id(), id)
            .filter(each -> each.offered() != null)
            .orElseThrow(NotHere::new);
    Words words = frame.words();
    model.addAttribute("frame", frame);
    model.addAttribute("shown", shown);
    model.addAttribute("fields", form.of(shown, part.wanted(shown.offered())));
    model.addAttribute("amiss", form.amiss());
    model.addAttribute("path", part.path);
    model.addAttribute("title", words.say("connections." + part.path + ".title", id));
    model.addAttribute("means", words.say("connections." + part.path + ".means"));
    return "connection/change";
  }

  static String page(Frame frame, String id) {
    return "redirect:/connections/" + id + "?" + frame.query();
  }
}
