package org.dunlin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dunlin.core.port.Stage;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the next stage, in this process at once and in others by NOTIFY. Notifications go out
 * throttled and outside the transactions of the work: inside, they would serialise the commits. A
 * lost one costs the time until the next sweep, never an entry.
 */
public final class Wakeups implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
  private static final String CHANNEL = "dunlin";
  private static final int WAIT_MILLIS = 5_000;

  /** So much later than asked for a stage may be woken, so that wishes come together. */
  private static final Duration SLACK = Duration.ofMillis(50);

  /** Each NOTIFY is a commit, and they queue behind each other; so soon is soon enough. */
  private static final int BETWEEN_MILLIS = 20;

  private final DataSource pool;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Set<Stage> pending = EnumSet.noneOf(Stage.class);
  private final Map<Stage, NavigableSet<Instant>> later = new EnumMap<>(Stage.class);
  private volatile Consumer<Stage> woken = stage -> {};
  private volatile int teller;
  private volatile boolean closed;

  /** Wake-ups through this database. */
  public Wakeups(DataSource pool) {
    this.pool = pool;
  }

  /** Starts telling others, and telling this process what it and others say. */
  public void start(Consumer<Stage> woken) {
    Thread.ofPlatform().daemon().name("dunlin-notify").start(() -> whileOpen(this::tellOthers));
    startAlone(woken);
  }

  /**
   * Starts where no other hub can use the database: this process hears what it says itself, and
   * what a tool beside it may say, but does not trouble the server for nobody's sake.
   */
  public void startAlone(Consumer<Stage> woken) {
    this.woken = woken;
    Thread.ofPlatform().daemon().name("dunlin-listen").start(() -> whileOpen(this::listen));
  }

  /** Wakes a stage. Call it after the commit of what it is to see. */
  public void wake(Stage stage) {
    wakeHere(stage);
    lock.lock();
    try {
      pending.add(stage);
      asked.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Wakes a stage once what the open transaction writes can be seen; where none is open, at once.
   */
  public void wakeOnCommit(Stage stage) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      wake(stage);
      return;
    }
    WakeOnCommit wish = new WakeOnCommit(this, stage);
    if (!TransactionSynchronizationManager.getSynchronizations().contains(wish)) {
      TransactionSynchronizationManager.registerSynchronization(wish);
    }
  }

  /** A record, so that a transaction has each of them once. */
  private record WakeOnCommit(Wakeups wakeups, Stage stage) implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      wakeups.wake(stage);
    }
  }

  /**
   * Wakes a stage of this process alone after a while, or up to {@link #SLACK} later. Whoever asks
   * for that again meanwhile, for about the same moment, shares it.
   */
  public void wakeAfter(Duration pause, Stage stage) {
    Duration eighth = pause.dividedBy(8);
    Duration slack = eighth.compareTo(SLACK) < 0 ? eighth : SLACK;
    Instant earliest = Instant.now().plus(pause);
    Instant moment = earliest.plus(slack);
    if (isFirst(stage, earliest, moment)) {
      CompletableFuture.delayedExecutor(pause.plus(slack).toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> wakeNow(stage, moment));
    }
  }

  private boolean isFirst(Stage stage, Instant earliest, Instant moment) {
    synchronized (later) {
      NavigableSet<Instant> moments = later.computeIfAbsent(stage, each -> new TreeSet<>());
      Instant there = moments.ceiling(earliest);
      return (there == null || there.isAfter(moment)) && moments.add(moment);
    }
  }

  private void wakeNow(Stage stage, Instant moment) {
    synchronized (later) {
      later.computeIfPresent(
          stage, (each, moments) -> moments.remove(moment) && moments.isEmpty() ? null : moments);
    }
    wakeHere(stage);
  }

  @Override
  public void close() {
    closed = true;
    lock.lock();
    try {
      asked.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The work that led here is committed, whatever becomes of the wake-up. */
  private void wakeHere(Stage stage) {
    if (!closed) {
      try {
        woken.accept(stage);
      } catch (RuntimeException e) {
        LOG.debug("{} sleeps until its next sweep", stage, e);
      }
    }
  }

  private interface Talk {
    void with(Connection connection) throws SQLException, InterruptedException;
  }

  private void whileOpen(Talk talk) {
    while (!closed) {
      try (Connection connection = pool.getConnection()) {
        talk.with(connection);
      } catch (SQLException | RuntimeException e) {
        LOG.debug("wake-ups wait; sweeps go on", e);
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void tellOthers(Connection connection) throws SQLException, InterruptedException {
    teller = connection.unwrap(PGConnection.class).getBackendPID();
    connection.setAutoCommit(false); // the pool sets it back
    try (Statement statement = connection.createStatement()) {
      while (!closed) {
        Set<Stage> stages = takePending();
        statement.execute("set local synchronous_commit = off"); // nothing here need survive
        for (Stage stage : stages) {
          statement.execute("notify " + CHANNEL + ", '" + stage + "'");
        }
        connection.commit();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
      PGConnection server = connection.unwrap(PGConnection.class);
      while (!closed) {
        PGNotification[] notifications = server.getNotifications(WAIT_MILLIS);
        for (PGNotification notification : notifications) {
          if (notification.getPID() != teller) {
            wakeHere(Stage.valueOf(notification.getParameter()));
          }
        }
      }
    }
  }

  /** Waits for something to tell; what is asked for while another is told goes out together. */
  private Set<Stage> takePending() throws InterruptedException {
    lock.lock();
    try {
      while (pending.isEmpty() && !closed) {
        asked.await();
      }
      Set<Stage> taken = EnumSet.copyOf(pending.isEmpty() ? EnumSet.noneOf(Stage.class) : pending);
      pending.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      if (!closed) {
        boolean woken = asked.await(1, TimeUnit.SECONDS);
        LOG.trace("woken {}", woken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
