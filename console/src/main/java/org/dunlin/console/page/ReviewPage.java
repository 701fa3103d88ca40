package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.store.view.ReviewQueue.Waiting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What matching suggests, the most certain first, so that a click settles it. */
@Controller
@Needs(Right.SEE)
class ReviewPage {
  private static final int A_PAGE = 20;

  private final Frames frames;
  private final Stores stores;

  ReviewPage(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  @GetMapping("/review")
  String review(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    List<Reviewed> waiting =
        stores.views().reviewQueue().both(company, A_PAGE).stream()
            .map(each -> reviewed(company, each))
            .flatMap(Optional::stream)
            .toList();
    List<PaymentDetail> payments =
        waiting.stream().map(Reviewed::payment).filter(Objects::nonNull).toList();
    model.addAttribute("frame", frame);
    model.addAttribute("reviewed", waiting);
    model.addAttribute("texts", MarkedTexts.of(stores, company, payments));
    model.addAttribute("waiting", stores.views().reviewQueue().waiting(company));
    return "review";
  }

  private Optional<Reviewed> reviewed(String company, Waiting waiting) {
    return waiting.creditNote()
        ? stores.views().details().creditNote(company, waiting.id()).map(Reviewed::of)
        : stores.views().details().payment(company, waiting.id()).map(Reviewed::of);
  }
}
