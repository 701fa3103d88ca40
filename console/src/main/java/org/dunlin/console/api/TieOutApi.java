package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.profile.Author;
import org.dunlin.work.tieout.CheckTieOut;
import org.dunlin.work.tieout.TieOuts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether what a program says is outstanding is what the ledger has. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/connections/{id}/tie-out",
    produces = MediaType.APPLICATION_JSON_VALUE)
class TieOutApi {
  private static final int MOST_LINES = 1000;

  private final Stores stores;
  private final ShownConnections connections;
  private final TieOuts tieOuts;
  private final CheckTieOut checkTieOut;

  TieOutApi(Stores stores, ShownConnections connections, TieOuts tieOuts, CheckTieOut checkTieOut) {
    this.stores = stores;
    this.connections = connections;
    this.tieOuts = tieOuts;
    this.checkTieOut = checkTieOut;
  }

  @GetMapping
  byte[] tieOut(@PathVariable String company, @PathVariable String id) {
    mustTieOut(company, id);
    return json(company, id);
  }

  /** Runs now, whatever ran today. */
  @Needs(Right.OPERATE)
  @PostMapping
  ResponseEntity<byte[]> check(
      @PathVariable String company, @PathVariable String id, Authentication by) {
    MayBeAsked.now(mustTieOut(company, id));
    checkTieOut.now(company, id, author(by));
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(json(company, id));
  }

  private ShownConnection mustTieOut(String company, String id) {
    CompanyApi.mustExist(stores, company);
    ShownConnection shown =
        connections
            .find(company, id)
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.because("The company has no connection of this id."));
    if (!shown.tiesOut()) {
      throw ProblemType.NOT_FOUND.because(
          "The program of this connection does not say what its customers owe.");
    }
    return shown;
  }

  private byte[] json(String company, String id) {
    return TieOutJson.line(tieOuts.of(company, id, MOST_LINES)).getBytes(StandardCharsets.UTF_8);
  }

  private static Author author(Authentication by) {
    return Permitted.forSomeOnly(by, Right.OPERATE)
        ? Author.overApiForOne(by.getName())
        : Author.overApi(by.getName());
  }
}
