package org.dunlin.work.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes while others are at work is done together, and none suffers from another. */
class InGroupsTest {
  private static final int MOST = 5;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final InGroups<Integer, String> inGroups = new InGroups<>(MOST, this::work);

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  /** The first waits until the test lets it go on; 13 can never be done, nor anything with it. */
  private List<String> work(List<Integer> numbers) {
    groups.add(numbers);
    begun.countDown();
    await(goOn);
    if (numbers.contains(13)) {
      throw new IllegalArgumentException("13");
    }
    return numbers.stream().map(each -> "done " + each).toList();
  }

  private CompletableFuture<String> take(int number) {
    return CompletableFuture.supplyAsync(() -> inGroups.take(number), threads);
  }

  /** Has these come while the first is being done. */
  private List<CompletableFuture<String>> behindTheFirst(int... numbers) {
    List<CompletableFuture<String>> taken = new ArrayList<>(List.of(take(0)));
    await(begun);
    IntStream.of(numbers).forEach(each -> taken.add(take(each)));
    while (inGroups.waiting() < numbers.length) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    return taken;
  }

  @Test
  void whatComesMeanwhileIsDoneTogetherAndEachIsToldOfItsOwn() {
    List<CompletableFuture<String>> taken = behindTheFirst(1, 2, 3);

    assertThat(taken.stream().map(CompletableFuture::join))
        .containsExactly("done 0", "done 1", "done 2", "done 3");
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0)).containsExactly(0);
    assertThat(groups.get(1)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void noGroupIsLargerThanIsAllowed() {
    List<CompletableFuture<String>> taken = behindTheFirst(1, 2, 3, 4, 5, 6, 7);

    assertThat(taken.stream().map(CompletableFuture::join)).hasSize(8);
    assertThat(groups.stream().map(List::size)).containsExactly(1, MOST, 2);
  }

  @Test
  void whatFailsHarmsNoneOfThoseThatCameWithIt() {
    List<CompletableFuture<String>> taken = behindTheFirst(1, 13, 3);

    assertThat(taken.get(1).join()).isEqualTo("done 1");
    assertThatThrownBy(() -> taken.get(2).join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("13");
    assertThat(taken.get(3).join()).isEqualTo("done 3");
    assertThat(take(4).join()).isEqualTo("done 4");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
