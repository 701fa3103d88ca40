package org.dunlin.connectors.program;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.connectors.program.RequestTemplate.Body;
import org.jspecify.annotations.Nullable;

/** The names of the placeholders of a request. */
final class Requested {
  private final Set<String> names = new TreeSet<>();

  private Requested() {}

  static Set<String> names(RequestTemplate request) {
    Requested requested = new Requested();
    requested.add(request.address());
    requested.add(request.query().values());
    requested.add(request.headers().values());
    requested.add(request.body());
    return requested.names;
  }

  private void add(Template template) {
    template.placeholders().forEach(placeholder -> names.add(placeholder.name()));
  }

  private void add(Collection<Template> templates) {
    templates.forEach(this::add);
  }

  private void add(@Nullable Body body) {
    if (body instanceof Body.Form form) {
      add(form.fields().values());
    } else if (body instanceof Body.Json json) {
      add(json.tree());
    }
  }

  private void add(BodyTree tree) {
    switch (tree) {
      case BodyTree.Names inner -> inner.fields().values().forEach(this::add);
      case BodyTree.Elements inner -> inner.elements().forEach(this::add);
      case BodyTree.Text text -> add(text.template());
      case BodyTree.Number number -> {}
      case BodyTree.Flag flag -> {}
      case BodyTree.Nothing nothing -> {}
    }
  }
}
