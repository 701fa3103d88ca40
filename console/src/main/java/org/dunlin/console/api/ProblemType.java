package org.dunlin.console.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The problems of the API (RFC 9457). A program may tell them apart by their types, which stay; the
 * details are for people.
 */
public enum ProblemType {
  WRONG_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not right"),
  WRONG_KEY(HttpStatus.BAD_REQUEST, "The Idempotency-Key is not right"),
  EMPTY_CONTENT(HttpStatus.BAD_REQUEST, "There is no content"),
  NOT_UNDERSTOOD(HttpStatus.BAD_REQUEST, "The request was not understood"),
  UNKNOWN_CALLER(HttpStatus.UNAUTHORIZED, "Who calls is not known"),
  MISSING_SCOPE(HttpStatus.FORBIDDEN, "The token does not allow this"),
  OTHER_SITE(HttpStatus.FORBIDDEN, "Another site may not call this"),
  NOT_ALLOWED(HttpStatus.FORBIDDEN, "This is not allowed"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  UNKNOWN_METHOD(HttpStatus.METHOD_NOT_ALLOWED, "The resource knows no such method"),
  UNKNOWN_FORM(HttpStatus.NOT_ACCEPTABLE, "The answer has no such form"),
  CONNECTION_PAUSED(HttpStatus.CONFLICT, "The connection is paused"),
  NOT_AUTHORISED(HttpStatus.CONFLICT, "The program does not permit the access"),
  NO_PROGRAM(HttpStatus.CONFLICT, "The connection leads to no program"),
  OTHER_PROGRAM(HttpStatus.CONFLICT, "The connection leads to another program"),
  NO_PERSON_ASKED(HttpStatus.CONFLICT, "Nobody can authorise this"),
  OTHER_STATE(HttpStatus.CONFLICT, "It is in another state"),
  STILL_RUNNING(HttpStatus.CONFLICT, "The same request is being carried out"),
  OUTCOME_UNKNOWN(HttpStatus.CONFLICT, "It is not known whether it was carried out"),
  ANSWER_NOT_KEPT(HttpStatus.CONFLICT, "It was answered before, and the answer is not kept"),
  ERASURE_REFUSED(HttpStatus.CONFLICT, "The customer cannot be erased now"),
  NOT_READY(HttpStatus.CONFLICT, "The company is not ready to go live"),
  SET_IN_FILE(HttpStatus.CONFLICT, "The settings file says this"),
  CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED, "It is not what the caller has read"),
  VERSION_NEEDED(HttpStatus.PRECONDITION_REQUIRED, "The version that was read is needed"),
  TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "The content is too large"),
  UNKNOWN_CONTENT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content has no form that is taken"),
  WRONG_FIELD(HttpStatus.UNPROCESSABLE_ENTITY, "A field is not right"),
  KEY_USED(HttpStatus.UNPROCESSABLE_ENTITY, "The Idempotency-Key stands for another request"),
  TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts were wrong"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests came"),
  NOT_CHECKED(HttpStatus.SERVICE_UNAVAILABLE, "Who calls could not be checked"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "The hub does this for others just now"),
  FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "The hub could not do this");

  private static final String TYPES = "urn:dunlin:problem:";

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The status of an answer that is such a problem. */
  public HttpStatus status() {
    return status;
  }

  /** What is the same in every problem of this type. */
  public String title() {
    return title;
  }

  /** By what programs tell it apart. */
  public URI uri() {
    return URI.create(TYPES + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * The problem.
   *
   * @param detail what is wrong and what to do about it, as sentences
   */
  public ProblemDetail detail(String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(uri());
    problem.setTitle(title);
    return problem;
  }

  /** The problem, to be thrown. */
  ErrorResponseException because(String detail) {
    return new ErrorResponseException(status, detail(detail), null);
  }
}
