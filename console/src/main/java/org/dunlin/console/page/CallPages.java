package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCalls.Of;
import org.dunlin.work.EventKeys;
import org.dunlin.work.call.KeptMail;
import org.dunlin.work.person.NoteLook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls to programs and mail servers: those of a thing, and what was said in one. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/calls")
class CallPages {
  private static final int MOST = 50;

  private final Frames frames;
  private final Stores stores;
  private final NoteLook looks;

  CallPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    this.looks = new NoteLook(stores);
  }

  /** Of a connection, of what programs are told, or of an effect. */
  @GetMapping
  String calls(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String connection,
      @RequestParam(required = false) @Nullable UUID about,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Listing listing =
        Listing.of("/calls", company)
            .with("connection", connection)
            .with("about", about)
            .with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("connection", connection);
    model.addAttribute("about", about);
    model.addAttribute("effect", about != null && stores.outbox().find(company, about).isPresent());
    model.addAttribute("listing", listing);
    model.addAttribute(
        "calls",
        stores
            .outboundCalls()
            .page(company, of(company, connection, about), listing.after(), MOST));
    return "outboundCalls";
  }

  private Of of(String company, @Nullable String connection, @Nullable UUID about) {
    if (about != null) {
      return new Of.Thing(about);
    }
    boolean known =
        connection != null
            && (connection.equals(KeptMail.CONNECTION)
                || connection.equals(EventKeys.ROAD)
                || stores.connections().find(company, connection).isPresent());
    if (!known) {
      throw new NotHere();
    }
    return new Of.Connection(String.valueOf(connection));
  }

  /** What was asked and answered. */
  @Needs(Right.SEE_RAW)
  @GetMapping("/{id}")
  String call(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      Model model) {
    OutboundCall call = stores.outboundCalls().find(company, id).orElseThrow(NotHere::new);
    if (call.transcript() != null) {
      looks.atCall(call, by.getName());
    }
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("call", call);
    return "outboundCall";
  }
}
