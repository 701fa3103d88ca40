package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.connectors.Translator;
import org.dunlin.core.model.Problem;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.ClaimedDelivery;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.intake.AcceptPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies small objects of one connection to a program, which come by the dozen, in one
 * transaction. Where anything of them fails nothing is done, and each is translated by itself: what
 * is wrong with one harms no other.
 */
final class TranslateTogether {
  /** What pages and objects of programs are called among the formats of files. */
  static final String PAGE = "PROGRAM";

  private static final Logger LOG = LoggerFactory.getLogger(TranslateTogether.class);

  /** As long as they take, the last of them waits for the first. */
  private static final int MOST = 25;

  private static final long SMALL_BYTES = 64 << 10;

  private final Stores stores;
  private final Translators programs;
  private final Checkpoint checkpoint;

  /**
   * What is applied together in this process; two such sets of one connection would wait for each
   * other, since they may name the same customers in another order.
   */
  private final Set<Of> underWay = ConcurrentHashMap.newKeySet();

  private record Of(String companyId, String connectionId) {}

  TranslateTogether(Stores stores, Translators programs, Checkpoint checkpoint) {
    this.stores = stores;
    this.programs = programs;
    this.checkpoint = checkpoint;
  }

  /**
   * What came of a delivery.
   *
   * @param nothing why nothing could be applied; absent where something was
   * @param settled whether it settled an invoice at once
   */
  record Applied(Delivery delivery, @Nullable Problem nothing, boolean settled) {}

  /** Applies one delivery in the transaction of the caller. */
  @FunctionalInterface
  interface Apply {
    Applied apply(ClaimedDelivery claimed, String format, Translator translator, Referred referred);
  }

  /** Settles what all of them refer to, in the transaction of the caller; whether anything was. */
  @FunctionalInterface
  interface Settle {
    boolean settle(Referred referred, Delivery one);
  }

  /** The one that is claimed, with those that may be applied together with it. */
  List<ClaimedDelivery> claimBehind(ClaimedDelivery first) {
    List<ClaimedDelivery> claimed = new ArrayList<>(List.of(first));
    Delivery delivery = first.delivery();
    boolean untried = delivery.attempts() == 1;
    if (untried && isSmallObject(delivery) && !underWay.contains(of(delivery))) {
      claimed.addAll(stores.inbox().claimBehind(delivery, MOST - 1, SMALL_BYTES));
    }
    return claimed;
  }

  private static boolean isSmallObject(Delivery delivery) {
    return delivery.stream() != null
        && !AcceptPage.NOTICES.equals(delivery.stream())
        && delivery.bytes() <= SMALL_BYTES;
  }

  /** Applies all of them, or none; false where each is to be translated by itself. */
  boolean applied(List<ClaimedDelivery> claimed, Apply apply, Settle settle) {
    Of of = of(claimed.getFirst().delivery());
    if (!claimed.stream().allMatch(each -> isSmallObject(each.delivery())) || !underWay.add(of)) {
      return false;
    }
    checkpoint.reached(Step.TRANSLATE_CLAIMED);
    try {
      after(stores.transactions().in(() -> applyAll(claimed, apply, settle)));
      return true;
    } catch (RuntimeException e) {
      LOG.debug("what {} brought is translated one by one", of.connectionId(), e);
      return false;
    } finally {
      underWay.remove(of);
    }
  }

  private List<Applied> applyAll(List<ClaimedDelivery> claimed, Apply apply, Settle settle) {
    stores.transactions().planOnce();
    Translators translators = programs.ofOneConnection();
    Referred referred = new Referred();
    List<Applied> applied = new ArrayList<>();
    for (ClaimedDelivery each : claimed) {
      applied.add(apply.apply(each, PAGE, translators.apply(each.delivery()), referred));
    }
    if (settle.settle(referred, claimed.getFirst().delivery())) {
      Applied first = applied.getFirst();
      applied.set(0, new Applied(first.delivery(), first.nothing(), true));
    }
    return applied;
  }

  /** Says what came of deliveries, once it is committed. */
  void after(List<Applied> all) {
    if (all.stream().anyMatch(Applied::settled)) {
      stores.wakeups().wake(Stage.DELIVER); // programs may be told of it
    }
    for (Applied each : all) {
      Delivery delivery = each.delivery();
      Problem nothing = each.nothing();
      if (nothing == null) {
        stores
            .flows()
            .succeeded(delivery.companyId(), delivery.connectionId(), TranslateDelivery.FLOW);
      } else {
        failed(delivery, nothing);
      }
    }
    stores.wakeups().wake(Stage.TRANSLATE);
  }

  void failed(Delivery delivery, Problem problem) {
    stores
        .flows()
        .failed(
            delivery.companyId(),
            delivery.connectionId(),
            TranslateDelivery.FLOW,
            delivery.name() + ": " + problem.message());
  }

  private static Of of(Delivery delivery) {
    return new Of(delivery.companyId(), delivery.connectionId());
  }
}
