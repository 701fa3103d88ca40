package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.console.PeopleTask.Person;
import org.junit.jupiter.api.Test;

/** The tables of docs/people.md, and the tests that walk them. */
class PeopleTasksTest {
  private static final Map<Person, Class<?>> WALKED =
      Map.of(
          Person.CONTROLLER, ControllerTasksTest.class,
          Person.ADMIN, AdminTasksTest.class,
          Person.SUPPORT, SupportTasksTest.class);

  @Test
  void eachPersonHasTheTenTasksThatComeUpMostOften() {
    assertThat(TaskGuide.rows().stream().collect(counted(TaskGuide.Row::person)))
        .containsOnlyKeys(Person.values())
        .allSatisfy((person, tasks) -> assertThat(tasks).isEqualTo(10));
  }

  @Test
  void eachTaskIsWalkedByOneTestThatIsNamedAfterIt() {
    for (TaskGuide.Row row : TaskGuide.rows()) {
      assertThat(tests(row.person()).filter(test -> walks(test, row)).map(Method::getName))
          .as("the test of %s %d", row.person(), row.number())
          .singleElement()
          .asString()
          .satisfies(name -> assertThat(letters(row.task())).startsWith(letters(name)));
    }
  }

  private static boolean walks(Method test, TaskGuide.Row row) {
    PeopleTask task = test.getAnnotation(PeopleTask.class);
    return task.person() == row.person() && task.number() == row.number();
  }

  @Test
  void noTestWalksATaskThatIsNotThere() {
    long tests = Stream.of(Person.values()).flatMap(PeopleTasksTest::tests).count();
    assertThat(TaskGuide.rows()).hasSize(Math.toIntExact(tests));
  }

  private static Stream<Method> tests(Person person) {
    return Stream.of(Objects.requireNonNull(WALKED.get(person)).getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  private static String letters(String sentence) {
    return sentence.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
  }

  private static <T, K> java.util.stream.Collector<T, ?, Map<K, Long>> counted(Function<T, K> key) {
    return Collectors.groupingBy(key, Collectors.counting());
  }
}
