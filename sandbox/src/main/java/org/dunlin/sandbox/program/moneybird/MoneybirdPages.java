package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Forms;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Paged;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;

/** Cuts pages by {@code page} and {@code per_page}, and tells the next by a Link header. */
final class MoneybirdPages {
  private static final int USUAL = 50;
  private static final int MOST = 100;

  private final MoneybirdApi api;

  MoneybirdPages(MoneybirdApi api) {
    this.api = api;
  }

  <T> Reply of(Ask ask, List<T> all, Function<T, ObjectNode> made) {
    int page = ask.query("page", 1);
    int size = ask.query("per_page", USUAL);
    if (size < 1 || size > MOST) {
      throw new Refusal(400, "per_page does not have a valid value");
    }
    if (page < 1) {
      throw new Refusal(400, "page does not have a valid value");
    }
    List<T> cut = Paged.page(all, (page - 1) * size, size, ask.twist());
    Reply reply =
        Reply.json(Json.array(cut, made)).with("X-Total-Count", Integer.toString(all.size()));
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(ask, page - 1, "prev"));
    }
    if (page * size < all.size()) {
      links.add(link(ask, page + 1, "next"));
    }
    return links.isEmpty() ? reply : reply.with("Link", String.join(", ", links));
  }

  private String link(Ask ask, int page, String relation) {
    Map<String, String> query = new LinkedHashMap<>(ask.query());
    query.put("page", Integer.toString(page));
    return "<%s%s?%s>; rel=\"%s\""
        .formatted(api.address(), ask.path(), Forms.write(query), relation);
  }
}
