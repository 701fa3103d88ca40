package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import org.dunlin.console.right.Needs;
import org.dunlin.store.access.Right;
import org.dunlin.work.offer.Offers;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The programs that can be connected, and what each asks for. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/programs", produces = MediaType.APPLICATION_JSON_VALUE)
class ProgramApi {
  private final Offers offers;

  ProgramApi(Offers offers) {
    this.offers = offers;
  }

  /**
   * All of them, roads and folders too, as their folders are now, and why others are refused; they
   * are few, and stand on one page.
   */
  @GetMapping
  byte[] programs() {
    offers.lookAgain();
    return ProgramJson.list(offers.everything(), offers.broken()).getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/{id}")
  byte[] program(@PathVariable String id) {
    return offers.everything().stream()
        .filter(each -> each.name().equals(id))
        .findFirst()
        .map(ProgramJson::line)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("The hub knows no program of this name."))
        .getBytes(StandardCharsets.UTF_8);
  }
}
