package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.PaymentDetail;
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
    List<PaymentDetail> payments =
        stores.views().reviewQueue().first(company, A_PAGE).stream()
            .map(id -> stores.views().details().payment(company, id))
            .flatMap(Optional::stream)
            .toList();
    model.addAttribute("frame", frame);
    model.addAttribute("payments", payments);
    model.addAttribute("texts", MarkedTexts.of(stores, company, payments));
    model.addAttribute("waiting", stores.views().reviewQueue().waiting(company));
    return "review";
  }
}
