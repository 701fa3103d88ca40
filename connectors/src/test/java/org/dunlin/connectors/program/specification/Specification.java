package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.dunlin.core.port.HttpCall;
import org.yaml.snakeyaml.LoaderOptions;

/** What a vendor specifies of its interface in OpenAPI. */
interface Specification {
  int LARGEST = 64 << 20;

  /** What is wrong about a request. */
  List<String> askedWrongly(HttpCall call);

  /** What is wrong about the answer to a request. */
  List<String> answeredWrongly(HttpCall call, byte[] answer);

  static Specification read(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    YAMLFactory yaml = YAMLFactory.builder().loaderOptions(options).build();
    try {
      JsonNode whole = new ObjectMapper(yaml).readTree(file.toFile());
      return whole.path("openapi").asText().startsWith("3.1")
          ? new OpenApi31Specification(whole)
          : new OpenApi30Specification(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String unknown(HttpCall call) {
    return call.method() + " " + call.address().getPath() + " is not specified";
  }
}
