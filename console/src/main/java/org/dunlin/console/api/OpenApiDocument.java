package org.dunlin.console.api;

import org.dunlin.console.right.Open;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the API is, as OpenAPI 3.1 says it, for everybody: it speaks of no hub in particular. It is
 * the file {@code docs/openapi.json}, which the tests compare with what the hub does.
 */
@RestController
@Open
class OpenApiDocument {
  static final String PATH = "/api/v1/openapi.json";

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Resource document() {
    return new ClassPathResource("openapi.json", OpenApiDocument.class);
  }
}
