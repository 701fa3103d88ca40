package org.dunlin.config;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of the house ("one verb a room" in docs/house.md), each rule as a sentence. */
class HouseTest {
  private static final List<String> ROOMS =
      List.of(
          "core", "connectors", "store", "work", "routes", "console", "sandbox", "config", "bench");
  private static final int LONGEST_FILE = 400;

  private static JavaClasses house;

  @BeforeAll
  static void enter() {
    ImportOption withoutTestJars = location -> !location.contains("-tests.jar");
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(withoutTestJars)
            .importPackages("org.dunlin");
  }

  @Test
  void everyClassLivesInARoom() {
    check(
        classes()
            .should()
            .resideInAnyPackage(ROOMS.stream().map(HouseTest::room).toArray(String[]::new)));
    for (String room : ROOMS.subList(0, ROOMS.size() - 1)) {
      assertThat(house).as(room).anyMatch(each -> resideInAPackage(room(room)).test(each));
    }
  }

  @Test
  void coreKnowsNoOtherRoom() {
    check(only("core"));
  }

  @Test
  void connectorsKnowCoreOnly() {
    check(only("connectors", "core"));
  }

  @Test
  void storeKnowsCoreOnly() {
    check(only("store", "core"));
  }

  @Test
  void workKnowsCoreConnectorsAndStore() {
    check(only("work", "core", "connectors", "store"));
  }

  @Test
  void routesKnowCoreAndWorkOnly() {
    check(only("routes", "core", "work"));
  }

  @Test
  void consoleKnowsCoreStoreAndWork() {
    check(only("console", "core", "store", "work"));
  }

  @Test
  void sandboxKnowsCoreOnlySinceASimulatorThatSharedTheConnectorsWouldShareTheirMistakes() {
    check(only("sandbox", "core"));
  }

  @Test
  void nothingKnowsConfigButTheBench() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(room("config"), room("bench"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(room("config")));
  }

  @Test
  void coreIsPlainJavaWithoutSpringCamelOrSql() {
    check(
        noClasses()
            .that()
            .resideInAPackage(room("core"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "org.apache.camel..",
                "java.sql..",
                "javax.sql..",
                "org.slf4j.."));
  }

  @Test
  void noJacksonTypeStandsInAPublicSignatureOfCore() {
    Set<String> signatures =
        house.stream()
            .filter(resideInAPackage(room("core")))
            .flatMap(Signatures::visible)
            .filter(signature -> signature.contains("com.fasterxml."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(signatures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "connectors"})
  void whatDecidesAndTranslatesReadsNoClock(String room) {
    assertThat(accesses(room, HouseTest::readsTheClock)).isEmpty();
  }

  @Test
  void aCompanyIsSwitchedOnlyWhereItsRollOutIsAsked() {
    assertThat(house)
        .filteredOn(each -> each.getAccessesFromSelf().stream().anyMatch(HouseTest::switchesMode))
        .extracting(JavaClass::getSimpleName)
        .containsExactly("SwitchMode");
  }

  private static boolean switchesMode(JavaAccess<?> access) {
    return access.getTargetOwner().getSimpleName().equals("Decisions")
        && access.getName().equals("switchTo");
  }

  @Test
  void theClockIsMadeWhereTheHubIsAssembled() {
    assertThat(accesses("config", HouseTest::readsTheClock)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "connectors"})
  void whatDecidesAndTranslatesTouchesNoFileAndNoNetwork(String room) {
    DescribedPredicate<JavaClass> outside =
        resideInAnyPackage(
                "java.nio.file..", "java.nio.channels..", "java.net..", "java.net.http..")
            .or(
                DescribedPredicate.describe(
                    "files", each -> each.getName().startsWith("java.io.File")))
            .and(
                DescribedPredicate.describe(
                    "not a mere name", each -> !each.getName().equals("java.net.URI")));
    check(noClasses().that().resideInAPackage(room(room)).should().dependOnClassesThat(outside));
  }

  @Test
  void storeIsTheOnlyRoomWithSql() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(room("store"), room("bench"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.sql..",
                "org.springframework.jdbc..",
                "org.springframework.transaction..",
                "org.postgresql..",
                "org.flywaydb..",
                "com.zaxxer.."));
  }

  @Test
  void onlyStoreAndTheWiringKnowThatThereIsADataSource() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(room("store"), room("config"), room("bench"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.sql.."));
  }

  @Test
  void bytesMoveByCamelInRoutesAlone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(room("routes"), room("config"), room("bench"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel.."));
  }

  @Test
  void workKnowsNoSpring() {
    check(
        noClasses()
            .that()
            .resideInAPackage(room("work"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.."));
  }

  /** The package of a room itself may be its door, which knows all that is behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"core", "connectors", "store", "work", "routes", "console", "sandbox", "config"})
  void thePackagesBehindTheDoorOfARoomFormNoCircle(String room) {
    check(
        slices()
            .assignedFrom(packages(room, name -> !name.equals("org.dunlin." + room)))
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "work", "routes", "sandbox", "config"})
  void aRoomWithoutSuchADoorHasNoCircleAtAll(String room) {
    check(
        slices()
            .assignedFrom(packages(room, name -> true))
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true));
  }

  @Test
  void everyPackageSaysWhatItIsForAndMarksWhatMayBeNull() {
    Set<String> unmarked =
        house.stream()
            .map(JavaClass::getPackage)
            .filter(each -> !each.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).isEmpty();
  }

  @Test
  void namesSayWhatAClassIs() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Helpers"));
  }

  @Test
  void noAmountIsEverABinaryFraction() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.dunlin.core.model..", room("store"))
            .should()
            .notHaveRawType(
                DescribedPredicate.describe(
                    "double or float",
                    type ->
                        Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                            .contains(type.getName()))));
  }

  @Test
  void noFileIsLongerThanFourHundredLines() throws IOException {
    assertThat(sources().filter(file -> lines(file) > LONGEST_FILE)).isEmpty();
  }

  @Test
  void theSourcesThatAreCountedAreThere() throws IOException {
    assertThat(sources().map(file -> file.getFileName().toString()))
        .contains("HouseTest.java", "Matcher.java", "Outbox.java");
  }

  private static void check(ArchRule rule) {
    rule.check(house);
  }

  private static String room(String name) {
    return "org.dunlin." + name + "..";
  }

  private static ArchRule only(String room, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(others))
            .map(HouseTest::room)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(room(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.dunlin..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed))));
  }

  private static Set<String> accesses(String room, Predicate<JavaAccess<?>> which) {
    return house.stream()
        .filter(resideInAPackage(room(room)))
        .flatMap(each -> each.getAccessesFromSelf().stream())
        .filter(which)
        .map(JavaAccess::getDescription)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether it asks for the time of the machine; with a clock that was passed in it may. */
  private static boolean readsTheClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean passedIn = access.getTarget().getFullName().contains(Clock.class.getName());
    return switch (owner) {
      case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
      case "java.time.InstantSource" -> name.equals("system");
      case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(name);
      case "java.util.Date" -> access.getTarget().getFullName().endsWith("<init>()");
      default -> owner.startsWith("java.time.") && name.equals("now") && !passedIn;
    };
  }

  private static SliceAssignment packages(String room, Predicate<String> which) {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "the packages of " + room;
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass each) {
        return resideInAPackage(room(room)).test(each) && which.test(each.getPackageName())
            ? SliceIdentifier.of(each.getPackageName())
            : SliceIdentifier.ignore();
      }
    };
  }

  private static Stream<Path> sources() throws IOException {
    Path top = Path.of("..").toAbsolutePath().normalize();
    return ROOMS.stream()
        .map(room -> top.resolve(room).resolve("src"))
        .filter(Files::isDirectory)
        .flatMap(HouseTest::javaFiles);
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
