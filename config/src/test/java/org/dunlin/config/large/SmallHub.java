package org.dunlin.config.large;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.dunlin.config.hub.Hub;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.Deliveries.Choice;
import org.dunlin.store.view.Deliveries.Line;
import org.dunlin.store.view.UnallocatedPayments.Total;
import org.dunlin.work.day.BusinessDay;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A hub in a process of its own, which works off what lies in its folder up to the decision of
 * dunning, shows it to itself as the console would, tells what it came to, and ends.
 */
final class SmallHub {
  static final String COMPANY = "acme";
  static final String FOLDER = "large.folder";
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private final ConfigurableApplicationContext hub;
  private final Stores stores;
  private long heldMost;

  private SmallHub(ConfigurableApplicationContext hub) {
    this.hub = hub;
    this.stores = hub.getBean(Stores.class);
  }

  /** Each argument is a setting: {@code name=value}. */
  public static void main(String[] arguments) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    try (ConfigurableApplicationContext hub = Hub.start(settings).orElseThrow()) {
      new SmallHub(hub).work();
    }
  }

  private void work() throws IOException {
    Path folder = Path.of(hub.getEnvironment().getRequiredProperty(FOLDER), "in");
    BusinessDay day = hub.getBean(BusinessDay.class);
    long begin = System.nanoTime();
    String before = "";
    while (!taken(folder) || !day.drained(COMPANY)) {
      heldMost = Math.max(heldMost, held());
      String now = standing();
      if (!now.equals(before)) {
        tell("after %.1f s: %s".formatted(seconds(begin), now));
        before = now;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    heldMost = Math.max(heldMost, held());
    tell("drained after %.1f s".formatted(seconds(begin)));
    List<Total> totals = stores.views().unallocatedPayments().totals(COMPANY);
    stores.views().unallocatedPayments().newest(COMPANY, 50);
    stores.views().tieOuts().of(COMPANY);
    for (Line line : deliveries()) {
      Delivery delivery = line.delivery();
      tell(
          delivery.name()
              + " "
              + delivery.state()
              + " "
              + delivery.records()
              + " "
              + line.problems());
    }
    tell("unallocated " + totals.stream().mapToInt(Total::payments).sum());
    tell("open " + stores.invoices().open(COMPANY).size());
    tell("held " + (heldMost >> 20) + " MB of " + (Runtime.getRuntime().maxMemory() >> 20));
  }

  private String standing() {
    return String.join(
        ", ",
        deliveries().stream().map(l -> l.delivery().name() + " " + l.delivery().state()).toList());
  }

  private List<Line> deliveries() {
    return stores.views().deliveries().newest(COMPANY, Choice.ALL, 10);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static boolean taken(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.noneMatch(Files::isRegularFile);
    }
  }

  /** Bytes of the heap that were still held after each pool was last collected. */
  private static long held() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(usage -> usage == null ? 0 : ((MemoryUsage) usage).getUsed())
        .sum();
  }

  private static void tell(String words) {
    System.out.println(LargeStatementTest.MARK + words);
  }
}
