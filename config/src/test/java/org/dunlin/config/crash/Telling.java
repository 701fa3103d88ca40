package org.dunlin.config.crash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What programs are being told. While a thread stands at a stop nobody else is in the middle of
 * telling one something: what may have left and has not arrived is told again only minutes after
 * its hub was killed, for which no test waits.
 */
final class Telling {
  private final ReentrantReadWriteLock stands = new ReentrantReadWriteLock();

  /** A program is to be told something, by this thread. */
  void begin() {
    stands.readLock().lock();
  }

  /** It was told, or not. */
  void end() {
    stands.readLock().unlock();
  }

  /** Whether this thread is telling a program something. */
  boolean tells() {
    return stands.getReadHoldCount() > 0;
  }

  /** Says so once this thread stands alone, and waits until it is released. */
  void standStill(CountDownLatch released, Runnable told) {
    boolean tells = tells();
    if (tells) {
      end(); // what it tells has arrived
    }
    stands.writeLock().lock();
    try {
      told.run();
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (tells) {
        begin();
      }
      stands.writeLock().unlock();
    }
  }
}
