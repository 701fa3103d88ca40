package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dunlin.store.page.WrongCursor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** An address that begins a list where it has no place is not understood. */
@ControllerAdvice(basePackageClasses = WrongPlaces.class)
class WrongPlaces {
  @ExceptionHandler(WrongCursor.class)
  void notUnderstood(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }
}
