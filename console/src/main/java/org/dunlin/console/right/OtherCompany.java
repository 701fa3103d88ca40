package org.dunlin.console.right;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The caller has nothing to do with this company; whether there is one is not said. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class OtherCompany extends RuntimeException {
  private static final long serialVersionUID = 1;

  OtherCompany() {
    super(null, null, false, false);
  }
}
