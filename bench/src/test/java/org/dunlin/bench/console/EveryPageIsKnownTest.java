package org.dunlin.bench.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.console.page.Navigation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** A page of the console is opened by the benchmark, or its list says why not. */
class EveryPageIsKnownTest {
  private static final List<KnownPage> KNOWN = KnownPage.all();

  /** What is no page of the console: those of payers have no handler there. */
  private static final String OF_PAYERS = "/p/";

  @Test
  void everyPageThatThereIsStandsInTheListAndNoOther() throws ClassNotFoundException {
    Set<String> listed =
        KNOWN.stream()
            .map(KnownPage::page)
            .filter(page -> !page.startsWith(OF_PAYERS))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(handled());
  }

  @Test
  void eachIsOpenedOrLeftOutForAReasonAndNeverBoth() {
    Map<String, Set<Boolean>> ways =
        KNOWN.stream()
            .collect(
                Collectors.groupingBy(
                    KnownPage::page,
                    Collectors.mapping(line -> line.address() != null, Collectors.toSet())));

    assertThat(ways).allSatisfy((page, opened) -> assertThat(opened).hasSize(1));
  }

  @Test
  void eachAddressIsOneOfItsPage() {
    for (KnownPage line : KNOWN) {
      String address = line.address();
      if (address != null && !address.startsWith("{")) {
        assertThat(address.replaceAll("\\?.*", "")).as(line.page()).matches(pattern(line.page()));
      }
    }
  }

  @Test
  void theWholeMenuIsOpened() {
    Set<String> opened =
        KNOWN.stream()
            .flatMap(line -> Stream.ofNullable(line.address()))
            .collect(Collectors.toSet());

    assertThat(opened)
        .containsAll(
            Navigation.GROUPS.stream()
                .flatMap(group -> group.entries().stream())
                .flatMap(entry -> entry.tabs().stream())
                .map(Navigation.Tab::path)
                .toList());
  }

  private static Pattern pattern(String page) {
    return Pattern.compile(page.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  /** What the controllers of the console answer to GET. */
  private static Set<String> handled() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Set<String> paths = new TreeSet<>();
    for (var found : scanner.findCandidateComponents("org.dunlin.console")) {
      Class<?> controller = Class.forName(found.getBeanClassName());
      for (Method method : controller.getDeclaredMethods()) {
        paths.addAll(paths(mapping(controller), mapping(method)));
      }
    }
    paths.removeIf(path -> path.startsWith("/api/"));
    return paths;
  }

  private static @Nullable RequestMapping mapping(AnnotatedElement element) {
    return AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
  }

  private static List<String> paths(
      @Nullable RequestMapping controller, @Nullable RequestMapping method) {
    if (method == null || !Arrays.asList(method.method()).contains(RequestMethod.GET)) {
      return List.of();
    }
    return said(controller).stream()
        .flatMap(before -> said(method).stream().map(before::concat))
        .toList();
  }

  private static List<String> said(@Nullable RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
  }
}
