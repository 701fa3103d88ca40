package org.dunlin.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.console.right.Needs;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.NoteLook;
import org.dunlin.work.sheet.MappingJson;
import org.dunlin.work.sheet.OpenSheet;
import org.dunlin.work.sheet.ReadSheet;
import org.dunlin.work.translate.BooksInUse;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the columns of a delivery mean: proposed, tried, and said. */
@RestController
@Needs(Right.CONNECT)
@RequestMapping(
    path = "/api/v1/companies/{company}/deliveries/{id}/columns",
    produces = MediaType.APPLICATION_JSON_VALUE)
class SheetApi {
  private static final String BODY = "A mapping";

  private final Stores stores;
  private final ReadSheet sheets;
  private final NoteLook looks;

  SheetApi(Stores stores, ReadSheet sheets) {
    this.stores = stores;
    this.sheets = sheets;
    this.looks = new NoteLook(stores);
  }

  /**
   * The columns, what they seem to mean or were said to, and what is missing; with what stands in
   * them for those who may see raw content.
   */
  @GetMapping
  ObjectNode columns(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    OpenSheet open = open(company, id);
    boolean raw = looks(company, id, by);
    return SheetJson.open(open, open.mapping(), sheets.tiedOut(open).orElse(null), raw);
  }

  /** What would become of all of it by a mapping; nothing is kept. */
  @PostMapping(path = "/try", consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode tried(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    OpenSheet open = open(company, id);
    SheetMapping mapping = mapping(open, request);
    if (open.delivery().bytes() > ReadSheet.MOST_BYTES) {
      throw ProblemType.TOO_LARGE.because("The file is too large to be tried; it can be imported.");
    }
    try {
      return SheetJson.tried(sheets.tried(open, mapping), looks(company, id, by));
    } catch (BooksInUse others) {
      throw ProblemType.BUSY.because(String.valueOf(others.getMessage()));
    }
  }

  /** Says what the columns mean, and has the delivery read by that. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode said(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    OpenSheet open = open(company, id);
    if (!sheets.take(open, mapping(open, request), by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The delivery is being read; its columns are kept, and it can be replayed after that.");
    }
    return columns(company, id, by);
  }

  /** Whether somebody may see what stands in the file; that they do is noted before. */
  private boolean looks(String company, UUID id, Authentication by) {
    boolean raw = Permitted.of(by).may(Right.SEE_RAW, company);
    if (raw) {
      looks.atRaw(company, id, by.getName());
    }
    return raw;
  }

  private OpenSheet open(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return sheets
        .open(company, id)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.because(
                    "The company has no delivery of this id that is a table with a row of names."));
  }

  private static SheetMapping mapping(OpenSheet open, HttpServletRequest request)
      throws IOException {
    SheetMapping mapping;
    try {
      mapping = MappingJson.read(SmallBody.of(request, BODY));
    } catch (IllegalArgumentException e) {
      throw new WrongRequest(String.valueOf(e.getMessage()));
    }
    List<FieldError> errors = new ArrayList<>();
    for (SheetFault fault : open.faults(mapping)) {
      errors.add(SheetJson.error(fault));
    }
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return mapping;
  }
}
