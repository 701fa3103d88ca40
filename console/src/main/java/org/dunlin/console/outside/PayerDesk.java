package org.dunlin.console.outside;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.limit.Network;
import org.dunlin.console.outside.PayerLimits.Kind;
import org.dunlin.console.outside.PayerPath.Act;
import org.dunlin.store.Stores;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Visit;
import org.dunlin.work.payer.NoteVisit;
import org.dunlin.work.payer.Payer;
import org.dunlin.work.payer.RenewLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives payers: whoever has a link that counts sees its page, and what was sent from there is
 * done; everybody else gets the same answer, whatever they tried.
 */
public final class PayerDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PayerDesk.class);

  private final Stores stores;
  private final PaymentLinks links;
  private final TemplateEngine templates;
  private final Clock clock;
  private final PayerLimits limits;
  private final PayerFrames frames;
  private final PayerPages pages;
  private final PayerActs acts;
  private final NoteVisit visits;
  private final RenewLink renewals;

  /** Over these stores; the templates are those of the console. */
  public PayerDesk(
      Stores stores,
      PaymentLinks links,
      Checkouts checkouts,
      TemplateEngine templates,
      Clock clock,
      PayerLimits limits) {
    this.stores = stores;
    this.links = links;
    this.templates = templates;
    this.clock = clock;
    this.limits = limits;
    frames = new PayerFrames(stores, clock);
    pages = new PayerPages(stores, checkouts);
    acts = new PayerActs(stores, links, checkouts, clock, pages, limits);
    visits = new NoteVisit(stores);
    renewals = new RenewLink(stores, links);
  }

  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    request.setCharacterEncoding("UTF-8");
    String method = request.getMethod();
    boolean head = method.equals("HEAD");
    PayerReply reply = new PayerReply(response, templates, head);
    if (!head && !method.equals("GET") && !method.equals("POST")) {
      response.setHeader("Allow", "GET, HEAD, POST");
      reply.plain(405, frames.nobody(request), "payer.gone");
      return;
    }
    try {
      receive(request, reply, method.equals("POST") ? Kind.SEND : Kind.READ, head);
    } catch (RuntimeException e) {
      // the address has the token in it, and is not written anywhere
      LOG.error("the page of a payer could not be shown", e);
      if (!response.isCommitted()) {
        reply.plain(500, frames.nobody(request), "payer.broken");
      }
    }
  }

  private void receive(HttpServletRequest request, PayerReply reply, Kind kind, boolean head)
      throws IOException {
    String network = Network.of(request.getRemoteAddr());
    if (!limits.permit(kind, "from " + network) || limits.spent(Kind.UNKNOWN, network)) {
      reply.later(frames.nobody(request));
      return;
    }
    Optional<PayerPath> path = PayerPath.of(request.getRequestURI());
    Visit visit =
        path.isEmpty() ? new Visit.Gone() : links.visit(path.get().token(), clock.instant());
    switch (visit) {
      case Visit.Gone gone -> {
        limits.permit(Kind.UNKNOWN, network);
        reply.plain(404, frames.nobody(request), "payer.gone");
      }
      case Visit.Expired expired -> expired(request, reply, kind, path.orElseThrow(), expired);
      case Visit.Open open -> {
        PayerFrame frame = frames.of(request, path.orElseThrow(), open);
        if (limits.permit(kind, "link " + open.linkId())) {
          open(request, reply, kind, path.orElseThrow(), frame, open, head);
        } else {
          reply.later(frame);
        }
      }
    }
  }

  /** Whoever asks for a new link gets the same answer, whether one is sent or not. */
  private void expired(
      HttpServletRequest request,
      PayerReply reply,
      Kind kind,
      PayerPath path,
      Visit.Expired expired)
      throws IOException {
    PayerFrame frame = frames.of(request, path, expired);
    if (!limits.permit(kind, "link " + expired.link().id())) {
      reply.later(frame);
      return;
    }
    boolean asked = kind == Kind.SEND && path.act() == Act.RENEW;
    if (asked) {
      renewals.renew(expired);
    }
    reply.page(asked ? 200 : 410, frame, "expired", Map.of("asked", asked));
  }

  private void open(
      HttpServletRequest request,
      PayerReply reply,
      Kind kind,
      PayerPath path,
      PayerFrame frame,
      Visit.Open open,
      boolean head)
      throws IOException {
    Payer payer = Payer.of(stores, open);
    if (kind == Kind.SEND) {
      acts.send(request, reply, path, frame, payer);
      return;
    }
    boolean page = path.act() != Act.LOGO && path.act() != Act.PAPER;
    if (page && !head) {
      visits.note(payer);
    }
    pages.show(request, reply, path, frame, payer);
  }
}
