package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.dun.ApproveActions;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.person.RetryEffect;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people decide of traffic that waits or failed, for programs. */
@RestController
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class TrafficApi {
  private final Stores stores;
  private final Decisions decisions;
  private final RetryEffect retryEffect;
  private final Lists lists;

  TrafficApi(Stores stores, Decisions decisions, RetryEffect retryEffect, PaymentLinks links) {
    this.stores = stores;
    this.decisions = decisions;
    this.retryEffect = retryEffect;
    this.lists = new Lists(stores, links);
  }

  /** Reads a delivery again. */
  @Needs(Right.OPERATE)
  @PostMapping("/deliveries/{id}/replay")
  byte[] replay(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBeThere(company, id);
    boolean gone =
        stores
            .views()
            .deliveries()
            .find(company, id)
            .filter(found -> found.delivery().rawGone() != null)
            .isPresent();
    if (gone) {
      throw ProblemType.OTHER_STATE.because(
          "The bytes of the delivery are not kept any more, so that it cannot be read again.");
    }
    return decisions.replay(company, id, by.getName()) ? shown(company, "deliveries", id) : waits();
  }

  /** Reads a delivery again, and lets it replace invoices of the same number. */
  @Needs(Right.OPERATE)
  @PostMapping("/deliveries/{id}/replace")
  byte[] replace(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBeThere(company, id);
    return decisions.replace(company, id, by.getName())
        ? shown(company, "deliveries", id)
        : waits();
  }

  /** Tries an entry of the outbox now. */
  @Needs(Right.OPERATE)
  @PostMapping("/messages/{id}/retry")
  byte[] retry(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBe(company, id);
    return done(company, id, retryEffect.now(company, id, by.getName()));
  }

  /** Whether a message of which nobody knows it has left. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/messages/{id}/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] resolve(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "An answer", "left");
    boolean left = body.truthNeeded("left");
    mustBe(company, id);
    return done(company, id, decisions.resolveUnknown(company, id, left, by.getName()));
  }

  /** A letter that somebody printed, or a case that somebody handed over. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/{id}/by-hand")
  byte[] byHand(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBe(company, id);
    return done(company, id, decisions.doneByHand(company, id, by.getName()));
  }

  /** A message that waits goes; what waits for a yes is approved with it. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/{id}/release")
  byte[] release(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    Effect effect = mustBe(company, id);
    String action = effect.actionId();
    boolean approved =
        action != null
            && new ApproveActions(stores).approve(company, List.of(action), by.getName()) == 1;
    return done(company, id, approved || decisions.decideWaiting(company, id, true, by.getName()));
  }

  /** A message that waits does not go. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/{id}/drop")
  byte[] drop(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    mustBe(company, id);
    return done(company, id, decisions.decideWaiting(company, id, false, by.getName()));
  }

  /** All that wait because they are far more than usual go. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/release")
  byte[] releaseAll(@PathVariable String company, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return count(decisions.releaseWaiting(company, by.getName()));
  }

  /** None of them goes. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/drop")
  byte[] dropAll(@PathVariable String company, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return count(decisions.dropWaiting(company, by.getName()));
  }

  /** They have gone another way, and count as sent. */
  @Needs(Right.DECIDE)
  @PostMapping("/messages/sent")
  byte[] sentAll(@PathVariable String company, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return count(decisions.countWaitingAsSent(company, by.getName()));
  }

  private Effect mustBe(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .outbox()
        .find(company, id)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The company has no message of this id."));
  }

  private byte[] done(String company, UUID id, boolean done) {
    if (!done) {
      throw ProblemType.OTHER_STATE.because(
          "The message is in another state by now, or its kind does not allow this; read it"
              + " again.");
    }
    return shown(company, "messages", id);
  }

  private void mustBeThere(String company, UUID delivery) {
    var unused = shown(company, "deliveries", delivery);
  }

  private static byte[] waits() {
    throw ProblemType.OTHER_STATE.because(
        "The delivery waits to be read already, or this is not what it asks for.");
  }

  private byte[] shown(String company, String list, UUID id) {
    CompanyApi.mustExist(stores, company);
    return lists.named(list).find(company, id.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] count(int messages) {
    return ("{\"messages\":" + messages + "}").getBytes(StandardCharsets.UTF_8);
  }
}
