package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dunlin.console.login.Fresh;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.PostMapping;

/** Acts of a kind ask alike for a password that was said just now. */
class FreshActsTest {
  /**
   * @param pages where the acts are
   * @param free what changes nothing that others rest on
   */
  @ParameterizedTest
  @CsvSource({
    "EndpointPages, test",
    "PeoplePages, ''",
    "TokenPages, ''",
  })
  void allThatPeopleDoThereAsksButWhatChangesNothing(String pages, String free) throws Exception {
    Class<?> type = Class.forName("org.dunlin.console.page." + pages);
    Set<String> acts =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(PostMapping.class))
            .filter(method -> !method.isAnnotationPresent(Fresh.class))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(acts).containsExactlyElementsOf(free.isEmpty() ? Set.of() : Set.of(free));
  }
}
