package org.dunlin.work.access;

import java.time.Duration;
import java.util.Optional;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;
import org.dunlin.store.Stores;
import org.dunlin.store.people.Notices;
import org.dunlin.store.people.Notices.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people by e-mail what happened to their account: once at most, and not while everything is
 * stopped or a restored hub has not been looked at.
 */
public final class TellPeople {
  /** What happened longer ago is of no use to anybody. */
  static final Duration OLD = Duration.ofDays(2);

  private static final Logger LOG = LoggerFactory.getLogger(TellPeople.class);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int MOST_DOUBLED = 6;

  private final Stores stores;
  private final Outlet outlet;

  /** Over these stores, by this way out. */
  public TellPeople(Stores stores, Outlet outlet) {
    this.stores = stores;
    this.outlet = outlet;
  }

  /** Tells the next; false where nothing is due. */
  public boolean next() {
    if (stores.settings().stopped() || stores.settings().restored().isPresent()) {
      return false;
    }
    Notices notices = stores.signIn().notices();
    Optional<Notice> due =
        stores
            .transactions()
            .in(
                () -> {
                  notices.forget(OLD);
                  return notices.claim();
                });
    due.ifPresent(notice -> tell(notices, notice));
    return due.isPresent();
  }

  private void tell(Notices notices, Notice notice) {
    try {
      outlet.send(NoticeMail.of(notice), Enclosures.NONE);
    } catch (NotSent later) {
      int doubled = Math.min(notice.attempts() - 1, MOST_DOUBLED);
      notices.later(notice.id(), SHORTEST.multipliedBy(1L << doubled));
      return;
    } catch (Refused refused) {
      LOG.warn("{} cannot be told what happened to their account: refused", notice.name());
    } catch (RuntimeException unknown) {
      LOG.warn(
          "Nobody knows whether {} was told what happened to their account",
          notice.name(),
          unknown);
    }
    notices.done(notice.id());
  }
}
