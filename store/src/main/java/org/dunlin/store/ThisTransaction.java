package org.dunlin.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is known or done once in the transaction of the caller, however often it is asked for.
 * Nothing of it outlives the transaction; where there is none, nothing is remembered.
 */
public final class ThisTransaction {
  /** So much that a transaction over all of a company's records does not keep them all. */
  private static final int MOST = 500;

  private ThisTransaction() {}

  /** What a transaction remembers; registered with it, and so set aside with it. */
  private static final class Memory implements TransactionSynchronization {
    private final Map<Object, Object> known = new HashMap<>();
    private final Map<Object, Last> atLast = new LinkedHashMap<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      atLast.values().forEach(last -> last.work().run());
    }
  }

  /**
   * The answer to a question that was answered before in this transaction, or a new one.
   *
   * @param key what is asked, and of which store
   */
  public static <T> T once(Object key, Supplier<T> ask) {
    Memory memory = memory().orElse(null);
    if (memory == null) {
      return ask.get();
    }
    @SuppressWarnings("unchecked") // a key has answers of one type
    T before = (T) memory.known.get(key);
    if (before != null) {
      return before;
    }
    T answer = ask.get();
    if (memory.known.size() >= MOST) {
      memory.known.clear();
    }
    memory.known.put(key, answer);
    return answer;
  }

  /** Whether it is the first time in this transaction; always where there is none. */
  public static boolean first(Object key) {
    boolean[] first = {false};
    Object unused =
        once(
            key,
            () -> {
              first[0] = true;
              return Boolean.TRUE;
            });
    return first[0];
  }

  /** The answer is no longer right. */
  public static void forget(Object key) {
    existing().ifPresent(memory -> memory.known.remove(key));
  }

  /** What is done at last, with what it is done of. */
  private record Last(Runnable work, Object of) {}

  /**
   * Does it in this transaction, right before it ends well.
   *
   * @return of what it is done; empty where there is no transaction
   */
  public static <T> Optional<T> atLast(Object key, Runnable work, T of) {
    Optional<Memory> memory = memory();
    memory.ifPresent(there -> there.atLast.put(key, new Last(work, of)));
    return memory.map(there -> of);
  }

  /** Of what something is done at last in this transaction; empty where nothing is. */
  public static <T> Optional<T> atLast(Object key, Class<T> type) {
    return existing().map(memory -> memory.atLast.get(key)).map(last -> type.cast(last.of()));
  }

  private static Optional<Memory> existing() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return Optional.empty();
    }
    for (TransactionSynchronization each :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (each instanceof Memory memory) {
        return Optional.of(memory);
      }
    }
    return Optional.empty();
  }

  private static Optional<Memory> memory() {
    Optional<Memory> existing = existing();
    if (existing.isPresent()
        || !TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return existing;
    }
    Memory memory = new Memory();
    TransactionSynchronizationManager.registerSynchronization(memory);
    return Optional.of(memory);
  }
}
