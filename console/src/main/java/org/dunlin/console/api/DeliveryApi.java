package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.intake.Reach;
import org.dunlin.work.intake.WholeBody;
import org.dunlin.work.record.KeptJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings files in: the body of a request goes the way of every file, as a stream. */
@RestController
@Needs(Right.UPLOAD)
class DeliveryApi {
  private final Stores stores;
  private final AcceptFile acceptFile;

  DeliveryApi(Stores stores, AcceptFile acceptFile) {
    this.stores = stores;
    this.acceptFile = acceptFile;
  }

  /**
   * Takes the body in as a file of the connection, whatever its type says: what it is, is found out
   * from the bytes.
   */
  @PostMapping("/api/v1/companies/{company}/connections/{id}/deliveries")
  ResponseEntity<byte[]> deliver(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication caller)
      throws IOException {
    String name = GivenName.in(request.getQueryString()).orElseThrow(DeliveryApi::nameless);
    CompanyApi.mustExist(stores, company);
    if (CompanyApi.connection(stores, company, id).paused()) {
      throw ProblemType.CONNECTION_PAUSED.because(
          "A person paused this connection; nothing is taken in until somebody resumes it.");
    }
    refuseForm(request.getContentType());
    PushbackInputStream body = new PushbackInputStream(request.getInputStream());
    int first = body.read();
    if (first < 0) {
      throw ProblemType.EMPTY_CONTENT.because(
          "The body is empty; send the bytes of the file as the body of the request.");
    }
    body.unread(first);
    try (WholeBody whole = new WholeBody(body, acceptFile.mostBytes())) {
      return answer(company, acceptFile.accept(company, id, name, whole, reach(caller)));
    }
  }

  private static Reach reach(Authentication caller) {
    return Permitted.forSomeOnly(caller, Right.UPLOAD) ? Reach.COMPANY : Reach.HUB;
  }

  private ResponseEntity<byte[]> answer(String company, Acceptance acceptance) {
    return switch (acceptance) {
      case Acceptance.Accepted(UUID delivery) -> answer(HttpStatus.ACCEPTED, company, delivery);
      case Acceptance.CameBefore(UUID delivery) -> answer(HttpStatus.OK, company, delivery);
      case Acceptance.Refused(String reason) ->
          throw ProblemType.TOO_LARGE.because(
              "The file has " + reason + ", which is more than this hub takes; split it.");
    };
  }

  private ResponseEntity<byte[]> answer(HttpStatus status, String company, UUID delivery) {
    String json =
        stores.views().deliveries().find(company, delivery).map(KeptJson::delivery).orElseThrow();
    return ResponseEntity.status(status)
        .location(URI.create("/api/v1/companies/" + company + "/deliveries/" + delivery))
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.getBytes(StandardCharsets.UTF_8));
  }

  private static WrongParameters nameless() {
    return new WrongParameters(
        Map.of(
            GivenName.PARAMETER,
            "name must be the name of the file, of at most " + GivenName.LONGEST + " characters."));
  }

  /** The parts of a form would be read as parameters, and not be the file. */
  private static void refuseForm(@Nullable String type) {
    if (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      throw ProblemType.UNKNOWN_CONTENT.because(
          "Send the file itself as the body and not as a form; with curl: --data-binary @FILE.");
    }
  }
}
