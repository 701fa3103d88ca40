package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.TestConnection;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.FixedConnection;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.program.Health;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.program.TestProgram;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons of a connection's page. Pausing is among the switches. */
@Controller
@Needs(Right.CONNECT)
@RequestMapping("/connections/{id}")
class ConnectionActions {
  private final Frames frames;
  private final Stores stores;
  private final ShownConnections connections;
  private final TestConnection testConnection;
  private final SteerProgram steerProgram;
  private final RemoveProgram removeProgram;
  private final PushFile hooks;
  private final @Nullable PublicAddress address;

  ConnectionActions(
      Frames frames,
      Stores stores,
      ShownConnections connections,
      TestConnection testConnection,
      SteerProgram steerProgram,
      RemoveProgram removeProgram,
      PushFile hooks,
      ObjectProvider<PublicAddress> addresses) {
    this.frames = frames;
    this.stores = stores;
    this.connections = connections;
    this.testConnection = testConnection;
    this.steerProgram = steerProgram;
    this.removeProgram = removeProgram;
    this.hooks = hooks;
    address = addresses.getIfAvailable();
  }

  @Needs(Right.OPERATE)
  @PostMapping("/test")
  String test(
      @RequestParam String company,
      @PathVariable String id,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (connections.find(company, id).filter(ShownConnection::isRoad).isEmpty()) {
      linked(company, id);
    }
    TestProgram.Tested tested = testConnection.test(company, id);
    next.addFlashAttribute(
        tested.holds() ? Said.SAID : Said.REFUSED,
        frame.say(
            tested.holds() ? "connections.test.holds" : "connections.test.fails",
            frame.words().reason(tested.sentence()).text()));
    return ConnectionPages.page(frame, id);
  }

  @Needs(Right.OPERATE)
  @PostMapping("/sync")
  String sync(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean anew,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (refused(frame, linked(company, id), next)) {
      return ConnectionPages.page(frame, id);
    }
    if (anew) {
      steerProgram.beginAnew(company, id, Author.onPage(by.getName()));
    } else {
      steerProgram.syncNow(company, id, Author.onPage(by.getName()));
    }
    next.addFlashAttribute(Said.SAID, begun(frame, linked(company, id), anew));
    return ConnectionPages.page(frame, id);
  }

  /** Whether nothing goes to the program at the moment, which is said then. */
  static boolean refused(Frame frame, ShownConnection shown, RedirectAttributes next) {
    Health.State state = shown.health() == null ? null : shown.health().state();
    if (state != Health.State.PAUSED && state != Health.State.REAUTHORISE) {
      return false;
    }
    next.addFlashAttribute(Said.REFUSED, frame.say("connections.not-asked." + state.name()));
    return true;
  }

  /** What the program asked to wait for is kept to, so that it may begin later. */
  private static String begun(Frame frame, ShownConnection shown, boolean anew) {
    Health health = shown.health();
    if (health != null && health.state() == Health.State.LIMITED && health.nextDue() != null) {
      return frame.say("connections.sync-limited", frame.words().time(health.nextDue()));
    }
    return frame.say(anew ? "connections.begun-anew" : "connections.syncing");
  }

  /** Answers whether the many that were not there any more are gone. */
  @PostMapping("/missing")
  String missing(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam String stream,
      @RequestParam boolean gone,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    ShownConnection shown = linked(company, id);
    if (shown.asked().stream().map(StreamState::stream).noneMatch(stream::equals)) {
      throw new NotHere();
    }
    steerProgram.decideMissing(company, id, stream, gone, Author.onPage(by.getName()));
    next.addFlashAttribute(
        Said.SAID,
        frame.say(gone ? "connections.missing.are-gone" : "connections.missing.are-not"));
    return ConnectionPages.page(frame, id);
  }

  /** Makes the address for notices, in the place of one that it had; it is shown this once. */
  @PostMapping("/hook")
  String hook(
      @RequestParam String company,
      @PathVariable String id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    linked(company, id);
    if (address == null) {
      throw new NotHere();
    }
    String secret = hooks.make(company, id, by.getName());
    next.addFlashAttribute("hook", address.hook(company, id, secret));
    return ConnectionPages.page(frame, id);
  }

  /** What removing the connection means, and the buttons that do it. */
  @GetMapping("/remove")
  String removing(
      @RequestParam String company,
      @PathVariable String id,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("shown", connections.find(company, id).orElseThrow(NotHere::new));
    return "connection/remove";
  }

  @PostMapping("/remove")
  String remove(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam RemoveProgram.Data data,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (connections.find(company, id).isEmpty()) {
      throw new NotHere();
    }
    try {
      FixedConnection.refuseRemoval(stores, company, id);
    } catch (SetInFile refused) {
      next.addFlashAttribute(Said.REFUSED, CompanyPages.inFile(frame.words(), refused));
      return ConnectionPages.page(frame, id);
    }
    removeProgram.remove(company, id, data, Author.onPage(by.getName()));
    next.addFlashAttribute(
        Said.SAID,
        frame.say(
            switch (data) {
              case KEEP -> "connections.removed.KEEP";
              case VOID -> "connections.removed.VOID";
            },
            id));
    return "redirect:/connections?" + frame.query();
  }

  private ShownConnection linked(String company, String id) {
    return connections
        .find(company, id)
        .filter(ShownConnection::leadsToProgram)
        .orElseThrow(NotHere::new);
  }
}
