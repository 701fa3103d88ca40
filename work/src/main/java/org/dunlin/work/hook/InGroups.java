package org.dunlin.work.hook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.dunlin.store.Away;
import org.jspecify.annotations.Nullable;

/**
 * Does together what comes while the same is being done: whoever finds nobody at work takes all
 * that wait, and each is told what became of its own. One that comes alone waits for nobody.
 *
 * @param <I> what comes
 * @param <O> what becomes of it
 */
final class InGroups<I, O> {
  private final int most;
  private final Function<List<I>, List<O>> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Item<I, O>> waiting = new ArrayDeque<>();
  private boolean atWork;

  private static final class Item<I, O> {
    private final I came;
    private @Nullable O became;
    private @Nullable RuntimeException failure;

    Item(I came) {
      this.came = came;
    }

    boolean isDone() {
      return became != null || failure != null;
    }
  }

  /**
   * In groups of at most so many.
   *
   * @param work what becomes of each, in their order; where it fails nothing is done of any
   */
  InGroups(int most, Function<List<I>, List<O>> work) {
    this.most = most;
    this.work = work;
  }

  /** What becomes of it; throws what the work threw of it. */
  O take(I came) {
    Item<I, O> mine = new Item<>(came);
    lock.lock();
    try {
      waiting.add(mine);
      while (!mine.isDone()) {
        if (atWork) {
          changed.awaitUninterruptibly();
        } else {
          next();
        }
      }
    } finally {
      lock.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    return Objects.requireNonNull(mine.became);
  }

  /** How many wait for those who are at work. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Does the next group, while others may come; with the lock before and after. */
  private void next() {
    List<Item<I, O>> group = new ArrayList<>();
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.remove());
    }
    atWork = true;
    lock.unlock();
    try {
      together(group);
    } finally {
      lock.lock();
      atWork = false;
      changed.signalAll();
    }
  }

  /** What cannot be done together is done one by one, so that none suffers from another. */
  private void together(List<Item<I, O>> group) {
    try {
      List<O> became = work.apply(group.stream().map(each -> each.came).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).became = became.get(i);
      }
    } catch (RuntimeException e) {
      if (group.size() == 1 || Away.says(e)) {
        group.forEach(each -> each.failure = e);
      } else {
        group.forEach(each -> together(List.of(each)));
      }
    } catch (Error e) {
      group.forEach(each -> each.failure = new IllegalStateException("it could not be done", e));
      throw e;
    }
  }
}
