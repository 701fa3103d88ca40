package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends back to the login, which says no more than that it was wrong, too early or not checked. */
final class LoginFailure implements AuthenticationFailureHandler {
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String why =
        switch (failure) {
          case LockedException early -> "wait";
          case AuthenticationServiceException unchecked -> "busy";
          default -> "wrong";
        };
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }
}
