package org.dunlin.store.warning;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a class of tests during which the hub warned of what neither the class nor one of its tests
 * announced by {@link Warns}. What the class before announced may come late, from its threads.
 */
public final class FailsOnWarnings implements BeforeAllCallback, AfterAllCallback {
  private static final AtomicBoolean WATCHING = new AtomicBoolean();
  private static final AtomicReference<Set<String>> BEFORE = new AtomicReference<>(Set.of());

  @Override
  public void beforeAll(ExtensionContext context) {
    WATCHING.set(true);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Class<?> tests = context.getRequiredTestClass();
    if (tests.getEnclosingClass() != null) {
      return; // what is within a class is looked at with it
    }
    List<ILoggingEvent> gathered = Warnings.gathered();
    Warnings.forget(gathered);
    Set<String> announced = announced(tests);
    Set<String> announcedBefore = BEFORE.getAndSet(announced);
    List<String> others =
        gathered.stream()
            .filter(event -> !isAnnounced(event, announced))
            .filter(event -> !isAnnounced(event, announcedBefore))
            .map(FailsOnWarnings::told)
            .toList();
    if (!others.isEmpty()) {
      throw new AssertionError(
          "The hub warned of what no test announced (@Warns):\n" + String.join("\n", others));
    }
  }

  /** Whether classes of this process are looked at. */
  public static boolean watches() {
    return WATCHING.get();
  }

  /** What the hub has warned of during this class, so far, and these tests do not announce. */
  public static List<String> unannounced(Class<?> tests) {
    Set<String> announced = announced(tests);
    return Warnings.gathered().stream()
        .filter(event -> !isAnnounced(event, announced))
        .map(FailsOnWarnings::told)
        .toList();
  }

  private static boolean isAnnounced(ILoggingEvent event, Set<String> announced) {
    String logger = event.getLoggerName();
    String said = logger.substring(logger.lastIndexOf('.') + 1);
    return announced.stream()
        .anyMatch(each -> said.equals(each) || event.getFormattedMessage().startsWith(each));
  }

  private static Set<String> announced(Class<?> tests) {
    Set<String> announced = new HashSet<>();
    for (Class<?> each = tests; each != null; each = each.getSuperclass()) {
      announce(each, announced);
    }
    return announced;
  }

  /** By a class, its methods and the classes within it. */
  private static void announce(Class<?> type, Set<String> announced) {
    Stream.concat(Stream.of(type), Stream.of(type.getDeclaredMethods()))
        .map((AnnotatedElement element) -> element.getAnnotation(Warns.class))
        .filter(warns -> warns != null)
        .forEach(warns -> announced.addAll(List.of(warns.value())));
    for (Class<?> within : type.getDeclaredClasses()) {
      announce(within, announced);
    }
  }

  private static String told(ILoggingEvent event) {
    IThrowableProxy cause = event.getThrowableProxy();
    return event.getLevel()
        + " "
        + event.getLoggerName()
        + ": "
        + event.getFormattedMessage()
        + (cause == null ? "" : " (" + cause.getClassName() + ": " + cause.getMessage() + ")")
        + " ["
        + event.getThreadName()
        + "]";
  }
}
