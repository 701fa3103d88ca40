package org.dunlin.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.config.SourceTrees.Call;
import org.junit.jupiter.api.Test;

/** What the sources of the hub do not do, as the compiler reads them. */
class SafeSourceTest {
  private static final SourceTrees SOURCES = SourceTrees.read();

  private static final Set<String> CRYPTOGRAPHY =
      Set.of(
          "Cipher",
          "MessageDigest",
          "Mac",
          "Signature",
          "KeyFactory",
          "KeyGenerator",
          "KeyPairGenerator",
          "KeyAgreement",
          "SecretKeyFactory",
          "SSLContext");

  /** HMAC-SHA-1 is what RFC 6238 has, and every app that makes codes. */
  private static final Set<String> APPROVED =
      Set.of(
          "AES/GCM/NoPadding",
          "SHA-256",
          "HmacSHA256",
          "TimeCode: HmacSHA1",
          "SHA512withRSA",
          "RSA",
          "TLS");

  /** Addresses that the hub may name without anybody having set them, and why. */
  private static final Map<String, String> NAMED_HOSTS =
      Map.ofEntries(
          Map.entry("localhost", "this machine"),
          Map.entry("127.0.0.1", "this machine"),
          Map.entry("127", "a pattern of this machine"),
          Map.entry("www.unece.org", "the name of a list of codes; never called"),
          Map.entry("www.mollie.com", "the demonstration, which plays it on this machine"),
          Map.entry("api.mollie.com", "the demonstration, which plays it on this machine"),
          Map.entry("api.xero.com", "the demonstration, which plays it on this machine"),
          Map.entry("start.exactonline.nl", "the demonstration, which plays it on this machine"),
          Map.entry("moneybird.com", "the demonstration, which plays it on this machine"),
          Map.entry("program.invalid", "a name that is nobody's by RFC 2606; checks of examples"),
          Map.entry("program.example", "a name that is nobody's by RFC 2606; checks of examples"));

  private static final Pattern HOST = Pattern.compile("\\bhttps?://([A-Za-z0-9.-]*[A-Za-z0-9])");

  @Test
  void allSourcesAreRead() {
    assertThat(SOURCES.size()).isGreaterThan(1_000);
    assertThat(SOURCES.calls("getInstance")).isNotEmpty();
    assertThat(SOURCES.texts()).containsKeys("Aes", "TimeCode");
  }

  @Test
  void cryptographyIsThatOfTheApprovedAlgorithmsAndModesAlone() {
    Set<String> used =
        SOURCES.calls("getInstance").stream()
            .filter(call -> CRYPTOGRAPHY.contains(call.on()))
            .map(SafeSourceTest::algorithm)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(used).isSubsetOf(APPROVED).contains("AES/GCM/NoPadding", "SHA-256");
  }

  private static String algorithm(Call call) {
    ExpressionTree said = call.with().getFirst();
    String name =
        said instanceof LiteralTree literal
            ? String.valueOf(literal.getValue())
            : SourceTrees.constants(call.unit()).getOrDefault(said.toString(), "not a constant");
    return name.equals("HmacSHA1") ? call.file() + ": " + name : name;
  }

  @Test
  void noOtherLibraryIsAskedForADigest() {
    assertThat(
            SOURCES.naming(
                List.of("DigestUtils", "Hashing", "HmacUtils", "MD5Digest", "SHA1Digest", "Crypt")))
        .isEmpty();
  }

  @Test
  void whatIsRandomComesFromASecureGenerator() {
    assertThat(
            SOURCES.naming(
                List.of(
                    "Random",
                    "ThreadLocalRandom",
                    "SplittableRandom",
                    "RandomGenerator",
                    "RandomGeneratorFactory",
                    "RandomStringUtils",
                    "RandomUtils")))
        .isEmpty();
    assertThat(SOURCES.calls("random")).filteredOn(call -> call.on().equals("Math")).isEmpty();
    assertThat(SOURCES.calls("shuffle")).noneMatch(call -> call.with().size() == 1);
    assertThat(SOURCES.calls("setSeed")).isEmpty();
    assertThat(SOURCES.naming(List.of("SecureRandom"))).hasSizeGreaterThan(3);
  }

  @Test
  void patternsOfTextsStandInTheSourcesAndComeFromNobody() {
    List<String> formatted =
        SOURCES.calls("formatted").stream().map(call -> call.file() + ": " + call.on()).toList();
    assertThat(formatted)
        .containsOnly(
            "ReportQueries: sql", // a constant of the same enum
            "CustomerList: query", // one of two constants
            "Erasures: about", // a constant that a method of it is given
            "TellFees: FeeWords.of(profile.company().language(), kept)"); // the words of the hub
    List<String> patterns =
        Stream.concat(SOURCES.calls("format").stream(), SOURCES.calls("printf").stream())
            .filter(call -> call.on().equals("String") || call.name().equals("printf"))
            .filter(call -> !SourceTrees.isConstant(pattern(call)))
            .map(call -> call.file() + ": " + call.with())
            .toList();
    assertThat(patterns).isEmpty();
  }

  /** What stands first, or after the language. */
  private static ExpressionTree pattern(Call call) {
    ExpressionTree first = call.with().getFirst();
    return first.toString().startsWith("Locale.") ? call.with().get(1) : first;
  }

  @Test
  void commandsAreRunByTheSupervisorOfTheDatabaseAlone() {
    assertThat(SOURCES.naming(List.of("ProcessBuilder")))
        .containsExactly("Command names ProcessBuilder");
    assertThat(SOURCES.calls("exec"))
        .noneMatch(call -> call.on().contains("getRuntime") || call.on().contains("untime"));
    assertThat(SOURCES.naming(List.of("ScriptEngine", "ScriptEngineManager", "Runtime")))
        .allMatch(line -> line.endsWith(" Runtime"));
  }

  /** Whatever else goes out does so by Camel, which HouseTest keeps in the room of routes. */
  @Test
  void connectionsAreOpenedWherePeopleSaidWhereTo() {
    assertThat(
            SOURCES.naming(
                List.of(
                    "HttpURLConnection",
                    "URLConnection",
                    "openConnection",
                    "openStream",
                    "HttpClient",
                    "HttpClients",
                    "Socket",
                    "SocketChannel",
                    "DatagramSocket",
                    "RestClient",
                    "RestTemplate",
                    "WebClient")))
        .containsExactlyInAnyOrder(
            "BundledPrograms names openConnection", // the archive on the class path
            "BundledPrograms names openStream",
            "ProgramClient names HttpClients", // programs that somebody connected
            "DemoBrowser names HttpClient", // the demonstration, on this machine
            "DemoPayer names HttpClient");
  }

  @Test
  void noAddressIsNamedToWhichTheHubWouldGoByItself() {
    Set<String> hosts =
        SOURCES.texts().values().stream()
            .flatMap(List::stream)
            .flatMap(text -> HOST.matcher(text).results())
            .map((MatchResult found) -> found.group(1))
            .filter(host -> !host.endsWith("example.com"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(hosts).isSubsetOf(NAMED_HOSTS.keySet()).contains("localhost");
  }
}
