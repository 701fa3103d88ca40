package org.dunlin.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.profile.Fault;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.Brand;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.KeptProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A company's profile. A change is the whole profile, with the version that was read in {@code
 * If-Match} (RFC 9110, 13.1.1), so that two people do not undo each other's changes unseen.
 */
@RestController
@Needs(Right.SEE)
@RequestMapping("/api/v1/companies/{company}")
class ProfileApi {
  private final Stores stores;
  private final ChangeProfile changes;

  ProfileApi(Stores stores, ChangeProfile changes) {
    this.stores = stores;
    this.changes = changes;
  }

  /** The profile, with its version as ETag and who said each field. */
  @GetMapping("/profile")
  ResponseEntity<ObjectNode> profile(@PathVariable String company) {
    return answer(HttpStatus.OK, find(company));
  }

  /** Replaces the profile, or adds a company that is not there. */
  @Needs(Right.CONNECT)
  @PutMapping(path = "/profile", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ObjectNode> put(
      @PathVariable String company,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String noneMatch,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    Optional<KeptProfile> kept = KeptProfile.find(stores, company);
    refuseUnmet(kept, match, noneMatch);
    byte[] body = SmallBody.of(request, "A profile");
    Map<ProfileField, String> said = ProfileJson.read(body, company);
    String anyway = ProfileJson.goLiveAnyway(body);
    if (kept.isEmpty()) {
      changes.add(said, anyway, author(by));
      return answer(HttpStatus.CREATED, find(company));
    }
    String version = "*".equals(match) ? null : kept.get().version();
    changes.change(company, version, said, anyway, author(by));
    return answer(HttpStatus.OK, find(company));
  }

  /** The bytes of the logo. */
  @GetMapping("/logo")
  ResponseEntity<byte[]> logo(@PathVariable String company) {
    Brand.LogoKey key = find(company).brand().logo();
    Optional<byte[]> content =
        key == null ? Optional.empty() : stores.brands().logo(company, key.id());
    if (key == null || content.isEmpty()) {
      throw ProblemType.NOT_FOUND.because("The company has no logo.");
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(key.mediaType()))
        .eTag(key.id())
        .body(content.get());
  }

  /** Takes a PNG or JPEG picture as the logo; what it is, its bytes say. */
  @Needs(Right.CONNECT)
  @PutMapping("/logo")
  ResponseEntity<Void> putLogo(
      @PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    byte[] content = request.getInputStream().readNBytes(Logo.LARGEST + 1);
    try {
      changes.logo(company, Logo.of(content), author(by));
    } catch (IllegalArgumentException e) {
      throw new WrongProfile(ProfileField.LOGO, Fault.NOT_A_LOGO, String.valueOf(e.getMessage()));
    }
    return ResponseEntity.noContent().build();
  }

  /** Takes the logo away. */
  @Needs(Right.CONNECT)
  @DeleteMapping("/logo")
  ResponseEntity<Void> removeLogo(@PathVariable String company, Authentication by) {
    changes.logo(company, null, author(by));
    return ResponseEntity.noContent().build();
  }

  private static Author author(Authentication by) {
    return Permitted.forSomeOnly(by, Right.CONNECT)
        ? Author.overApiForOne(by.getName())
        : Author.overApi(by.getName());
  }

  private KeptProfile find(String companyId) {
    return KeptProfile.find(stores, companyId)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such company."));
  }

  private static ResponseEntity<ObjectNode> answer(HttpStatus status, KeptProfile kept) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag(kept.version());
    if (status == HttpStatus.CREATED) {
      answer.location(URI.create("/api/v1/companies/" + kept.kept().id() + "/profile"));
    }
    return answer.body(ProfileJson.write(kept));
  }

  private static void refuseUnmet(
      Optional<KeptProfile> kept, @Nullable String match, @Nullable String noneMatch) {
    if (kept.isEmpty() && match != null) {
      throw ProblemType.CHANGED_MEANWHILE.because(
          "There is no such company; leave If-Match out to add it.");
    }
    if (kept.isPresent() && noneMatch != null) {
      throw ProblemType.CHANGED_MEANWHILE.because("There is a company of this id already.");
    }
    if (kept.isPresent() && match == null) {
      throw ProblemType.VERSION_NEEDED.because(
          "Read the profile first and send its ETag as If-Match, so that nobody’s change is"
              + " undone unseen.");
    }
    if (kept.isPresent() && match != null && !matches(match, kept.get().version())) {
      throw ProblemType.CHANGED_MEANWHILE.because(
          "Somebody has changed this profile since you read it. Read it again and repeat your"
              + " change.");
    }
  }

  private static boolean matches(String match, String version) {
    return Arrays.stream(match.split(","))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
  }
}
